"""What is cited, from ``CITATION.cff``, and how: in words, as BibTeX and as RIS."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pybtex.database import BibliographyData, Entry, Person

from edition.settings import CITATION, RELEASED, read_yaml

# What something is called in BibTeX, and in RIS.
KINDS = {
    "book": ("book", "BOOK"),
    "page": ("incollection", "CHAP"),
    "figure": ("misc", "FIGURE"),
    "article": ("article", "JOUR"),
    "preprint": ("unpublished", "UNPB"),
    "report": ("techreport", "RPRT"),
    "thesis": ("phdthesis", "THES"),
    "work": ("misc", "GEN"),  # whatever else it is
}


class Author(NamedTuple):
    """A person, or a group that has a name alone."""

    family: str
    given: str = ""

    @property
    def listed(self) -> str:
        """The name as lists of works have it."""
        return ", ".join(filter(None, self))


@dataclass(frozen=True)
class Cited:
    """What is cited: its kind, title and makers, its date (2026, or 2026-11-22), what it is a part of, and where it is."""

    kind: str
    title: str
    authors: tuple[Author, ...]
    date: str
    version: str = ""
    within: str = ""
    address: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it can be cited as a book: by title, makers, date and version."""
        return all((self.title, self.authors, self.date, self.version))

    @property
    def key(self) -> str:
        """A key for BibTeX, made of the author's name, the year and how the title begins."""
        who = self.authors[0].family.split()[-1:] if self.authors else []
        return "-".join(re.findall(r"\w+", " ".join([*who, self.date[:4], *self.title.split()[:4]]).lower()))

    @property
    def facts(self) -> dict[str, str]:
        """What there is to say beside title, makers and year, by BibTeX's names."""
        version = f"Version {self.version}" if self.version else ""
        return {
            "howpublished" if self.kind == "figure" else "booktitle": self.within,
            "note": "Preprint" if self.kind == "preprint" else version,
            "url": self.address,
        }


def in_words(cited: Cited) -> str:
    """Return a citation as a sentence."""
    who = "; ".join(author.listed for author in cited.authors)
    facts = cited.facts
    parts = [
        f"{who} ({cited.date[:4]})" if cited.date else who,
        cited.title,
        cited.within and f"In: {cited.within}",
        facts["note"],
    ]
    said = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{said}. {facts['url']}".strip()


def as_bibtex(cited: Cited) -> str:
    """Return a citation as an entry of BibTeX."""
    fields = {"title": f"{{{cited.title}}}", "year": cited.date[:4], **cited.facts}
    people = [Person(author.listed if author.given else f"{{{author.family}}}") for author in cited.authors]
    filled = [(name, text) for name, text in fields.items() if text]
    entry = Entry(KINDS[cited.kind][0], filled, {"author": people})
    return BibliographyData({cited.key: entry}).to_string("bibtex").strip()


def as_ris(cited: Cited) -> str:
    """Return a citation as a record of RIS."""
    lines = [("TY", KINDS[cited.kind][1]), ("TI", cited.title)]
    lines += [("AU", author.listed) for author in cited.authors]
    lines += [("PY", cited.date[:4]), ("DA", cited.date.replace("-", "/") if len(cited.date) > 4 else "")]
    lines += [("T2", cited.within), ("ET", cited.version), ("UR", cited.address)]
    return "\n".join([*(f"{tag}  - {text}" for tag, text in lines if text), "ER  - "])


def authors(said: Mapping[str, Any]) -> tuple[Author, ...]:
    """Return the authors of something in ``CITATION.cff``."""
    people = said.get("authors", [])
    return tuple(Author(one.get("name") or one.get("family-names", ""), one.get("given-names", "")) for one in people)


def read_citation(folder: Path) -> dict[str, Any]:
    """Return what ``CITATION.cff`` says; nothing if the book has none. Not to be changed: others read it too."""
    file = folder / CITATION
    return _parsed(file, file.read_bytes() if file.exists() else b"")


@lru_cache(maxsize=2)
def _parsed(file: Path, content: bytes) -> dict[str, Any]:
    """Return what the file says, read once as long as it says the same: every page and every figure asks."""
    return read_yaml(file)


def whole(said: Mapping[str, Any]) -> Cited:
    """Return the book that ``CITATION.cff`` describes; what it does not say is empty."""
    date, version = str(said.get(RELEASED, "")), str(said.get("version", ""))
    return Cited("book", said.get("title", ""), authors(said), date, version)
