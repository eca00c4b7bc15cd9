"""The one form in which messages name a place, and what they say of a name that is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.paths import EDITION
from edition.said import choice, gathered, place

FORM = re.compile(r"[\w./-]+(, part \d+)?(, row \d+)?(, column \w+)?(, (cell \d+( \(line [\w ]+\))?|line \d+))?")


@pytest.mark.parametrize(
    ("said", "form"),
    [
        (place("book/oil.md"), "book/oil.md"),
        (place("book/oil.md", line=7), "book/oil.md, line 7"),
        (place("book/oil.md", cell=2, line=28), "book/oil.md, cell 2 (line 28)"),
        (place("book/oil.ipynb", cell=2), "book/oil.ipynb, cell 2"),
        (place("data/oil.csv", row=3), "data/oil.csv, row 3"),
        (place("data/oil.csv", row=3, column="barrels"), "data/oil.csv, row 3, column barrels"),
    ],
)
def test_a_place_is_named_in_one_form(said: str, form: str) -> None:
    assert said == form
    assert FORM.fullmatch(said)


def test_a_name_that_is_none_is_answered_with_what_was_perhaps_meant() -> None:
    assert choice("titel", ["title", "author"]) == "write title, if that is meant"
    assert choice("zzz", ["title", "author"]) == "choose from author, title"
    assert choice("zzz", []) == "there is none to choose from"


def test_what_is_wrong_with_many_rows_is_said_once() -> None:
    wrong = [f"data/oil.csv, row {row}, column year: no year; correct it" for row in (9, 2, 3, 4)]
    assert gathered(["first", *wrong, "last"]) == [
        "first",
        "data/oil.csv, rows 2 to 4, 9, column year: no year; correct it",
        "last",
    ]
    few = wrong[:3]
    assert gathered(few) == few


def test_no_message_makes_a_place_of_its_own() -> None:
    """But those of the printed book, which name the places that its compiler gives."""
    own = re.compile(r'f"[^"]*, (?:row|line|cell) \{')
    files = [file for room in ("*.py", "package", "ledger", "source", "sphinx", "cell") for file in modules(room)]
    assert len(files) > 80
    found = {file.name: own.findall(file.read_text(encoding="utf-8")) for file in files if file.name != "said.py"}
    assert {name: lines for name, lines in found.items() if lines} == {}


def modules(room: str) -> list[Path]:
    """Return the modules of a room, or those beside the rooms."""
    return sorted(EDITION.glob(room) if "*" in room else (EDITION / room).rglob("*.py"))
