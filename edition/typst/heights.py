"""How high a table will be, estimated from the lengths of its texts: the template measures only what is near a limit.

To measure a table costs as much as to set it, and more memory.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from edition.typst.balance import LOOSE, Row, lines

#: Millimetres that a row of one line takes, and what each further line adds.
ROW, FURTHER = 4.4, 3.4
#: By how much tables are lower or higher than the estimate; of some sixty that were measured, none by more.
LOWEST, HIGHEST = 0.6, 1.25
#: Characters of a line of a caption at the least, and the space around it in millimetres.
CAPTION, AROUND = 75, 6.0
#: Characters that the space at the sides of a cell takes.
INSET = 2


def span(rows: Sequence[Row], widths: Sequence[float]) -> tuple[float, float]:
    """Return how high a table is at the least and at the most, in millimetres, without its caption.

    :param rows: its rows, with those of the head.
    :param widths: those of the columns, in characters.
    """
    count = sum(lines([row], [max(1, width - INSET) for width in widths]) or 1 for row in rows)
    height = len(rows) * ROW + (count - len(rows)) * FURTHER
    return LOWEST * height, HIGHEST * height


def of_caption(length: int) -> float:
    """Return how high a caption of so many characters is at the most, in millimetres."""
    return AROUND + FURTHER * math.ceil(length / CAPTION)


def automatic(rows: Sequence[Row], room: float) -> list[float]:
    """Return the widths of columns that nobody gave, in characters: what their texts would fill; the widest share what is left.

    :param room: how many characters a line of the whole table has.
    """
    columns = zip(*rows, strict=True)
    wanted = [
        INSET + math.ceil(LOOSE * max((length for cell in column for length in cell), default=0)) for column in columns
    ]
    widths = [0.0] * len(wanted)
    for done, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[place] = min(wanted[place], (room - sum(widths)) / (len(wanted) - done))
    return widths
