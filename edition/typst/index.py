"""The index at the end of the book, from the index entries of Sphinx."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from edition.alphabet import fold
from edition.named.sections import ABBREVIATED
from edition.typst.markup import array, optional, string

SCRIPTS = ("LATIN", "CYRILLIC", "ARMENIAN")


def sort_key(text: str) -> tuple[int, str, str]:
    """Return the place of a term: figures and signs first, then Latin, Cyrillic and Armenian letters."""
    folded = fold(text)
    script = unicodedata.name(folded[0], "").split(" ")[0] if folded else ""
    return SCRIPTS.index(script) + 1 if script in SCRIPTS else 0, folded, text


def heading(term: str) -> str:
    """Return the letter under which a term stands; figures and signs stand under none."""
    return fold(term)[0].upper() if sort_key(term)[0] else ""


@dataclass
class Entry:
    """A term of the index: labels of the places it names, its subterms, and the terms it sends the reader to."""

    labels: list[str] = field(default_factory=list)
    subterms: dict[str, Entry] = field(default_factory=lambda: defaultdict(Entry))
    see: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def typst(self, term: str) -> str:
        """Return the entry as the template wants it: term, labels, sentences that send elsewhere, subentries."""
        see = [string(f"{how} {'; '.join(sorted(terms, key=sort_key))}") for how, terms in sorted(self.see.items())]
        subterms = [self.subterms[name].typst(name) for name in sorted(self.subterms, key=sort_key)]
        return array([string(term), array(map(string, self.labels)), array(see), array(subterms)])


class Index:
    """Collects the index entries in the order of the pages."""

    def __init__(self) -> None:
        self.terms: dict[str, Entry] = defaultdict(Entry)

    def add(self, kind: str, value: str, label: str) -> None:
        """Add an entry of Sphinx: `kind` is single, pair, triple, see or seealso, `value` its parts with semicolons."""
        parts = [part.strip() for part in value.split(";")]
        if kind in ("see", "seealso"):
            self.terms[parts[0]].see["see also" if kind == "seealso" else "see"].append(parts[1])
            return
        if match := ABBREVIATED.fullmatch(parts[0]):
            parts[0], short = match.groups()
            self.terms[short].see["see"] = [parts[0]]
        for path in _paths(kind, parts):
            entry = self.terms[path[0]]
            for name in path[1:]:
                entry = entry.subterms[name]
            entry.labels.append(label)

    def typst(self) -> str:
        """Return the call that sets the index: for each term its letter, where a new one begins, and the entry."""
        rows, last = [], ""
        for term in sorted(self.terms, key=sort_key):
            letter = heading(term)
            rows.append(array([optional(letter if letter != last else None), self.terms[term].typst(term)]) + ",\n")
            last = letter
        return f"#index((\n{''.join(rows)}))\n\n"


def _paths(kind: str, parts: list[str]) -> list[list[str]]:
    """Return under which terms and subterms an entry stands; Sphinx documents the three kinds."""
    if kind == "pair":
        return [parts, parts[::-1]]
    if kind == "triple":
        first, second, third = parts
        return [[first, f"{second} {third}"], [second, f"{third}, {first}"], [third, f"{first} {second}"]]
    return [parts]
