"""Names that stand in the index wherever the running text speaks of them, from tables of the data and from lists.

The setting ``print_index`` says which::

    print_index:
      - {table: keepers, column: name, person: true, without: {kind: office}}  # "Grey, Ada", found by her last name
      - {table: orchards, column: name}              # "Lee/Windward", found by either name, under both
      - {names: [Northland, Southland], times: 3}    # only where a paragraph names it three times

``only`` and ``without`` choose rows of a table by what stands in a column.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError

from edition.alphabet import fold
from edition.typst.writer import inside

#: In these a name is no matter of the running text.
APART = (nodes.table, nodes.footnote, nodes.citation, nodes.figure, nodes.definition_list)


@dataclass(frozen=True)
class Name:
    """A name in the index: the term, other names that send the reader to it, how it is found, and how often it must be."""

    term: str
    others: tuple[str, ...]
    pattern: re.Pattern[str]
    times: int = 1


def names(settings: list[dict[str, Any]], data: Path) -> list[Name]:
    """Return the names that the setting ``print_index`` describes.

    :param data: the folder of the tables.
    :raises ConfigError: if it names a table or a column that is not there.
    """
    return [
        _name(term, bool(part.get("person")), int(part.get("times", 1)))
        for part in settings
        for term in _terms(part, data)
    ]


def _terms(part: dict[str, Any], data: Path) -> Iterator[str]:
    """Yield the names of one part of the setting."""
    yield from part.get("names", [])
    if "table" in part:
        only, without = part.get("only", {}), part.get("without", {})
        try:
            with Path(data, f"{part['table']}.csv").open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    if all(row[key] == value for key, value in only.items()) and all(
                        row[k] != v for k, v in without.items()
                    ):
                        yield row[part["column"]]
        except (OSError, KeyError) as error:
            raise ConfigError(f"print_index: {part}: there is no {error}") from error


def _name(name: str, is_person: bool, times: int) -> Name:
    """Return a name, found by the last name of a person, by either name of a place that has two, else by itself."""
    if is_person:
        given, family = divided(name)
        return Name(f"{family}, {given}", (), _pattern([family]), times)
    parts = name.split("/")
    return Name(name, tuple(parts[1:]), _pattern(parts), times)


def divided(name: str) -> tuple[str, str]:
    """Return the given names of a person and the family name, with the particles before it."""
    words = name.split()
    first = next((place for place, word in enumerate(words) if word.islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _pattern(parts: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(fold(part))}\b" for part in parts))


def enter(tree: nodes.Element, known: list[Name]) -> None:
    """Put an entry of the index before each paragraph of the running text that speaks of a name.

    The first page of the book is left out: its pages have numbers of their own.
    """
    seen: set[str] = set()
    pages = tree.findall(addnodes.start_of_file)
    for paragraph in dict.fromkeys(found for page in pages for found in page.findall(nodes.paragraph)):
        if inside(paragraph, *APART):
            continue
        text = fold(paragraph.astext())
        for name in known:
            if len(name.pattern.findall(text)) >= name.times:
                entries = [("single", name.term, "", "", None)]
                if name.term not in seen:
                    entries += [("see", f"{other}; {name.term}", "", "", None) for other in name.others]
                seen.add(name.term)
                paragraph.insert(0, addnodes.index(entries=entries))
