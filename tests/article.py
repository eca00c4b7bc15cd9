"""The names of this article: its states, persons, places, events, tables, claims, works and chapters.

They are read from the data, so that a name that comes in with a new row is looked for from then on.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from edition.cell.written_dates import written
from edition.paths import DATA, ROOT

# Whom the rows speak of.
WHO = ("state", "recipient", "supplier", "partner", "territory", "name", "platform", "host", "agency", "third_party")
WHERE = ("place", "name_azerbaijani", "name_armenian", "name_armenian_script")
# The tables of the engine's own interface.
INTERFACE = {"claims", "sources"}


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
            found |= names_in(row, dated=file.stem not in INTERFACE)
    return found


def names_in(row: dict[str, str], dated: bool) -> set[str]:
    """Return the names in a row of a table, and the day of it, if its days are the article’s."""
    found = {part for column in (*WHO, *WHERE) for part in proper_names(row.get(column) or "")}
    if "-" in (key := row.get("key") or ""):
        found.add(key)
    if dated and len(date := row.get("date") or "") == len("2020-11-10"):
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


def named_in(text: str) -> list[str]:
    """Return the names of the article in a text, each with its line."""
    return [f"line {text[: match.start()].count(chr(10)) + 1}: {match[0]}" for match in PATTERN.finditer(text)]


def without(text: str, word: str) -> str:
    """Return a text without a word, of whatever case."""
    return re.sub(rf"(?<![^\W_]){word}(?![^\W_])", "", text, flags=re.IGNORECASE)
