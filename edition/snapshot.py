"""The sources of a book at one moment: what is built from, and what tells whether anything has changed.

Sphinx compares dates, and a file may well be newer than its date says: unpacked, copied with ``cp -p``, synchronised. So
it reads a copy of the sources, in which a file has a new date if its contents are new, and only then. The copy also stays
as it is when somebody goes on writing while a build runs, and takes whatever a cell writes into the book.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from edition.moment import EPOCH
from edition.paths import EDITION
from edition.said import in_a_line

# What lies in a book's folder and says nothing of what is built from it: at its top, and anywhere.
NO_SOURCES = ("_build", "tests")
NOWHERE = ("__pycache__",)


def sources(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder from which something may be built; hidden ones and those of tests are left out."""
    for place, _, files in _walk(folder):
        yield from (Path(place, name) for name in files if not name.startswith("."))


def _folders(folder: Path) -> list[Path]:
    """Return the folders within a folder from which something may be built; links to some too, which are not followed."""
    return [Path(place, name) for place, folders, _ in _walk(folder) for name in folders]


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each folder from which something may be built, with the names of its folders and files."""
    for place, folders, files in os.walk(folder):
        passed = NOWHERE if Path(place) != folder else (*NOWHERE, *NO_SOURCES)
        folders[:] = [
            name
            for name in folders
            if not (name.startswith(".") or name in passed or _is_environment(Path(place, name)))
        ]
        yield place, folders, files


def _is_environment(folder: Path) -> bool:
    """Return whether a folder is a virtual environment, whatever its name."""
    return (folder / "pyvenv.cfg").is_file()


def not_copied(book: Path) -> list[str]:
    """Return what stands among the sources and cannot be one, a line each.

    A link that leads out of the book, to a folder, or nowhere; and a pipe, a socket or a device, whose reading need not end.
    """
    wrong = {
        folder: "a link that leads to a folder; put the folder itself there"
        for folder in _folders(book)
        if folder.is_symlink()
    }
    for file in sources(book):
        if file.is_symlink() and not (file.exists() and file.resolve().is_relative_to(book.resolve())):
            wrong[file] = "a link that leads out of the book, or nowhere; put the file itself there"
        elif not file.is_file():
            wrong[file] = "no file, but a pipe, a socket or a device; delete it"
    return [in_a_line(f"{file.relative_to(book)} is {wrong[file]}") for file in sorted(wrong)]


def take(book: Path, copy: Path) -> None:
    """Let `copy` hold the sources of `book` as they are now; a file that is as it was is not touched."""
    wanted = {file.relative_to(book) for file in sources(book)}
    folders = {folder for file in wanted for folder in file.parents}
    for root, inner, files in os.walk(copy, topdown=False):
        for file in (Path(root, name) for name in files):
            if file.relative_to(copy) not in wanted or file.is_symlink():  # or what it leads to would be written
                file.unlink()
        for folder in (Path(root, name) for name in inner):
            if folder.is_symlink():
                folder.unlink()
            elif folder.relative_to(copy) not in folders:
                folder.rmdir()
    for name in sorted(wanted):
        content, place = (book / name).read_bytes(), copy / name
        if not place.is_file() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, or one over the names and contents of all files in a folder."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return _of_files(path, (file for file in path.rglob("*") if file.is_file()))


@cache
def packages() -> tuple[str, ...]:
    """Return the packages of the environment, with their versions."""
    return tuple(sorted(f"{package.name}=={package.version}" for package in metadata.distributions()))


def of_book(book: Path) -> str:
    """Return a digest of all that a book is built from: its files, the engine, the packages, and the date that is set."""
    around = [sys.version, *packages(), os.environ.get(EPOCH, "")]
    files = _of_files(book, {*sources(book), *sources(EDITION)})
    return hashlib.sha256("\n".join([*around, files]).encode()).hexdigest()


def _of_files(root: Path, files: Iterable[Path]) -> str:
    """Return one SHA-256 over the names, from `root`, and the contents of files."""
    state = hashlib.sha256()
    for file in sorted(files):
        state.update(os.fsencode(os.path.relpath(file, root)) + b"\0")
        state.update(hashlib.sha256(file.read_bytes()).digest())
    return state.hexdigest()
