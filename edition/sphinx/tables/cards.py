"""Tables on a narrow screen: a list of cards, with a style sheet and no script; ``header_cells.py`` lets each cell say what it is."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.heads import OF_WORDS
from edition.sphinx.tables.numeric import RIGHT

CARDS = "cards"  # the class of a table that becomes one; page.css lays it out
DRAWN = "drawn"  # the class of the numbers of a figure, which slide under the names of their rows instead
EMPTY = "empty"  # the class of a cell that a card leaves out
FEWEST = 4  # columns of any other
# Letters of its longest words that the smallest phone has room for beside each other, if the rest is numbers.
NARROW = 36
GAP = 1.7  # letters between two columns


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
            if not OF_WORDS & {*table["classes"]} and (columns < FEWEST or is_narrow(table)):
                continue
            table["classes"].append(CARDS)
            for cell in table.findall(nodes.entry):
                if not cell.astext().strip():
                    cell["classes"].append(EMPTY)


def is_narrow(table: nodes.table) -> bool:
    """Return whether a table has names and numbers alone, and a phone has room for its columns."""
    rows = [list(row.findall(nodes.entry)) for row in table.findall(nodes.row)]
    if not all(RIGHT in cell["classes"] for row in rows for cell in row[1:]):
        return False
    words = [[word for cell in column for word in cell.astext().split()] for column in zip(*rows, strict=True)]
    return sum(max(map(len, column), default=0) + GAP for column in words) - GAP <= NARROW


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(MakeCards)
