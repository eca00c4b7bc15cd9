"""The built book, made once for all tests that read it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from built import Book, volumes

from edition.paths import BUILD, ROOT

TESTS = Path(__file__).parent
# Where tests need the built book, or execute a small one, which takes minutes.
BUILT = tuple(TESTS / folder for folder in ("book", "books", "browser", "edition/sphinx/run", "edition/mutate_data"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a book built or executed, by their folder: ``make check`` leaves them out."""
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in BUILT):
            item.add_marker("built")


@pytest.fixture(scope="session")
def book() -> Book:
    """The book, built as ``make book`` builds it; at once if nothing has changed since."""
    command = [sys.executable, "-m", "edition.build", "html", "pdf", "epub"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted({*BUILD.glob("*.pdf")} - {*BUILD.glob("*-print.pdf")}) == sorted(volumes())
    return Book(html=BUILD / "html", volumes=volumes(), epub=volumes()[0].with_suffix(".epub"))
