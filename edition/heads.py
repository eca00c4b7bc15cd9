"""What a narrow page makes of a table: which are too wide for it, and what each cell then says it is headed by."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

#: The classes of tables whose cells hold paragraphs, so that a narrow page has no room for few columns of them either.
OF_WORDS = frozenset({"ledger", "data-table", "codebook"})


def head_of(cell: nodes.entry) -> str:
    """Return what the head of a cell's column says; nothing for a cell of the head, or in a table without one.

    A head over all columns is a title of the table, which no cell need repeat.
    """
    row, group = cell.parent, cell.parent.parent.parent
    head = next((child for child in group.children if isinstance(child, nodes.thead)), None)
    if head is None or row.parent is head:
        return ""
    place, titles = len(_columns(row.children[: row.index(cell)])), _columns(head.children[-1].children)
    if place >= len(titles) or 1 + int(titles[place].get("morecols", 0)) == len(titles) > 1:
        return ""
    return titles[place].astext()


def _columns(cells: Iterable[nodes.Node]) -> list[nodes.entry]:
    """Return the cell in each column; one that is wide stands in several."""
    return [cell for cell in cells if isinstance(cell, nodes.entry) for _ in range(1 + int(cell.get("morecols", 0)))]
