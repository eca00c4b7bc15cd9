"""Whether cells are as the pattern of their column wants them, within a limit of time.

A pattern can take longer than anybody lives, and whether it does depends on the cell. Seconds of the processor are
counted, so that a machine that does other things besides finds nothing else.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from edition.package.read import PACKAGE
from edition.said import place

LIMIT = 2.0  # seconds of the processor for all cells of a column
SHOWN = 60  # letters of a cell that takes too long


class _EndlessError(Exception):
    """A pattern took longer than the limit."""


def unmatched(table: dict[str, Any], rows: list[dict[str, str]]) -> Iterator[str]:
    """Yield the cells of a table that are not as a pattern wants them, and patterns that take too long, one line each.

    Empty cells are missing, and are looked at by no pattern. Only in the main thread, as signals are.

    :param rows: all rows, with the columns of its schema.
    """
    for field in table["schema"]["fields"]:
        if (pattern := field.get("constraints", {}).get("pattern")) is not None:
            yield from unmatched_in(table["path"], field["name"], pattern, [row[field["name"]] for row in rows])


def unmatched_in(path: str, column: str, pattern: str, cells: list[str]) -> Iterator[str]:
    """Yield the cells of one column that are not as its pattern wants them, or that it takes too long on.

    :param path: of the table, in data/.
    """
    file, wrong, number, cell = f"data/{path}", [], 0, ""
    try:
        with _limited():
            wanted = re.compile(pattern)
            for number, cell in enumerate(cells, start=1):
                if cell and not wanted.fullmatch(cell):
                    wrong.append((number, cell))
    except _EndlessError:
        shown = cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}…"
        yield (
            f"{place(file, row=number, column=column)}: the pattern {pattern!r} in {PACKAGE} takes too long on {shown!r}; "
            "write it without a repetition within a repetition"
        )
    for number, cell in wrong:
        yield (
            f"{place(file, row=number, column=column)}: {cell!r}, but pattern is {pattern}; "
            "correct the cell, or the rule in datapackage.json"
        )


@contextmanager
def _limited() -> Iterator[None]:
    """End what is done within when the limit is reached.

    :raises _EndlessError: then.
    """

    def end(*_: object) -> None:
        raise _EndlessError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
