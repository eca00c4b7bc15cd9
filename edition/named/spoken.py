"""Where the text speaks of a name: what counts as running text, and the words that are found."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from docutils import nodes

from edition.alphabet import fold
from edition.around import around
from edition.named.terms import Name

#: In these a name is no matter of the running text; a table can be one that is looked at.
APART = (nodes.table, nodes.footnote, nodes.citation, nodes.figure, nodes.definition_list)
#: How a link out of the book begins.
OUTWARD = re.compile(r"[a-z][a-z+.-]*://", re.IGNORECASE)


def tables_read(settings: list[dict[str, Any]]) -> frozenset[str]:
    """Return the classes of the tables that are looked at."""
    return frozenset(f"data-{name}" for part in settings for name in part.get("read", []))


def running_text(tree: nodes.Element, tables: frozenset[str] = frozenset()) -> Iterator[nodes.paragraph]:
    """Yield the paragraphs of the running text, and those of tables that have one of the classes `tables`."""
    for paragraph in tree.findall(nodes.paragraph):
        apart = (outer for outer in around(paragraph) if isinstance(outer, APART))
        if all(isinstance(outer, nodes.table) and tables.intersection(outer["classes"]) for outer in apart):
            yield paragraph


def said(paragraph: nodes.paragraph) -> list[nodes.Text]:
    """Return the texts of a paragraph but those of links out of the book."""

    def is_of_link(text: nodes.Text) -> bool:
        inner = itertools.takewhile(lambda outer: outer is not paragraph, around(text))
        return any(OUTWARD.match(outer.get("refuri", "")) for outer in inner)

    return [text for text in paragraph.findall(nodes.Text) if not is_of_link(text)]


def spoken_of(paragraph: nodes.paragraph, known: list[Name]) -> Iterator[Name]:
    """Yield the names that a paragraph says as often as they ask for."""
    text = spelled("".join(part.astext() for part in said(paragraph)))
    return (name for name in known if len(name.pattern.findall(text)) >= name.times)


def first_word(text: str, pattern: re.Pattern[str]) -> int:
    """Return where the first word ends that `pattern` finds in `text`, as the alphabet sees it; 0 if it finds nothing."""
    letters = [(place, letter) for place, written in enumerate(text) for letter in spelled(written)]
    found = pattern.search("".join(letter for _, letter in letters))
    if found is None:
        return 0
    end = found.start() + len(found[0].split()[0])
    return letters[end - 1][0] + 1


def spelled(text: str) -> str:
    """Return `text` as the alphabet sees it, with spaces for quotation marks, so that “Grey’s” has the word “Grey”."""
    return "".join(map(_spelled, text))


@functools.lru_cache(maxsize=1024)
def _spelled(mark: str) -> str:
    return fold(mark) or ("" if unicodedata.combining(mark) else " ")
