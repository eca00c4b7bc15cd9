"""Which names there are, by the setting ``print_index`` (see :mod:`edition.named`), and how each is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sphinx.errors import ConfigError

from edition.alphabet import fold
from edition.package.read import DataError, read_rows


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
    :raises ConfigError: if it names a table or a column that is not there, or another name of one that it does not know.
    """
    known = {
        name.term: name
        for part in settings
        for term in _terms(part, data)
        for name in [_name(term, bool(part.get("person")), int(part.get("times", 1)))]
    }
    for other, term in (pair for part in settings for pair in part.get("see", {}).items()):
        if term not in known:
            raise ConfigError(f"print_index: see {term}: there is no such name")
        name = known[term]
        pattern = re.compile(f"{name.pattern.pattern}|{found_by([other]).pattern}")
        known[term] = replace(name, others=(*name.others, other), pattern=pattern)
    return list(known.values())


def _terms(part: dict[str, Any], data: Path) -> Iterator[str]:
    """Yield the names of one part of the setting."""
    yield from part.get("names", [])
    if "table" in part:
        only, without = part.get("only", {}), part.get("without", {})
        try:
            for row in read_rows(part["table"], data):
                is_wanted = all(row[key] == value for key, value in only.items())
                if is_wanted and all(row[key] != value for key, value in without.items()):
                    yield row[part["column"]]
        except KeyError as error:
            raise ConfigError(f"print_index: {part}: there is no {error}") from error
        except DataError as error:
            raise ConfigError(f"print_index: {part}: {error}") from error


def _name(name: str, is_person: bool, times: int) -> Name:
    """Return a name, found by the last name of a person, by either name of a place that has two, else by itself."""
    if is_person:
        given, family = divided(name)
        return Name(f"{family}, {given}" if given else family, (), found_by([family]), times)
    parts = name.split("/")
    return Name(name, tuple(parts[1:]), found_by(parts), times)


def divided(name: str) -> tuple[str, str]:
    """Return the given names of a person and the family name, with the particles before it."""
    words = name.split()
    first = next((place for place, word in enumerate(words) if word.islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def found_by(parts: list[str]) -> re.Pattern[str]:
    """Return what finds any of the words `parts`, as the alphabet sees them."""
    return re.compile("|".join(rf"\b{re.escape(fold(part))}\b" for part in parts))
