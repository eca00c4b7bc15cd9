"""Where a paragraph of the article and a row of a table stand, as a link behind each: a quiet sign, as headings have it.

It leads to the place itself, so that its address can be taken; ``page.js`` copies it too.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.sphinx.passages import retold

SIGN = "#"


class LinkPlaces(SphinxPostTransform):
    """Put the links into the pages that a browser shows."""

    default_priority = 690  # when all that stands in a page is resolved, and before paragraphs become passages
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Walk through the paragraphs and the rows that have an address."""
        for paragraph, address in list(retold(self.document)):
            paragraph += link(address, "Link to this paragraph")
        for row in self.document.findall(nodes.row):
            first = row.next_node(nodes.paragraph)
            if row["ids"] and first is not None:
                first += link(row["ids"][0], "Link to this row")


def link(address: str, title: str) -> nodes.reference:
    """Return a link to a place on its own page."""
    return nodes.reference("", SIGN, refid=address, internal=True, classes=["headerlink"], reftitle=title)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(LinkPlaces)
