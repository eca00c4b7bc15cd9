"""Whose voice a paragraph is: the edition's notes, and its readings on a page that retells the article, set apart."""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst.directives.admonitions import BaseAdmonition
from sphinx.application import Sphinx

from edition.sphinx.passages import retold


class EditionNote(BaseAdmonition):
    """``edition-note``: what we say beside the article's argument, as an admonition under that heading."""

    node_class = nodes.admonition
    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return an ordinary admonition with a title and a class of its own."""
        self.arguments = ["Edition note"]
        self.options["class"] = ["edition-note"]
        return list(super().run())


def set_readings_apart(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the paragraphs that are ours on a page that retells the article (``doctree-read``).

    A paragraph of the article has an address of its own, ``{#orchard-3}``; what has none is a reading of the edition.
    """
    retelling = {paragraph for paragraph, _ in retold(doctree)}
    for paragraph in doctree.findall(nodes.paragraph):
        if retelling and paragraph not in retelling and isinstance(paragraph.parent, nodes.section):
            paragraph["classes"].append("reading")


def setup(app: Sphinx) -> None:
    """Register the directive, and connect to the event named above."""
    app.add_directive("edition-note", EditionNote)
    app.connect("doctree-read", set_readings_apart)
