"""How the book, a page, a figure and the work that it is an edition of are cited: in words, as BibTeX and as RIS.

All of it comes from ``CITATION.cff``, and from the titles of pages and figures. A page says how it is cited at its foot,
and a figure under its caption; both unfold without a script, and can be copied with one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from pybtex.database import BibliographyData, Entry, Person
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.sphinx.environment import figure_number
from edition.sphinx.metadata import read_citation

FORMS = "citation-forms"  # the class of what a figure's citation is put into
SENTENCE = re.compile(r"(?<=[.!?])\s")
# What something is called in BibTeX, and in RIS.
KINDS = {
    "book": ("book", "BOOK"),
    "page": ("incollection", "CHAP"),
    "figure": ("misc", "FIGURE"),
    "article": ("article", "JOUR"),
    "preprint": ("unpublished", "UNPB"),
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
        f"{who} ({cited.date[:4]})",
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


def book(app: Sphinx) -> Cited:
    """Return the book."""
    said = read_citation(Path(app.srcdir))
    title, date = said.get("title") or app.config.project, str(said.get("date-released", ""))
    makers = authors(said) or (Author(app.config.author),)
    return Cited("book", title, makers, date, str(said.get("version", "")), address=app.config.html_baseurl)


def originals(app: Sphinx) -> list[Cited]:
    """Return the works that the book is an edition of."""
    return [
        Cited(
            "preprint" if one.get("status") == "preprint" else one.get("type", "book"),
            one.get("title", ""),
            authors(one),
            str(one.get("date-published") or one.get("year", "")),
            address=one.get("url", ""),
        )
        for one in read_citation(Path(app.srcdir)).get("references", [])
        if one.get("type") in KINDS
    ]


def page(app: Sphinx, pagename: str) -> Cited:
    """Return a page of the book."""
    whole, title = book(app), app.env.titles[pagename].astext()
    base = app.config.html_baseurl
    address = f"{base.rstrip('/')}/{app.builder.get_target_uri(pagename)}" if base else ""
    return replace(whole, kind="page", title=title, within=whole.title, address=address)


def on_page(app: Sphinx, pagename: str) -> dict[str, Cited]:
    """Return what is cited at the foot of a page: itself, the book, and what the book is an edition of."""
    own = {} if pagename == app.config.root_doc else {"this page": page(app, pagename)}
    return {**own, "the book": book(app), **{f"the {one.kind}": one for one in originals(app)}}


def offer(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Tell the template of a page how it is cited (``html-page-context``)."""
    if doctree is not None:
        cited = on_page(app, pagename).items()
        context["citations"] = {name: (in_words(one), as_bibtex(one), as_ris(one)) for name, one in cited}


class CiteFigures(SphinxPostTransform):
    """Add to how a figure is cited in words the entries for those who collect works."""

    default_priority = 710  # when captions and numbers are there
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Walk through the figures."""
        for figure in self.document.findall(nodes.figure):
            for place in [box for box in figure.findall(nodes.container) if FORMS in box["classes"]]:
                cited = self.cited(figure)
                place += [
                    nodes.literal_block(text, text, language="text") for text in (as_bibtex(cited), as_ris(cited))
                ]

    def cited(self, figure: nodes.figure) -> Cited:
        """Return a figure: its number and the first sentence of its caption, on its page."""
        docname = self.env.docname
        number = figure_number(self.env, docname, figure["ids"])
        caption = figure.next_node(nodes.caption)
        said = SENTENCE.split(caption.astext() if caption else "")[0].rstrip(".")
        title = ": ".join(filter(None, [f"Figure {number}".strip(), said]))
        own = page(self.app, docname)
        address = f"{own.address}#{figure['ids'][0]}" if own.address else ""
        return replace(own, kind="figure", title=title, address=address)


def setup(app: Sphinx) -> None:
    """Register the transform, and connect to the event named above."""
    app.add_post_transform(CiteFigures)
    app.connect("html-page-context", offer)
