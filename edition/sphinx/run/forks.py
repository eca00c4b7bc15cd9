"""The process from which kernels are forked, run as a script by :mod:`edition.sphinx.run.kernels`.

It imports what every chapter imports, and then starts a kernel for each line that it reads, an order in JSON (see
:func:`be_kernel`). It answers with the number of the process. It ends when nobody writes to it any more, and its
kernels end with it. With an order as its argument it is that kernel itself.

Nothing of the book is imported here, as what that finds depends on the folder; and nothing of the user's: it is run
without ``site``, in an empty folder and with an environment that :mod:`edition.sphinx.run.surroundings` made.
"""

from __future__ import annotations

import site
import sys

if sys.flags.no_site:
    # The packages of the environment, but not what an administrator or a user lets Python do at every start.
    vars(site).update(execsitecustomize=lambda: None, execusercustomize=lambda: None)
    site.main()

import gc
import io
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FrameType
from typing import Any

import ipykernel.ipkernel  # noqa: F401
import IPython.core.application
import matplotlib as mpl
import matplotlib.pyplot as plt
import matplotlib_inline.backend_inline  # noqa: F401
import numpy
import pandas
from ipykernel.kernelapp import IPKernelApp
from IPython.display import display
from matplotlib import font_manager

# What a kernel says beside the outputs of a cell (edition/sphinx/run/outputs.py): what is drawn and not shown, and what
# the guard stopped without the cell's having failed.
OPEN = "application/vnd.edition.open+json"
STOPPED = "application/vnd.edition.stopped+json"
COLUMNS = 20  # of a table that a cell shows, beyond which pandas leaves some out: its number for notebooks
MOST_TEXT = 1_000_000  # characters that a cell may print: what is over the limit of outputs.py is not worth waiting for


def serve() -> None:
    """Start a kernel for each order."""
    prepare()
    gc.freeze()  # what all kernels share, none need look through for cycles
    signal.signal(signal.SIGCHLD, reap)
    for line in sys.stdin:
        order = json.loads(line)
        number = os.fork()
        if not number:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setsid()  # a signal for the kernel is for all processes that its cells start
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(2, 1)
            return be_kernel(**order)
        print(number, flush=True)


def prepare() -> None:
    """Take note of no settings and no fonts but Matplotlib's own, and load what it loads when a first chart is drawn."""
    for folders in (IPython.core.application.SYSTEM_CONFIG_DIRS, IPython.core.application.ENV_CONFIG_DIRS):
        folders.clear()
    fonts, own = font_manager.fontManager, Path(mpl.get_data_path())
    fonts.ttflist = [font for font in fonts.ttflist if Path(font.fname).is_relative_to(own)]
    fonts.afmlist = [font for font in fonts.afmlist if Path(font.fname).is_relative_to(own)]
    # Where it is imported, here, nobody has a notebook; it would leave out columns that are wider than a terminal.
    pandas.set_option("display.max_columns", COLUMNS)
    figure, axes = plt.subplots(layout="constrained")
    axes.set(title="title", xlabel="label")
    figure.savefig(io.StringIO(), format="svg")
    plt.close(figure)


def reap(number: int, frame: FrameType | None) -> None:
    """Take note of the kernels that have ended (``SIGCHLD``), so that nothing is left of them."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def be_kernel(connection: str, folder: str, paths: list[str], permitted: dict[str, Any] | None) -> None:
    """Be a kernel, as if started anew.

    :param connection: the file that says how to reach it.
    :param folder: where it runs.
    :param paths: where it finds the code of the book, and of the engine.
    :param permitted: what its cells may read (:class:`edition.sphinx.run.guard.Guard`); None for anything.
    """
    os.chdir(folder)
    numpy.random.seed()  # a fork would draw the numbers that its parent and its siblings draw
    sys.path[:] = [*paths, *(place for place in sys.path if place not in paths)]
    sys.dont_write_bytecode = True
    parent = f"--IPKernelApp.parent_handle={os.getppid()}"  # it ends when its parent is gone
    flags = ["--HistoryManager.enabled=False", "--ignore-cwd", "--InteractiveShellApp.exec_PYTHONSTARTUP=False"]
    application = IPKernelApp.instance()
    application.initialize(["-f", connection, parent, *flags])
    assert application.shell is not None
    application.shell.events.register("post_run_cell", Unshown().say)
    limit_streams(application.shell.events)
    if permitted is not None:
        watch = guard().Guard(**permitted)
        application.shell.events.register("post_run_cell", lambda result: say_stopped(watch.stopped))
        at_end(application.kernel, watch.end)
        watch.start()
    application.start()


def at_end(kernel: Any, act: Callable[[], None]) -> None:
    """Let something be done before a kernel begins to end, as when it looks for the processes it leaves behind."""
    shut_down = kernel.do_shutdown

    def act_first(*arguments: Any, **options: Any) -> Any:
        act()
        return shut_down(*arguments, **options)

    kernel.do_shutdown = act_first


def say_stopped(stopped: list[str]) -> None:
    """Say with the outputs of a cell what it was stopped from, as libraries may have kept it to themselves."""
    if stopped:
        display({STOPPED: list(dict.fromkeys(stopped))}, raw=True)
        stopped.clear()


def limit_streams(events: Any) -> None:
    """Stop a cell that prints without end."""
    written = 0

    def begin(*_: object) -> None:
        nonlocal written
        written = 0

    def limited(write: Any) -> Any:
        def count(text: str) -> Any:
            nonlocal written
            written += len(text)
            if written > MOST_TEXT:
                raise RuntimeError(f"more than {MOST_TEXT / 1e6:g} MB of text; print less")
            return write(text)

        return count

    events.register("pre_run_cell", begin)
    for stream in (sys.stdout, sys.stderr):
        stream.write = limited(stream.write)  # type: ignore[method-assign]


class Unshown:
    """The charts that are drawn, and neither shown nor closed."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def say(self, *_: object) -> None:
        """Say with the outputs of a cell which they are, if these are others than before."""
        before, self.numbers = self.numbers, plt.get_fignums()
        if self.numbers != before:
            display({OPEN: self.numbers}, raw=True)


def guard() -> Any:
    """Return the module beside this file, which is part of no package here."""
    spec = spec_from_file_location("guard", Path(__file__).with_name("guard.py"))
    assert spec is not None and spec.loader is not None
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    if len(sys.argv) > 1:
        prepare()
        be_kernel(**json.loads(sys.argv[1]))
    else:
        serve()
