"""The HTML of a page, with the words of EPUB: notes that pop up, and cells that know the head of their column."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator


class EpubTranslator(HTML5Translator):
    """Adds to Sphinx's HTML what e-readers know beyond browsers."""

    def starttag(
        self, node: nodes.Element, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """Return a tag; what is a note, or leads to one, is also called so in EPUB's own words."""
        if attributes.get("role") == "doc-biblioentry":
            del attributes["role"]  # which accessibility guidelines no longer want outside a list
        kind = {"doc-noteref": "noteref", "doc-footnote": "footnote"}.get(attributes.get("role", ""))
        if kind:
            attributes["epub:type"] = kind
        if isinstance(node, nodes.entry) and (label := head_of(node)):
            attributes["data-label"] = label
        return super().starttag(node, tagname, suffix, empty, **attributes)


def head_of(cell: nodes.entry) -> str:
    """Return what the head of a cell's column says; nothing for a cell of the head, or in a table without one."""
    row = cell.parent
    heads = list(row.parent.parent.findall(nodes.thead))
    if not heads or isinstance(row.parent, nodes.thead):
        return ""
    before = [other for other in row.children[: row.index(cell)] if isinstance(other, nodes.entry)]
    place = len(before) + sum(int(other.get("morecols", 0)) for other in before)
    titles = heads[0].children[-1].children
    return titles[place].astext() if place < len(titles) else ""
