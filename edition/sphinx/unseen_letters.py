"""Letters on a page that nobody sees, or that turn others about, however they came there.

A file is looked at as it is read (:func:`edition.package.read.as_text`); but a letter can also be written by its number,
in Markdown, in the JSON of a notebook or in a bibliography, and a cell can print it.  So the text of every page is looked
at once more, as it is to be written.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from edition.package.unseen import said_of, unreadable
from edition.sphinx.nearest import beginning, lined

logger = logging.getLogger(__name__)
MOST = 40  # letters of a text that a message quotes
COLOURED, ESCAPE = "myst-ansi", "\x1b"  # the language of an output with colours, and the sign that begins each


def report(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Warn of all letters that do not belong into a text (``doctree-resolved``)."""
    for node, text in _texts(doctree):
        if found := unreadable(text):
            logger.warning("%s, in %s", said_of(found), ascii(beginning(text, MOST)), location=lined(node))


def _texts(doctree: nodes.document) -> Iterator[tuple[nodes.Node, str]]:
    """Yield the texts of a page, and what stands for its pictures, each with its node."""
    for node in doctree.findall(nodes.Text):
        text = node.astext()
        coloured = isinstance(node.parent, nodes.literal_block) and node.parent.get("language") == COLOURED
        yield node, text.replace(ESCAPE, "") if coloured else text
    for image in doctree.findall(nodes.image):
        yield image, image.get("alt", "")


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("doctree-resolved", report)
