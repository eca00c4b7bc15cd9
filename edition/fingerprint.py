"""Digests of files and folders: whether something is as it was depends on contents, and never on dates."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from edition.paths import EDITION

# What lies in a book's folder and says nothing of what is built from it.
NO_SOURCES = ("_build", "__pycache__", "tests")


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, or one over the names and contents of all files in a folder."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return of_files(path, (file for file in path.rglob("*") if file.is_file()))


def of_files(root: Path, files: Iterable[Path]) -> str:
    """Return one SHA-256 over the names, from `root`, and the contents of files."""
    state = hashlib.sha256()
    for file in sorted(files):
        state.update(os.path.relpath(file, root).encode() + b"\0")
        state.update(hashlib.sha256(file.read_bytes()).digest())
    return state.hexdigest()


def of_book(root: Path) -> str:
    """Return a digest of all that a book is built from: its files, the engine, the packages, and the date that is set."""
    packages = sorted(f"{package.name}=={package.version}" for package in metadata.distributions())
    around = [sys.version, *packages, os.environ.get("SOURCE_DATE_EPOCH", "")]
    files = {*_sources(root), *_sources(EDITION)}
    return hashlib.sha256("\n".join([*around, of_files(root, files)]).encode()).hexdigest()


def _sources(folder: Path) -> Iterable[Path]:
    """Yield the files of a folder from which something may be built; hidden ones and those of tests are left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in NO_SOURCES]
        yield from (Path(place, name) for name in files if not name.startswith("."))
