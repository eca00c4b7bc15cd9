"""Where a paragraph, a row of a table and a work stand, as a link behind each: a quiet sign, as headings have it.

It leads to the place itself, so that its address can be taken; ``page.js`` copies it too. What has no address of its own
has one by its place: the second paragraph of the section ``sec-apples`` is ``sec-apples-p2``, the third row of the first
table there ``sec-apples-t1-r3``, and of a table with a name ``tab-harvest-r3``.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.around import around

SIGN = "#"
#: What stands in these is found with them.
PARTS = (nodes.section, nodes.Admonition, nodes.figure, nodes.footnote, nodes.table)


class LinkPlaces(SphinxPostTransform):
    """Put the links into the pages that a browser shows."""

    default_priority = 690  # when all that stands in a page is resolved, and before paragraphs become passages
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Walk through what has an address, or gets one."""
        for section in list(self.document.findall(nodes.section)):
            name = section["ids"][-1]
            paragraphs = (one for one in section.children if isinstance(one, nodes.paragraph))
            for number, paragraph in enumerate(paragraphs, start=1):
                end(paragraph, address(paragraph, f"{name}-p{number}"), "Link to this paragraph")
            for number, table in enumerate(own_tables(section), start=1):
                self.link_rows(table, address(table, f"{name}-t{number}"))
        for work in self.document.findall(nodes.citation):
            last = list(work.findall(nodes.paragraph))[-1]
            end(last, work["ids"][0], "Link to this work")

    def link_rows(self, table: nodes.table, name: str) -> None:
        """Link the rows of the body of a table."""
        for body in table.findall(nodes.tbody):
            for number, row in enumerate(body.children, start=1):
                assert isinstance(row, nodes.row)
                if (first := row.next_node(nodes.paragraph)) is not None:
                    end(first, address(row, f"{name}-r{number}"), "Link to this row")


def own_tables(section: nodes.section) -> Iterator[nodes.table]:
    """Yield the tables that stand in a section, and not in a part of it."""
    for table in section.findall(nodes.table):
        if next(outer for outer in around(table) if isinstance(outer, PARTS)) is section:
            yield table


def address(node: nodes.Element, otherwise: str) -> str:
    """Return the address of a node, which is `otherwise` if it has none yet."""
    if not node["ids"]:
        node["ids"].append(otherwise)
    return str(node["ids"][0])


def end(paragraph: nodes.paragraph, address: str, title: str) -> None:
    """End a paragraph with a link to a place on its own page."""
    paragraph += nodes.reference("", SIGN, refid=address, internal=True, classes=["headerlink"], reftitle=title)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(LinkPlaces)
