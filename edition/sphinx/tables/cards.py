"""Tables on a narrow screen: a list of cards, with a style sheet and no script; ``header_cells.py`` lets each cell say what it is."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.heads import OF_WORDS

CARDS = "cards"  # the class of a table that becomes one; page.css lays it out
DRAWN = "drawn"  # the class of the numbers of a figure, which slide under the names of their rows instead
EMPTY = "empty"  # the class of a cell that a card leaves out
FEWEST = 4  # columns of any other


class MakeCards(SphinxPostTransform):
    """Mark the tables that a phone has no room for, and their empty cells."""

    default_priority = 705  # when all tables are made
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Walk through the tables with one row of heads."""
        for table in self.document.findall(nodes.table):
            head, columns = table.next_node(nodes.thead), len(list(table.findall(nodes.colspec)))
            if head is None or len(head.children) > 1 or DRAWN in table["classes"]:
                continue
            if columns < FEWEST and not OF_WORDS & {*table["classes"]}:
                continue
            table["classes"].append(CARDS)
            for cell in table.findall(nodes.entry):
                if not cell.astext().strip():
                    cell["classes"].append(EMPTY)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(MakeCards)
