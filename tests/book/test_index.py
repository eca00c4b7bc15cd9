"""The index of each printed volume has whom and what its text speaks of."""

from __future__ import annotations

import csv
import re

import pytest
from built import Book
from sheets import BODY, Sheet, sheets_of

from edition.alphabet import fold
from edition.paths import DATA

#: The tables whose names a reader looks up, each with the column of the names.
TABLES = {"people_and_offices": "name", "places": "name"}
#: A name on so many pages of the running text is spoken of.
SEVERAL = 3


def names() -> set[str]:
    """Return each name as the text has it: the last of a person's, both of a place with two."""
    found = set()
    for table, column in TABLES.items():
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                is_person = table == "people_and_offices" and row["side"] != "Institution"
                found |= {row[column].split()[-1]} if is_person else set(row[column].split("/"))
    return found


@pytest.fixture(scope="module")
def volumes(book: Book) -> list[list[Sheet]]:
    return [list(sheets_of(pdf)) for pdf in book.volumes]


def index_of(sheets: list[Sheet]) -> str:
    """Return the text of the index of a volume."""
    first = next(
        n for n, sheet in enumerate(sheets) if any(run.text.strip() == "Index" and run.size > 14 for run in sheet.runs)
    )
    last = next(
        (n for n, s in enumerate(sheets[first + 1 :], first + 1) if any(run.size > 14 for run in s.runs)), len(sheets)
    )
    return " ".join(re.sub(r"\s+", " ", sheet.text) for sheet in sheets[first:last])


def test_whoever_is_named_on_several_pages_is_in_the_index(volumes: list[list[Sheet]]) -> None:
    for sheets in volumes:
        index = fold(index_of(sheets))
        texts = [
            fold(" ".join(run.text for run in sheet.runs if (run.face, run.size) == BODY))
            for sheet in sheets
            if sheet.label.isdigit()
        ]
        often = {
            name for name in names() if sum(bool(re.search(rf"\b{fold(name)}\b", text)) for text in texts) >= SEVERAL
        }
        assert len(often) >= 3
        assert {name for name in often if fold(name) not in index} == set()


def test_no_term_stands_twice_and_other_names_lead_to_it(volumes: list[list[Sheet]]) -> None:
    for sheets in volumes:
        index = index_of(sheets)
        assert re.search(r"\bCSTO, see Collective Security Treaty Organization", index) or "CSTO" not in index
        terms = re.findall(r"(?:^|(?<=\d) )([A-ZÇŞƏ][^\d,]+), \d", index)
        assert len(terms) > 20 and len(terms) == len(set(terms)), sorted(t for t in set(terms) if terms.count(t) > 1)
