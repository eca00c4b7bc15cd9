"""The entries of the printed index, each at the word that it is about, so that it has the page of that word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes

from edition.alphabet import fold
from edition.named.spoken import first_word, running_text, said, spelled, spoken_of
from edition.named.terms import Name, found_by

#: What the year or the abbreviation behind a term is in.
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: A word of a term that can stand for it.
WORD = re.compile(r"\w{4,}")


def enter(tree: nodes.Element, known: list[Name], tables: frozenset[str] = frozenset()) -> None:
    """Put an entry of the index at the name in each paragraph of the text that speaks of it.

    The first page of the book is left out: its pages have numbers of their own.

    :param tables: the classes of the tables that are looked at.
    """
    seen: set[str] = set()
    pages = tree.findall(addnodes.start_of_file)
    for paragraph in dict.fromkeys(found for page in pages for found in running_text(page, tables)):
        for name in list(spoken_of(paragraph, known)):
            entries = [("single", name.term, "", "", None)]
            if name.term not in seen:
                entries += [("see", f"{other}; {name.term}", "", "", None) for other in name.others]
            seen.add(name.term)
            put(paragraph, name.pattern, entries)


def settle(tree: nodes.Element, known: list[Name]) -> None:
    """Move the entries that stand between paragraphs to the words of the text that follows, up to the end of the section.

    An entry whose words are not there moves to the beginning of the first paragraph.
    """
    patterns = {name.term: name.pattern for name in known}
    for mark in list(tree.findall(addnodes.index)):
        after = itertools.takewhile(lambda node: not isinstance(node, nodes.section), _siblings_after(mark))
        paragraphs = [found for node in after if isinstance(node, nodes.Element) for found in running_text(node)]
        if isinstance(mark.parent, nodes.TextElement) or not paragraphs:
            continue
        for entry in mark["entries"]:
            found = _first(paragraphs, _searches(entry[1], patterns))
            paragraph, pattern = found or (paragraphs[0], None)
            put(paragraph, pattern, [entry])
        mark.parent.remove(mark)


def _searches(value: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[re.Pattern[str]]:
    """Yield what to look for in the place of a term, the best first: its names, then its words, the longest first."""
    term = IN_BRACKETS.sub("", value.partition(";")[0]).strip()
    if term in patterns:
        yield patterns[term]
    yield found_by(term.partition(", ")[0].split("/"))
    for word in sorted(WORD.findall(term), key=len, reverse=True):
        yield re.compile(rf"\b{re.escape(fold(word))}")  # in "Northlander" too


def _first(
    paragraphs: list[nodes.paragraph], searches: Iterator[re.Pattern[str]]
) -> tuple[nodes.paragraph, re.Pattern[str]] | None:
    """Return the first paragraph in which the best of `searches` finds something, with that search."""
    texts = [spelled("".join(text.astext() for text in said(paragraph))) for paragraph in paragraphs]
    for pattern in searches:
        for paragraph, text in zip(paragraphs, texts, strict=True):
            if pattern.search(text):
                return paragraph, pattern
    return None


def put(paragraph: nodes.paragraph, pattern: re.Pattern[str] | None, entries: list[Any]) -> None:
    """Put entries behind the first word that `pattern` finds in a paragraph, so that they stay on its line.

    They stand at its beginning if there is no pattern.
    """
    mark = addnodes.index(entries=entries)
    texts = said(paragraph)
    end = first_word("".join(text.astext() for text in texts), pattern) if pattern else 0
    for text in texts:
        length = len(text.astext())
        if 0 < end <= length and not isinstance(text.parent, nodes.literal):
            before, after = text.astext()[:end], text.astext()[end:]
            text.parent.replace(text, [nodes.Text(before), mark, *([nodes.Text(after)] if after else [])])
            return
        end -= length
    paragraph.insert(0, mark)


def _siblings_after(node: nodes.Node) -> list[nodes.Node]:
    return list(node.parent.children[node.parent.index(node) + 1 :])
