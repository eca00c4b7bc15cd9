"""The book of the lighthouses to spoil."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from lighthouses import BOOK, copy_of_book


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the book of the lighthouses to spoil; its cross-checks are those that its own settings name."""
    copy_of_book(tmp_path)
    monkeypatch.syspath_prepend(BOOK)
    checks = import_module("coast.checks")
    monkeypatch.setattr("edition.package.crosscheck.registered", lambda name: {"edition_checks": checks}[name])
    return tmp_path / "data"


@pytest.fixture
def edit(copy: Path) -> Callable[[str, str, str], None]:
    """What replaces one text in a file of the copy, which must hold it exactly once."""

    def replace(file: str, old: str, new: str) -> None:
        text = (copy / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (copy / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace
