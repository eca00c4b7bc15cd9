"""How many sources of a claim are independent of each other, and whether one party speaks in all of them.

Two sources are independent if they have another publisher and another speaker, and neither passes on the other or what
the other passes on. A cell may name several of either, with semicolons between, and one is known by the name before the
comma, not by the office behind it: *Ann Lee, mayor; Bo Ek* shares a speaker with *Bo Ek*.

Of several, the number is that of the largest set in which each is independent of each: so a further source never lowers
it, and copies of one agency are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from edition.ledger.form import in_words

Source = Mapping[str, str]  # a row of data/sources.csv
Sources = Mapping[str, Source]  # by key


class Support(NamedTuple):
    """What the sources of a claim come to."""

    sources: int = 0
    independent: int = 0
    primary: int = 0
    reference: int = 0
    party: str = ""  # the one whose word all of them are

    @property
    def in_words(self) -> str:
        """Say it to a reader, as ``two independent sources; rests on the word of one party: the growers``."""
        if not self.sources:
            return "no source"
        number = in_words(self.independent)
        several = self.independent > 1
        said = f"{number} independent sources" if several else "one source"
        if not several and self.sources > 1:
            said = f"{in_words(self.sources)} sources, none independent of the others"
        if self.primary:
            said += f", {in_words(self.primary)} of them primary" if self.sources > 1 else ", a primary one"
        if self.reference == self.sources:
            said += ", for reference only"
        return said + (f"; rests on the word of one party: {self.party}" if self.party else "")


def support(keys: Iterable[str], sources: Sources) -> Support:
    """Return what the sources with these keys come to; a key that is none counts for nothing."""
    found = [key for key in dict.fromkeys(keys) if key in sources]
    kinds = [sources[key]["kind"] for key in found]
    return Support(
        len(found), independent(found, sources), kinds.count("primary"), kinds.count("reference"), party(found, sources)
    )


def party(keys: Iterable[str], sources: Sources) -> str:
    """Return the party whose word all the sources are; nothing if there are several, or a source is nobody's word."""
    parties = {sources[key]["party"] for key in keys}
    [one] = parties if len(parties) == 1 else [""]
    return "" if "," in one else one


def independent(keys: Iterable[str], sources: Sources) -> int:
    """Return how many of the sources are independent of each other."""
    names = {key: frozenset(_names(key, sources)) for key in keys}
    related = {
        key: frozenset(other for other, theirs in names.items() if other != key and mine & theirs)
        for key, mine in names.items()
    }
    return _largest(frozenset(related), related)


def _names(key: str, sources: Sources) -> Iterator[str]:
    """Yield who publishes a source and whose statement it is, and the same of all that it passes on."""
    waiting, met = [key], set()
    while waiting:
        one = waiting.pop()
        if one in met or one not in sources:
            continue
        met.add(one)
        source = sources[one]
        yield from _each(source["publisher"])
        yield from _each(source["speaker"])
        waiting += source["depends_on"].split()


def _each(cell: str) -> Iterator[str]:
    """Yield the names in a cell, without offices; two spellings of a name are one: The Mail, TheMail."""
    for part in cell.split(";"):
        if name := re.sub(r"\W", "", part.partition(",")[0]).casefold():
            yield name


def _largest(left: frozenset[str], related: Mapping[str, frozenset[str]]) -> int:
    """Return the size of the largest set of sources in `left` of which no two are related."""
    if not left:
        return 0
    most = max(sorted(left), key=lambda key: len(related[key] & left))
    rest = left - {most}
    if not related[most] & left:
        return 1 + _largest(rest, related)
    return max(_largest(rest, related), 1 + _largest(rest - related[most], related))
