"""How the book, a page, a figure and the work that it is an edition of are cited, where a reader looks for it.

All of it comes from ``CITATION.cff`` (see ``citation``), and from the titles of pages and figures. A page says how it is cited at its foot,
and a figure under its caption; both unfold without a script, and can be copied with one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.sphinx.citation import KINDS, Author, Cited, as_bibtex, as_ris, authors, in_words, read_citation, whole
from edition.sphinx.environment import figure_number
from edition.sphinx.published import address

FORMS = "citation-forms"  # the class of what a figure's citation is put into
SENTENCE = re.compile(r"(?<=[.!?])\s")


def book(app: Sphinx) -> Cited:
    """Return the book."""
    cited = whole(read_citation(Path(app.srcdir)))
    title, makers = cited.title or app.config.project, cited.authors or (Author(app.config.author),)
    return replace(cited, title=title, authors=makers, address=app.config.html_baseurl)


def originals(app: Sphinx) -> list[Cited]:
    """Return the works that the book is an edition of."""
    return [
        Cited(
            "preprint" if one.get("status") == "preprint" else kind(one.get("type", "")),
            one.get("title", ""),
            authors(one),
            str(one.get("date-published") or one.get("year", "")),
            address=one.get("url", ""),
        )
        for one in read_citation(Path(app.srcdir)).get("references", [])
    ]


def kind(said: str) -> str:
    """Return the kind of a work that ``CITATION.cff`` gives a type."""
    return {"journal-article": "article", "magazine-article": "article"}.get(said, said if said in KINDS else "work")


def page(app: Sphinx, pagename: str) -> Cited:
    """Return a page of the book."""
    of, title = book(app), app.env.titles[pagename].astext()
    place = address(app, app.builder.get_target_uri(pagename))
    return replace(of, kind="page", title=title, within=of.title, address=place)


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
