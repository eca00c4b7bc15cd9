"""A page made fit for an e-reader: without code, without links to what is not in the book, without titles of a mouse.

A table that is too wide for a narrow page gets the class by which the style sheet makes a list of it there.
"""

from __future__ import annotations

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.heads import OF_WORDS

STACKED = "stacked"
MOST_COLUMNS = 4  # of numbers or single words, that a narrow page has room for


class FitPage(SphinxPostTransform):
    """Take out of a page what an e-reader cannot use."""

    default_priority = 800  # when all that stands in a page is resolved
    builders = ("epub",)

    def run(self, **kwargs: object) -> None:
        """Drop the code and the tables of contents, and unlink what led to the code."""
        gone = self._drop_code()
        for toctree in list(self.document.findall(_is_contents)):
            toctree.parent.remove(toctree)  # an e-reader has them in its menu
        for group in self.document.findall(nodes.tgroup):
            if group["cols"] > MOST_COLUMNS or OF_WORDS & {*group.parent["classes"]}:
                group.parent["classes"].append(STACKED)
        for link in list(self.document.findall(nodes.reference)):
            link.attributes.pop("reftitle", None)
            place = link.get("refid") or link.get("refuri", "").rpartition("#")[2]
            if place in gone or _leads_to_code(place):
                link.replace_self(link.children)

    def _drop_code(self) -> set[str]:
        """Drop the code of all cells, and return the addresses that go with it."""
        gone: set[str] = set()
        for box in list(self.document.findall(_is_code)):
            gone |= {id for part in box.findall(nodes.Element) for id in part["ids"]}
            box.parent.remove(box)
        return gone


def _is_code(node: nodes.Node) -> bool:
    """Return whether `node` holds the code of a cell."""
    return isinstance(node, HideCodeCellNode) or (isinstance(node, nodes.container) and "cell_input" in node["classes"])


def _is_contents(node: nodes.Node) -> bool:
    """Return whether `node` is a table of contents."""
    return isinstance(node, addnodes.toctree) or (
        isinstance(node, nodes.compound) and "toctree-wrapper" in node["classes"]
    )


def _leads_to_code(place: str) -> bool:
    """Return whether an address is that of a cell, on whichever page."""
    return place.startswith("cell-") and place.removeprefix("cell-").isdigit()
