"""What a cell may touch: a hook that stops it where a result would depend on, or change, what no digest knows.

It is made against accidents and not against malice: it knows what Python announces as audit events, and a library that
reads a file in C announces nothing. Part of the script ``forks.py``, and imports nothing of the engine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

READER = os.path.join("edition", "package", "read.py")  # through which ``load`` reads
IMPORT = "<frozen importlib._bootstrap_external>"  # which looks for modules in the folders of the path
# Where Python and the libraries look for what they need of the system: libraries, time zones, types of files.
SYSTEM = (
    "/usr/lib", "/usr/share/zoneinfo", "/etc/localtime", "/etc/mime.types", "/etc/apache2/mime.types", "/etc/httpd",
    "/usr/local/etc/mime.types", "/System", "/Library",
)  # fmt: skip
DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/tty")  # that keep nothing
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# What changes files: for each path among the arguments its place, and that of the folder from which it is counted.
CHANGES: dict[str, tuple[tuple[int, int | None], ...]] = {
    **dict.fromkeys(("os.remove", "os.rmdir"), ((0, 1),)),
    **dict.fromkeys(("os.mkdir", "os.chmod"), ((0, 2),)),
    **dict.fromkeys(("os.chown", "os.utime"), ((0, 3),)),
    **dict.fromkeys(("os.truncate", "os.setxattr", "os.removexattr"), ((0, None),)),
    **dict.fromkeys(("os.rename", "os.link"), ((0, 2), (1, 3))),
    "os.symlink": ((0, None), (1, 2)),
}
PROCESSES = (
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.startfile",
    "pty.spawn",
)  # fmt: skip
CONNECTIONS = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr",
)  # fmt: skip


class Stopped(PermissionError):
    """What a cell may not do; the message says what to do instead. Libraries take it as a file without permission."""


@dataclass
class Guard:
    """What the cells of one chapter may read, and the hook that holds them to it."""

    book: str  # the folder of the book
    data: str  # that of its tables
    tables: list[str]  # the files that ``load`` may read
    code: list[str]  # the book's own files, and the engine's, that cells may import
    cache: str  # where Matplotlib keeps its list of fonts
    around: tuple[str, ...] = field(init=False)
    temporary: str = field(init=False)
    stopped: list[str] = field(init=False, default_factory=list)  # what was, whatever a library then made of it
    ended: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        real = os.path.realpath
        self.book, self.data, self.cache = real(self.book), real(self.data), real(self.cache)
        self.tables, self.code = [real(path) for path in self.tables], [real(path) for path in self.code]
        self.temporary = real(tempfile.gettempdir())  # asked for now: it tries to write, and the hook must not ask
        python = {real(path) for path in (sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.dirname(os.__file__))}
        given = {real(path) for path in sys.path if (path and "site-packages" in path) or "dist-packages" in path}
        self.around = (*sorted(python | given, key=len, reverse=True), *SYSTEM)

    def start(self) -> None:
        """Watch this process until it is to end."""
        checks: dict[str, Callable[..., None]] = {
            "open": self.opens,
            "os.listdir": self.lists,
            "os.scandir": self.lists,
            "sqlite3.connect": self.connects_to,
            "ctypes.dlopen": self.takes,
        }
        checks |= dict.fromkeys(CONNECTIONS, self.connects) | dict.fromkeys(PROCESSES, self.runs)
        checks |= {event: self.changer(places) for event, places in CHANGES.items()}

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            if event in checks and not self.ended:
                try:
                    checks[event](*arguments)
                except Stopped as error:
                    self.stopped.append(str(error))
                    raise

        sys.addaudithook(hook)

    def end(self) -> None:
        """Let the process look after itself: it ends, and no cell runs any more."""
        self.ended = True

    # -- what is checked

    def opens(self, path: Any, mode: str | None, flags: int | None, *others: Any) -> None:
        """A file is opened."""
        if (place := _real(path)) is None:
            return
        if set(mode or "") & set("wax+") or (mode is None and (flags or 0) & WRITING):
            self.writes(place)
        elif not self.may_read(place) and not _is_quoted(place):
            raise Stopped(self.why_not(place))

    def lists(self, path: Any = ".", *others: Any) -> None:
        """The names in a folder are asked for: those of the tables are data too."""
        place = _real("." if path is None else path)
        if place is None:
            return
        if _within(place, self.data):
            raise Stopped(f"the files of {self.said(place)} are listed: name each table, load('…')")
        if not self.is_around(place) and not _through(IMPORT):
            raise Stopped(
                f"the files of {self.said(place)} are listed, and nobody would see it change: put what is meant into data/"
            )

    def connects_to(self, database: Any, *others: Any) -> None:
        """A database is opened, which may be written too."""
        if database != ":memory:" and (place := _real(database)) is not None:
            self.writes(place)

    def takes(self, library: Any, *others: Any) -> None:
        """A library of the system is loaded; one that has a name alone lies where the system has its own."""
        if isinstance(library, str) and os.sep in library:
            self.opens(library, "r", None)

    def changer(self, places: tuple[tuple[int, int | None], ...]) -> Callable[..., None]:
        """Return the check of a change of files, of whose arguments those at `places` are paths, each with its folder."""

        def check(*arguments: Any) -> None:
            for number, at in places:
                folder = arguments[at] if at is not None and at < len(arguments) else None
                place = _real(arguments[number], folder if isinstance(folder, int) and folder >= 0 else None)
                if place is not None:
                    self.writes(place)

        return check

    def writes(self, place: str) -> None:
        """A file or folder is written."""
        if not _within(place, self.temporary, self.cache, *DEVICES):
            raise Stopped(
                f"{self.said(place)} is written: a cell may write into its temporary folder only, tempfile.gettempdir()"
            )

    def connects(self, *arguments: Any) -> None:
        """A connection is opened."""
        raise Stopped("a connection is opened: put the data into data/, with their source, and load('…') them")

    def runs(self, *arguments: Any) -> None:
        """A process is started."""
        raise Stopped("a process is started: what it says, no digest knows; do it in Python, or beforehand into data/")

    # -- what may be read

    def may_read(self, place: str) -> bool:
        """Return whether a file may be read."""
        if place in self.tables:
            return _through(READER)
        return place in self.code or _source_of(place) in self.code or self.is_around(place)

    def is_around(self, place: str) -> bool:
        """Return whether a file or folder is one that the cells may write, or belongs to Python or the system."""
        if _within(place, self.temporary, self.cache, *DEVICES):
            return True
        nearest = next((one for one in self.around if _within(place, one)), "")
        return bool(nearest) and not (_within(place, self.book) and len(nearest) < len(self.book))

    def why_not(self, place: str) -> str:
        """Return why a file may not be read, and the cure."""
        said = self.said(place)
        if _through(READER):
            return f"{said} is loaded by a call that is not found in the source of the page: write load('{Path(place).stem}')"
        if _within(place, self.data):
            return f"{said} is read past load, so that nobody would see it change: write load('{Path(place).stem}')"
        if place.endswith((".py", ".pyc")):
            return (
                f"{said} is code that no digest knows: put it into a file that edition_kernel_code in _config.yml names"
            )
        return f"{said} is read, so that nobody would see it change: make it a table in data/ and load('…') it"

    def said(self, place: str) -> str:
        """Return a path as a reader of the book knows it."""
        return os.path.relpath(place, self.book) if _within(place, self.book) else place


def _real(path: Any, folder: int | None = None) -> str | None:
    """Return the whole path; None if it is no path but the number of an open file."""
    if isinstance(path, int) or path is None:
        return None
    try:
        text = os.fsdecode(path)
        base = os.readlink(f"/proc/self/fd/{folder}") if folder is not None and not os.path.isabs(text) else ""
        return os.path.realpath(os.path.join(base, text))
    except (OSError, TypeError, ValueError):
        return None


def _within(place: str, *folders: str) -> bool:
    return any(place == folder or place.startswith(os.path.join(folder, "")) for folder in folders)


def _is_quoted(place: str) -> bool:
    """Return whether Python looks for the line of an error in the code of a cell, which is in no file but has the name of one."""
    name, end = os.path.splitext(os.path.basename(place))
    return name.isdigit() and end == ".py" and not os.path.exists(place)


def _source_of(place: str) -> str:
    """Return the source of compiled code."""
    folder, name = os.path.split(place)
    return os.path.join(os.path.dirname(folder), f"{name.partition('.')[0]}.py") if name.endswith(".pyc") else place


def _through(*files: str) -> bool:
    """Return whether what is running was called from one of these files."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.endswith(files):
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False
