"""Whether the lists of works can be read, and no work is lost in another, before anybody cites one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pybtex.database import BibliographyData, BibliographyDataError
from pybtex.database.input.bibtex import Parser
from pybtex.scanner import PybtexSyntaxError

from edition.said import place

SWALLOWED = re.compile(r"@\w+\s*\{\s*[^\s,{}]+\s*,")


def faults_of_works(text: str, file: str) -> Iterator[str]:
    """Yield what is wrong with a list of works in BibTeX: the line, and the cure.

    :param file: its name, from the root of the book.
    """
    try:
        works: BibliographyData = Parser(encoding="utf-8").parse_string(text)
    except PybtexSyntaxError as error:
        why = re.sub(r"^syntax error(?: in line \d+)?: ", "", str(error))
        cure = "close the brace or the quotation mark that is open above, or put a comma between two fields"
        yield f"{place(file, line=error.lineno)}: {why}; {cure}"
        return
    except BibliographyDataError as error:
        key = str(error).rpartition(": ")[2]
        yield f"{place(file, line=line_of(text, key, -1))}: the key {key} stands twice; give one of the works another, or keep one"
        return
    for key, entry in works.entries.items():
        for name, value in entry.fields.items():
            if found := SWALLOWED.search(value):
                where = place(file, line=line_of(text, key))
                yield f"{where}: {key}: the field {name} holds another work, {found[0]} …; close its brace before that"


def line_of(text: str, key: str, which: int = 0) -> int | None:
    """Return the line on which a work begins: the first of that key, or with -1 the last; None if there is none."""
    found = [*re.finditer(rf"@\w+\s*[{{(]\s*({re.escape(key)})\s*,", text, re.IGNORECASE)]
    return text.count("\n", 0, found[which].start()) + 1 if found else None
