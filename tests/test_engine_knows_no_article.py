"""The engine names nothing of this article: no state, person, place, event, table, claim, work or chapter.

The names are read from the data, so that a name that comes in with a new row is looked for from then on.
"""

from __future__ import annotations

import csv
import datetime
import json
import re
from pathlib import Path

import pytest

from edition.cell.days import written
from edition.paths import DATA, EDITION, ROOT

SUFFIXES = (".py", ".typ", ".js", ".css", ".mplstyle", ".md", ".html")
# Whom the rows speak of.
WHO = ("state", "recipient", "supplier", "partner", "territory", "name", "platform", "host", "agency", "third_party")
WHERE = ("place", "name_azerbaijani", "name_armenian", "name_armenian_script")
# The tables of the engine's own interface.
INTERFACE = {"claims", "sources"}

# Ordinary words that the engine needs and that are names in this article too: where they may stand, and why.
EXCUSED = {
    "places": ("*", "the English word; also of rows, of pages, of nodes"),
    "unknown": ("*", "the English word"),
    "outlines": ("cell/style.mplstyle", "the outlines of letters"),
    "Georgia": ("sphinx/static/*.css", "a typeface"),
    "Armenian": ("fonts/*", "a script and its typefaces"),
    "Noto Sans Armenian": ("typst/book.typ", "a typeface"),
    "Noto Serif Armenian": ("typst/book.typ", "a typeface"),
    "ARMENIAN": ("typst/index.py", "a script, by its name in Unicode; the index follows the order of scripts"),
    "C001": ("*", "the form of an identifier, fixed for every book"),
}


def rows(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(file.open(encoding="utf-8", newline="")))


def names() -> set[str]:
    """Return every name of the article."""
    tables = {resource["name"] for resource in json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]}
    found = {"Karabakh", "Artsakh", *(tables - INTERFACE)}
    found |= {page.stem for page in (ROOT / "book").glob("*-*.md")}
    found |= set(re.findall(r"^@\w+\{(\w+),", (ROOT / "references.bib").read_text(encoding="utf-8"), re.MULTILINE))
    for file in DATA.glob("*.csv"):
        for row in rows(file):
            found |= {part for column in (*WHO, *WHERE) for part in proper_names(row.get(column) or "")}
            if "-" in (key := row.get("key") or ""):
                found.add(key)
            if file.stem not in INTERFACE and len(date := row.get("date") or "") == len("2020-11-10"):
                found |= {date, written(date)}
    return found


def proper_names(text: str) -> set[str]:
    """Return the names in a cell that may list several, such as ``Khankendi/Stepanakert`` or ``A and B (C)``."""
    parts = (part.strip() for part in re.split(r"[/,;()]|\b(?:and|with|of)\b", text))
    return {part for part in parts if re.search(r"\w{3}", part) and part[0].isupper()}


NAMES = names()
# A name may be a part of a longer one, and have the ending of an adjective: Armenian, Azerbaijani, KARABAKH_DATA.
PATTERN = re.compile(
    r"(?<![^\W_])(?:(?:"
    + "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True)))
    + r")(?:ns?|is?)?|C\d{3})(?![^\W_])",
    re.IGNORECASE,
)
FILES = sorted(path for path in EDITION.rglob("*") if path.suffix in SUFFIXES)


def test_the_names_are_those_of_the_article() -> None:
    assert {"Armenia", "Charles Michel", "Lachin", "Berdzor", "timeline", "shusha-declaration", "2020-11-10"} <= NAMES
    assert datetime.date.fromisoformat("2020-11-10").strftime("%d %B %Y") in NAMES


@pytest.mark.parametrize(
    "text", ["of Armenia", "an Azerbaijani", "_build/karabakh.pdf", "load('roll_calls')", "C022", "Lachin,"]
)
def test_a_name_is_found_in(text: str) -> None:
    assert PATTERN.search(text)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(EDITION).as_posix())
def test_the_engine_does_not_name(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    inside = file.relative_to(EDITION)
    for word, (where, _) in EXCUSED.items():
        if inside.match(where):
            text = re.sub(rf"(?<![^\W_]){word}(?![^\W_])", "", text, flags=re.IGNORECASE)
    found = [f"line {text[: match.start()].count(chr(10)) + 1}: {match[0]}" for match in PATTERN.finditer(text)]
    assert found == [], "write an example from an orchard instead, or excuse the word with a reason"
