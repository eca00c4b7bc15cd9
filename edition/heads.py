"""What a narrow page makes of a table: which are too wide for it, and what each cell then says it is headed by."""

from __future__ import annotations

from docutils import nodes

#: The classes of tables whose cells hold paragraphs, so that a narrow page has no room for few columns of them either.
OF_WORDS = frozenset({"ledger", "data-table", "codebook"})


def head_of(cell: nodes.entry) -> str:
    """Return what the head of a cell's column says; nothing for a cell of the head, or in a table without one."""
    row, group = cell.parent, cell.parent.parent.parent
    head = next((child for child in group.children if isinstance(child, nodes.thead)), None)
    if head is None or row.parent is head:
        return ""
    before = [other for other in row.children[: row.index(cell)] if isinstance(other, nodes.entry)]
    place = len(before) + sum(int(other.get("morecols", 0)) for other in before)
    titles = head.children[-1].children
    return titles[place].astext() if place < len(titles) else ""
