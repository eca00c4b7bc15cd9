"""The book of the lighthouses, on another subject than this one: what the tests of the engine read."""

from __future__ import annotations

import shutil
from pathlib import Path

BOOK = Path(__file__).parent / "books" / "lighthouses"
DATA = BOOK / "data"


def copy_of_book(folder: Path) -> Path:
    """Copy the sources of the book into `folder`, to be spoiled there, and return it."""
    ignored = shutil.ignore_patterns("_build", "__pycache__")
    return Path(shutil.copytree(BOOK, folder, ignore=ignored, dirs_exist_ok=True))
