"""The code behind one figure as a listing that can be run: its statements from all cells of the chapter, in order."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Sequence

from edition.source.lineage import Statement, behind, calls, drawn_by, literal


def listing(cells: Sequence[str], found: Sequence[Statement], name: str) -> str:
    """Return what draws the figure `name`, as far back as the tables it loads, with the number of each cell in a comment.

    :param cells: the code of the chapter's cells, as Python reads it.
    :param found: their statements (:func:`edition.source.lineage.statements`).
    :returns: nothing if no call of ``show`` has that name.
    """
    lines: dict[int, set[int]] = defaultdict(set)
    for place in _places(found, name):
        lines[found[place].cell] |= _lines(cells[found[place].cell - 1], found[place].node)
    return "\n\n".join(f"# cell {cell}\n{_excerpt(cells[cell - 1], wanted)}" for cell, wanted in sorted(lines.items()))


def _places(found: Sequence[Statement], name: str) -> list[int]:
    """Return the places of the statements that the figure `name` is made by."""
    for end, statement in enumerate(found):
        for call in calls(statement, "show"):
            if literal(call, 1) == name:
                return behind(found, drawn_by(found, end, call))
    return []


def _lines(code: str, node: ast.stmt) -> set[int]:
    """Return the lines of a statement in its cell, from 1, with its decorators and the comments right above it."""
    rows = code.split("\n")
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
    while first > 1 and rows[first - 2].startswith("#"):
        first -= 1
    return set(range(first, (node.end_lineno or node.lineno) + 1))


def _excerpt(code: str, wanted: set[int]) -> str:
    """Return the `wanted` lines of a cell, with a blank line where the cell has one between two of them."""
    kept: list[str] = []
    for number, row in enumerate(code.split("\n"), start=1):
        if number in wanted:
            kept.append(row)
        elif not row.strip() and kept and kept[-1]:
            kept.append("")
    return "\n".join(kept).rstrip()
