"""The edition's own voice: ``edition-note`` sets apart what we say beside the article's argument."""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst.directives.admonitions import BaseAdmonition
from sphinx.application import Sphinx


class EditionNote(BaseAdmonition):
    """An admonition under the heading *Edition note*."""

    node_class = nodes.admonition
    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return an ordinary admonition with a title and a class of its own."""
        self.arguments = ["Edition note"]
        self.options["class"] = ["edition-note"]
        return super().run()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("edition-note", EditionNote)
