"""The engine names nothing of this article; the examples in its descriptions are of an orchard."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from article import NAMES, named_in, without

from edition.paths import EDITION

SUFFIXES = (
    ".py",
    ".typ",
    ".js",
    ".css",
    ".mplstyle",
    ".md",
    ".html",
    ".jinja",
    ".toml",
    ".svg",
    ".xml",
    ".txt",
    ".json",
)
# Ordinary words that the engine needs and that are names in this article too: where they may stand, and why.
EXCUSED = {
    "places": ("*", "the English word; also of rows, of pages, of nodes"),
    "unknown": ("*", "the English word"),
    "outlines": ("cell/style.mplstyle", "the outlines of letters"),
    "Georgia": ("*.css", "a typeface"),
    "Armenian": ("fonts/*", "a script and its typefaces"),
    "Noto Sans Armenian": ("typst/book.typ", "a typeface"),
    "Noto Serif Armenian": ("typst/book.typ", "a typeface"),
    "ARMENIAN": ("typst/index.py", "a script, by its name in Unicode; the index follows the order of scripts"),
    "C001": ("*", "the form of an identifier, fixed for every book"),
}


# Of the author, whose pronoun is hers alone, and of what the tables count: no name, and yet of this article.
OF_THIS_ARTICLE = re.compile(r"\b(she|hers|roll.calls?|votes?|ballots?)\b", re.IGNORECASE)
FILES = sorted(path for path in EDITION.rglob("*") if path.suffix in SUFFIXES)


def test_the_names_are_those_of_the_article() -> None:
    assert {"Armenia", "Charles Michel", "Lachin", "Berdzor", "timeline", "shusha-declaration", "2020-11-10"} <= NAMES
    assert datetime.date.fromisoformat("2020-11-10").strftime("%d %B %Y") in NAMES


@pytest.mark.parametrize(
    "text", ["of Armenia", "an Azerbaijani", "_build/karabakh.pdf", "load('roll_calls')", "C022", "Lachin,"]
)
def test_a_name_is_found_in(text: str) -> None:
    assert named_in(text)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(EDITION).as_posix())
def test_the_engine_does_not_name(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for word, (where, _) in EXCUSED.items():
        if file.relative_to(EDITION).match(where):
            text = without(text, word)
    found = [*named_in(text), *OF_THIS_ARTICLE.findall(text)]
    assert found == [], "write an example from an orchard instead, or excuse the word with a reason"
