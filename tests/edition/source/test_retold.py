"""What the ledger names of the book is there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lighthouses import BOOK, copy_of_book

from edition.source.retold import unretold


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the book of the lighthouses."""
    return copy_of_book(tmp_path / "lighthouses")


KINDS = {
    "a section": (
        "data/claims.csv",
        "C001,oil,1",
        "C001,oill,1",
        "row 1, column section: C001: the book has no page 'oill'; write oil",
    ),
    "a paragraph": (
        "data/claims.csv",
        "C001,oil,1",
        "C001,oil,999",
        "row 1, column paragraph: C001: oil retells no paragraph 999, but 1; correct the number, or write the paragraph",
    ),
    "a paragraph that is gone": ("book/oil.md", "{#oil-1}", "{#oil-2}", "C001: oil retells no paragraph 1, but 2"),
    "a note": (
        "book/towers.md",
        "[^n01]: ",
        "[^n03]: ",
        "column note: C00[12]: no page has the note 1; correct the number",
    ),
    "a work": (
        "references.bib",
        "mason_stones_1860",
        "mason_stones_1861",
        "row 3, column bibkey: references.bib has no work",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_named_with_row_and_cure(book: Path, kind: str) -> None:
    name, old, new, said = KINDS[kind]
    text = (book / name).read_text(encoding="utf-8")
    assert old in text
    (book / name).write_text(text.replace(old, new), encoding="utf-8")
    found = [line for line in unretold(book / "data") if re.search(said, line)]
    assert found and all(line.startswith("data/") for line in found), unretold(book / "data")


def test_what_is_there_is_not_named(book: Path) -> None:
    assert unretold(book / "data") == []


def test_without_a_book_nothing_is_said(tmp_path: Path) -> None:
    assert unretold(Path(shutil.copytree(BOOK / "data", tmp_path / "data"))) == []
