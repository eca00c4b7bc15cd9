"""The widths of the columns of a long table that make it lowest, from an estimate of how many lines its cells take."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Sequence

#: How much wider than the average letter the words of a line come out, as lines are not filled to their end.
LOOSE = 1.06
#: By how many characters a column is widened or narrowed, in turn.
STEPS = (8, 4, 2, 1)

#: A row: for each column, the lengths of the paragraphs in its cell, in characters.
Row = Sequence[Sequence[int]]


def balanced(rows: Sequence[Row], given: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return the widths of the columns in characters.

    :param given: the widths that the author gave, in any unit; they are where it begins, and stay where nothing is won.
    :param least: what each column needs for its longest word, in characters.
    :param room: how many characters a line of the whole table has.
    """
    columns = list(zip(*rows, strict=True))

    @functools.cache
    def heights(column: int, width: float) -> list[int]:
        return [_lines_of_cell(cell, width) for cell in columns[column]]

    def lines_at(widths: Sequence[float]) -> int:
        return _lines_of_table(itertools.starmap(heights, enumerate(widths)))

    widths = _at_least([room * width / sum(given) for width in given], least)
    height = lines_at(widths)
    for step in STEPS:
        is_lower = True
        while is_lower:
            is_lower = False
            for narrower, wider in _pairs(len(widths)):
                moved = list(widths)
                moved[narrower] -= step
                moved[wider] += step
                if moved[narrower] >= least[narrower] and (lower := lines_at(moved)) < height:
                    widths, height, is_lower = moved, lower, True
    return widths


def lines(rows: Sequence[Row], widths: Sequence[float]) -> int:
    """Return how many lines the rows take: of each row, its longest cell."""
    columns = zip(zip(*rows, strict=True), widths, strict=True)
    return _lines_of_table([_lines_of_cell(cell, width) for cell in column] for column, width in columns)


def _lines_of_cell(cell: Sequence[int], width: float) -> int:
    """Return how many lines the paragraphs of a cell take."""
    return sum(math.ceil(LOOSE * length / width) for length in cell)


def _lines_of_table(columns: Iterable[Sequence[int]]) -> int:
    """Return how many lines the rows take, from what each cell of each column takes."""
    return sum(map(max, zip(*columns, strict=True)))


def _at_least(widths: list[float], least: Sequence[float]) -> list[float]:
    """Return widths of the same sum, none below what it needs, if that can be."""
    short = sum(max(0.0, need - width) for width, need in zip(widths, least, strict=True))
    spare = sum(max(0.0, width - need) for width, need in zip(widths, least, strict=True))
    part = min(1.0, short / spare) if spare else 0.0
    return [max(width - part * (width - need), need) for width, need in zip(widths, least, strict=True)]


def _pairs(count: int) -> list[tuple[int, int]]:
    """Return all pairs of different columns."""
    return [(one, other) for one in range(count) for other in range(count) if one != other]
