"""The process from which kernels are forked, run as a script: ``python forks.py``.

It imports what every chapter imports, and then starts a kernel for each line that it reads: the arguments, the folder and
the environment, in JSON. It answers with the number of the process. It ends when nobody writes to it any more, and its
kernels end with it. Nothing of the book is imported here, as what that finds depends on the folder.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

import ipykernel.ipkernel  # noqa: F401
import matplotlib.pyplot as plt
import matplotlib_inline.backend_inline  # noqa: F401
import pandas  # noqa: F401
from ipykernel.kernelapp import IPKernelApp


def serve() -> None:
    """Start a kernel for each order."""
    draw_something()
    signal.signal(signal.SIGCHLD, reap)
    for line in sys.stdin:
        order = json.loads(line)
        number = os.fork()
        if not number:
            return be_kernel(**order)
        print(number, flush=True)


def draw_something() -> None:
    """Let Matplotlib load, once for all kernels, what it loads only when a first chart is drawn."""
    figure, axes = plt.subplots(layout="constrained")
    axes.set(title="title", xlabel="label")
    figure.savefig(io.StringIO(), format="svg")
    plt.close(figure)


def reap(number: int, frame: FrameType | None) -> None:
    """Take note of the kernels that have ended (``SIGCHLD``), so that nothing is left of them."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def be_kernel(arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    """Be a kernel, with the arguments of ``ipykernel_launcher``, as if started anew."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()  # a signal for the kernel is for all processes that its cells start
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    given = [place for place in environment.get("PYTHONPATH", "").split(os.pathsep) if place]
    sys.path[:] = [*given, *(place for place in sys.path[1:] if place not in given)]  # the first is this file's folder
    parent = f"--IPKernelApp.parent_handle={os.getppid()}"  # it ends when its parent is gone
    IPKernelApp.launch_instance(argv=[*arguments, parent, "--HistoryManager.enabled=False"])


if __name__ == "__main__":
    serve()
