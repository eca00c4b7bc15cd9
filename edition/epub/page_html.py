"""The HTML of a page, with the words of EPUB: notes that pop up, and cells that know the head of their column."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from edition.heads import head_of


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
