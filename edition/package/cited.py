"""What a row rests on: its sources, and in each the place and the few words that a reader should find there.

The columns ``locator`` and ``words`` have an entry for each key in ``source``, in the same order, with bars between
them: ``p. 7 | point 9``; a dash stands where none is known. A uniform table says once, in the property ``locator`` of its descriptor, where its rows stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from edition.package.read import PACKAGE, DataError, read_package, read_rows
from edition.said import place

COLUMNS = ("locator", "words")
BAR = "|"
NONE = "–"
UNKNOWN = "not known"  # what a locator says if nobody knows
# How much of a source was seen, the best first, and how that is said.
SEEN = {
    "whole": "whole",
    "in part": "in part",
    "abstract": "in its abstract",
    "through another": "through another work",
    "not seen": "not seen",
}
MOST = 12  # words: enough to search for, too few to stand for the source
TEMPLATE = re.compile(r"\{(\w*)\}")


class Citation(NamedTuple):
    """A source that a row names."""

    key: str
    locator: str = ""
    words: str = ""


def citations(row: Mapping[str, str]) -> list[Citation]:
    """Return the sources that a row names.

    :raises DataError: if there are not as many entries as sources; it names column and cure, and not yet the row.
    """
    keys = row.get("source", "").split()
    parts = [entries(row.get(column, ""), column, len(keys)) for column in COLUMNS]
    return [Citation(key, *found) for key, *found in zip(keys, *parts, strict=True)]


def entries(text: str, column: str, number: int) -> list[str]:
    """Return the entries of a cell: as many as there are sources, or none said of any.

    :raises DataError: if there is another number of them.
    """
    if not text:
        return [""] * number
    found = entries_in(text)
    if len(found) != number:
        raise DataError(
            f"column {column}: {len(found)} entries for {number} sources; write one for each key in source, "
            f"in the same order, with {BAR} between them"
        )
    return found


def entries_in(text: str) -> list[str]:
    """Return what stands between the bars of a cell; nothing where a dash stands, which some entries only begin with."""
    found = [entry.strip() for entry in text.split(BAR)]
    return ["" if entry == NONE else entry for entry in found]


def faults_of(row: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the entries of one row, with the cure."""
    try:
        found = citations(row)
    except DataError as error:
        yield str(error)
        return
    for citation in found:
        if (count := len(citation.words.split())) > MOST:
            yield f"column words: {count} words of {citation.key}; keep {MOST} at most, enough to search for"


def miscited(data: Path) -> list[str]:
    """Return what is wrong with locators and words in the tables of the folder `data`, one line each.

    The ledger looks at its own, with its other rules (:mod:`edition.ledger.sense`).

    :raises DataError: if a table cannot be read.
    """
    lines: list[str] = []
    for table in read_package(data)["resources"]:
        lines += _misplaced(table)
        columns = {field["name"] for field in table["schema"]["fields"]}
        if table["name"] != "claims" and "source" in columns and columns.intersection(COLUMNS):
            for number, row in enumerate(read_rows(table["name"], data), start=1):
                where = place(f"data/{table['path']}", row=number)
                lines += [f"{where}, {wrong}" for wrong in faults_of(row)]
    return lines


def _misplaced(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the columns that the template of a table's rows names and the table does not have."""
    columns = [field["name"] for field in table["schema"]["fields"]]
    for name in TEMPLATE.findall(str(table.get("locator", ""))):
        if name not in columns:
            yield f"{PACKAGE}: the locator of {table['name']} names the column {name!r}; it has {', '.join(columns)}"
