"""What a command says if the machine lets it down: one line with the cure, and no traceback."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator

from edition.moment import EPOCH
from edition.package.read import DataError
from edition.paths import ROOT
from edition.settings import SettingsError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class MachineError(RuntimeError):
    """The machine, not the book, is at fault; the message says what to do."""


#: What a person can cause; the message says where, and what to do.
MEANT = (MachineError, SettingsError, DataError)


def check_environment() -> None:
    """Look at the variables of the environment that others read as numbers.

    :raises MachineError: if one of them is none.
    """
    value = os.environ.get(EPOCH)
    if value is not None and not (value.isascii() and value.isdigit() and len(value) < 12):
        raise MachineError(
            f"{EPOCH} is {value!r}, but a number of seconds is wanted; correct it, or run: unset {EPOCH}"
        )


def speak() -> None:
    """Let a screen that has not all letters show what it can, and let warnings, which are for programmers, end nothing.

    For this process, and for those that it starts.
    """
    for screen in (sys.stdout, sys.stderr):
        if isinstance(screen, io.TextIOWrapper):
            screen.reconfigure(errors="backslashreplace")
    os.environ.pop("PYTHONWARNINGS", None)
    if any("error" in option for option in sys.warnoptions):
        sys.warnoptions.clear()
        warnings.resetwarnings()
        warnings.simplefilter("ignore")


def browsers() -> list[str]:
    """Return the executables of Chromium and its kin that this machine has."""
    return [path for name in BROWSERS if (path := shutil.which(name))]


def run(command: Callable[[], int | None]) -> int:
    """Run a command, and return its status; what a user or the machine can cause is said in one line, without a traceback."""
    speak()
    try:
        return command() or 0
    except Exception as error:
        said = machine_fault(error) or (str(error) if isinstance(error, MEANT) else "")
        if not said:
            raise
        print(said, file=sys.stderr)
        return 1


def machine_fault(error: BaseException) -> str | None:
    """Return in one line what of the machine is behind an error, with the cure; None if it is something else."""
    for one in _chain(error):
        if isinstance(one, OSError) and (said := _said(one)):
            return said
        if isinstance(one, ModuleNotFoundError) and (ROOT / str(one.name).partition(".")[0]).exists():
            return f"there is no module {one.name}; correct its name where it is imported or named"
        if isinstance(one, ModuleNotFoundError):
            return f"the package {one.name} is missing in .venv; run: rm -rf .venv, and then the command again"
        if isinstance(one, MemoryError):
            return "the memory is full; close other programs, and run it again"
        if "readonly database" in str(one) or "unable to open database" in str(one):
            return "the cache of results cannot be written; let _build be writable, or run: make clean"
        if "disk is full" in str(one) or "disk I/O error" in str(one):
            return "the disk is full; free some space, and run it again"
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, and those that led to it."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__ or getattr(one, "orig_exc", None)


def _said(error: OSError) -> str | None:
    """Return in a line what the system refuses."""
    where = f"{os.path.relpath(error.filename)}: " if isinstance(error.filename, str) else ""
    if error.errno in FULL:
        return f"{where}the disk is full; free some space, and run it again"
    if error.errno in CLOSED:
        folder = os.path.relpath(os.path.dirname(os.path.abspath(error.filename))) if where else "the folder"
        return f"{where}this user may not read or write it; let {folder} be yours, as with: chmod -R u+rwX {folder}, or work in a copy"
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return f"{where}a file stands where a folder is wanted, or a folder for a file; move it away"
    if error.errno == errno.ENOENT and where:
        return f"{where}it is not there, or was taken away meanwhile; restore it, and run it again"
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return "too many files are open; close other programs, or raise the limit: ulimit -n 4096"
    return None
