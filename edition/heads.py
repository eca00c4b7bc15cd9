"""What the columns of a table are headed by, for pages on which each cell says so itself."""

from __future__ import annotations

from docutils import nodes


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
