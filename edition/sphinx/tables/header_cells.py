"""The cells of tables on the web: those that head a column or a row say so, and in a card each says what it is."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from edition.heads import head_of
from edition.sphinx.tables.cards import CARDS
from edition.sphinx.web import is_web

#: Characters of a cell that names its row: what is longer is no name, and a screen reader says it before each cell.
LONGEST = 100


class NameRows(SphinxPostTransform):
    """Let the first cell of a row head it, in every table whose first column has a head of its own and holds names."""

    default_priority = 705  # when all tables are made
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Walk through the tables."""
        for group in self.document.findall(nodes.tgroup):
            if names_rows(group):
                next(iter(group.findall(nodes.colspec)))["stub"] = 1  # docutils' name for a column of heads


def names_rows(group: nodes.tgroup) -> bool:
    """Return whether the first column of a table names the rows."""
    head, body = group.next_node(nodes.thead), group.next_node(nodes.tbody)
    if head is None or body is None or len(list(group.findall(nodes.colspec))) < 2:
        return False
    firsts = [row.children[0] for row in (*head.children, *body.children)]
    is_column = not any(cell.get("morecols") or cell.get("morerows") for cell in firsts)  # type: ignore[attr-defined]
    return is_column and all(len(cell.astext()) <= LONGEST for cell in firsts)


def visit_entry(translator: HTML5Translator, node: nodes.entry) -> None:
    """Open a cell; in a card it says the head of its column, but for the first, which heads the card."""
    HTML5Translator.visit_entry(translator, node)
    if is_web(translator.builder):
        said = "".join(f' {name}="{escape(value)}"' for name, value in _attributes(node).items())
        translator.body[-1] = f"{translator.body[-1].removesuffix('>')}{said}>"


def _attributes(node: nodes.entry) -> dict[str, str]:
    """Return what a cell says beyond what docutils lets it say."""
    row, group = node.parent, node.parent.parent.parent
    if isinstance(row.parent, nodes.thead):
        return {"scope": "colgroup" if "morecols" in node else "col"}
    if row.index(node) == 0:
        column = group.next_node(nodes.colspec)
        return {"scope": "row"} if column is not None and column.get("stub") else {}
    return {"data-label": label} if CARDS in group.parent["classes"] and (label := head_of(node)) else {}


def setup(app: Sphinx) -> None:
    """Register the transform, and take the place of what writes a cell."""
    app.add_post_transform(NameRows)
    app.add_node(nodes.entry, override=True, html=(visit_entry, HTML5Translator.depart_entry))
