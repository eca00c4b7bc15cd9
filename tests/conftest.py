"""The built book, made once for all tests that read it."""

from __future__ import annotations

import pytest
from built import Book

from edition.build import build


@pytest.fixture(scope="session")
def book() -> Book:
    """The book, built as ``make book`` builds it; quick if nothing has changed since."""
    return Book(**build(["html", "pdf"]))
