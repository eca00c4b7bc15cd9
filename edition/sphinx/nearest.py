"""Where on a page something stands, and how it begins: for messages about it."""

from __future__ import annotations

from docutils import nodes
from sphinx.environment import BuildEnvironment

from edition.sphinx.pages import at, file_of


def lined(node: nodes.Node) -> nodes.Node:
    """Return `node`, or the nearest one around it that has a line; the document, if none has."""
    while node.parent is not None and not (isinstance(node, nodes.Element) and node.line):
        node = node.parent
    return node


def where(env: BuildEnvironment, node: nodes.Node, docname: str = "") -> str:
    """Return the place of `node` as messages name it.

    :param docname: its page, if that is not the one which is being read.
    """
    return at(file_of(env, docname or env.docname), lined(node).line)


def beginning(text: str, most: int) -> str:
    """Return a text on one line, cut after `most` letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"
