"""What a node of a page stands in."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes


def around(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield what a node stands in, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node
