"""Tables on a narrow screen: a list of cards, in which each cell says what it is, with a style sheet and no script."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from edition.heads import OF_WORDS, head_of
from edition.sphinx.web import is_web

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


def visit_entry(translator: HTML5Translator, node: nodes.entry) -> None:
    """Open a cell; in a card it says the head of its column, but for the first, which heads the card."""
    HTML5Translator.visit_entry(translator, node)
    is_in_card = is_web(translator.builder) and CARDS in node.parent.parent.parent.parent["classes"]
    if is_in_card and node.parent.index(node) and (label := head_of(node)):
        translator.body[-1] = f'{translator.body[-1].removesuffix(">")} data-label="{escape(label)}">'


def setup(app: Sphinx) -> None:
    """Register the transform, and take the place of what writes a cell."""
    app.add_post_transform(MakeCards)
    app.add_node(nodes.entry, override=True, html=(visit_entry, HTML5Translator.depart_entry))
