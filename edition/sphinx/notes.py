"""Notes: the edition's own voice, set apart; and the article's notes under the article's numbers."""

from __future__ import annotations

import re
from string import ascii_lowercase
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


def set_readings_apart(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the paragraphs that are ours on a page that retells the article (``doctree-read``).

    A paragraph of the article has an address of its own, ``{#before-3}``; what has none is a reading of the edition.
    """
    paragraphs = [node for node in doctree.findall(nodes.paragraph) if isinstance(node.parent, nodes.section)]
    if any(paragraph["ids"] for paragraph in paragraphs):
        for paragraph in paragraphs:
            if not paragraph["ids"]:
                paragraph["classes"].append("reading")


class NumberNotes(SphinxTransform):
    """Number the note ``[^n16]`` 16, as in the article, and not by its place on the page; letter notes of our own."""

    default_priority = 650  # after docutils has numbered and linked the footnotes

    def apply(self, **kwargs: Any) -> None:
        """Rewrite the labels of the page's notes and of the references to them."""
        ours = iter(ascii_lowercase)
        labels: dict[str, str] = {}
        for reference in self.document.findall(nodes.footnote_reference):
            note = self.document.ids[reference["refid"]]
            match = re.fullmatch(r"n(\d+)", " ".join(note["names"]))
            if reference["refid"] not in labels:
                labels[reference["refid"]] = str(int(match[1])) if match else next(ours)
                note.replace(note.next_node(nodes.label), nodes.label("", labels[reference["refid"]]))
            reference.children = []
            reference += nodes.Text(labels[reference["refid"]])


def setup(app: Sphinx) -> None:
    """Register the directive and the numbering."""
    app.add_directive("edition-note", EditionNote)
    app.add_transform(NumberNotes)
    app.connect("doctree-read", set_readings_apart)
