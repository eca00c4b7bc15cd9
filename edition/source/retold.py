"""Whether what the ledger names of the book is there: the sections, paragraphs and notes of the article, the works of its sources.

A section of the article is a page of the book, its paragraphs have addresses that end in their numbers, as ``{#towers-3}``,
and its notes are named after theirs, as ``[^n07]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.ledger.claim import LEDGER, read_claims
from edition.package.read import DataError, read_package, read_rows
from edition.said import choice, place
from edition.settings import CONFIG, read_yaml
from edition.source.page_files import page_files

PARAGRAPH = re.compile(r"^\{#[a-z][a-z-]*-(\d+)[ }]", re.MULTILINE)
NOTE = re.compile(r"^\[\^n0*(\d+)\]:", re.MULTILINE)
WORK = re.compile(r"^\s*@\w+\s*[{(]\s*([^\s,{}]+)\s*,", re.MULTILINE)


def unretold(data: Path) -> list[str]:
    """Return what the ledger and the table of sources name and the book does not have, one line each.

    :param data: the folder of the tables, in the folder of the book; without a book nothing is said.
    :raises DataError: if a table or a list of works cannot be read.
    """
    tables = {table["name"] for table in read_package(data)["resources"]}
    return [
        *(_of_the_article(data) if "claims" in tables else ()),
        *(_of_the_works(data) if "sources" in tables else ()),
    ]


def _of_the_article(data: Path) -> Iterator[str]:
    """Yield the sections, paragraphs and notes that no page has."""
    try:
        pages = {name.rpartition("/")[2]: _text(file) for name, file in page_files(data.parent).items()}
    except DataError:
        return  # that there is no table of contents, others say
    paragraphs = {name: {*PARAGRAPH.findall(text)} for name, text in pages.items()}
    notes = {note for text in pages.values() for note in NOTE.findall(text)}
    for number, claim in enumerate(read_claims(data).values() if pages else (), start=1):
        where = {column: place(LEDGER, row=number, column=column) for column in ("section", "paragraph", "note")}
        if claim.section not in pages:
            yield f"{where['section']}: {claim.id}: the book has no page {claim.section!r}; {choice(claim.section, pages)}"
        elif (known := paragraphs[claim.section]) and claim.paragraph not in known:
            said = f"{claim.section} retells no paragraph {claim.paragraph}, but {', '.join(sorted(known, key=int))}"
            yield f"{where['paragraph']}: {claim.id}: {said}; correct the number, or write the paragraph"
        if claim.note and claim.note not in notes:
            yield f"{where['note']}: {claim.id}: no page has the note {claim.note}; correct the number, or add the note"


def _of_the_works(data: Path) -> Iterator[str]:
    """Yield the keys of works that no list of works has."""
    listed = read_yaml(data.parent / CONFIG).get("bibtex_bibfiles")
    files = [data.parent / str(name) for name in (listed if isinstance(listed, list) else [])]
    works = {key for file in files if file.is_file() for key in WORK.findall(_text(file))}
    for number, row in enumerate(read_rows("sources", data) if works else (), start=1):
        if (key := row.get("bibkey")) and key not in works:
            names = ", ".join(file.name for file in files)
            yield f"{place('data/sources.csv', row=number, column='bibkey')}: {names} has no work {key!r}; {choice(key, works)}"


def _text(file: Path) -> str:
    """Return what a file holds, as far as it is text: what is not, the build says."""
    return file.read_text(encoding="utf-8", errors="replace")
