"""Where on a page something stands, and how it begins: for messages about it."""

from __future__ import annotations

from docutils import nodes
from sphinx.environment import BuildEnvironment

from edition.around import around
from edition.sphinx.pages import at, file_of


def lined(node: nodes.Node) -> nodes.Node:
    """Return `node`, or the nearest one around it that has a line; the document, if none has."""
    outward = [node, *around(node)]
    return next((one for one in outward if isinstance(one, nodes.Element) and one.line), outward[-1])


def where(env: BuildEnvironment, node: nodes.Node, docname: str = "") -> str:
    """Return the place of `node` as messages name it.

    :param docname: its page, if that is not the one which is being read.
    """
    return at(file_of(env, docname or env.docname), lined(node).line)


def beginning(text: str, most: int) -> str:
    """Return a text on one line, cut after `most` letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"
