"""Ways to vote in the General Assembly, and how the book draws a vote: a letter in a shape, and its shade of grey.

Shades are no colours of states: a *yes* looks like no one's flag. Letter and shape tell the votes apart without them.
Who did not vote has letters alone.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from edition.cell.drawing import hide_axes
from edition.cell.look import INK, LETTERS, QUIET

#: Each way to vote: its name, its shade, that of the letter on it, its shape and size.
VOTES = {
    "Y": ("yes", "#8f8f8f", LETTERS, "o", 150),
    "N": ("no", "#3a3a3a", "white", "s", 130),
    "A": ("abstained", "#c9c9c9", INK, "D", 155),
    "NV": ("not voting", "white", INK, "", 0),
}


def mark_votes(axes: Axes, grid: pd.DataFrame, shrink: float = 1.0) -> None:
    """Draw each vote as its shape with its letters, and the names of the columns above.

    :param grid: a table with the columns ``x``, ``y`` and ``vote``, which holds the letters of :data:`VOTES`.
    :param shrink: the size of the shapes, as a share of the usual one.
    """
    for letters, (_, shade, ink, shape, size) in VOTES.items():
        cast = grid[grid.vote == letters]
        style: dict[str, Any] = {"marker": shape, "color": shade, "edgecolor": QUIET, "linewidth": 0.8}
        if shape:
            axes.scatter(cast.x, cast.y, s=shrink * size, **style)
        for x, y in zip(cast.x, cast.y, strict=True):
            axes.text(x, y, letters, ha="center", va="center", color=ink, weight="bold")
    axes.tick_params(labeltop=True, labelbottom=False)
    hide_axes(axes)
