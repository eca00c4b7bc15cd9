"""Notes: the edition's own voice, set apart; and the article's notes under the article's numbers."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from docutils.parsers.rst.directives.admonitions import BaseAdmonition
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class EditionNote(BaseAdmonition):
    """``edition-note``: what we say beside the article's argument, as an admonition under that heading."""

    node_class = nodes.admonition
    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return an ordinary admonition with a title and a class of its own."""
        self.arguments = ["Edition note"]
        self.options["class"] = ["edition-note"]
        return super().run()


class NumberNotes(SphinxTransform):
    """Number the note ``[^n16]`` 16, as in the article, and not by its place on the page."""

    default_priority = 650  # after docutils has numbered and linked the footnotes

    def apply(self, **kwargs: Any) -> None:
        """Rewrite the labels of the page's notes and of the references to them."""
        numbers = {
            id: str(int(match[1]))
            for note in self.document.findall(nodes.footnote)
            for name in note["names"]
            if (match := re.fullmatch(r"n(\d+)", name))
            for id in note["ids"]
        }
        for note in self.document.findall(nodes.footnote):
            if number := numbers.get(note["ids"][0]):
                note.replace(note.next_node(nodes.label), nodes.label("", number))
        for reference in self.document.findall(nodes.footnote_reference):
            if number := numbers.get(reference["refid"]):
                reference.children = []
                reference += nodes.Text(number)


def setup(app: Sphinx) -> None:
    """Register the directive and the numbering."""
    app.add_directive("edition-note", EditionNote)
    app.add_transform(NumberNotes)
