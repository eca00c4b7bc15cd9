"""Helpers for what several charts do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from edition.cell.look import QUIET

WIDTH = 4.95  # inches: the width of the printed text, so that 7 pt in a chart are 7 pt on paper


def chart(height: float, *grid: int, **options: Any) -> tuple[Any, Any]:
    """Return a figure as wide as the text, and its axes.

    :param height: in inches.
    :param grid: the numbers of rows and columns of axes, as :func:`matplotlib.pyplot.subplots` takes them; one by default.
    :param options: what else it takes, such as ``sharex=True``.
    """
    return plt.subplots(*grid, figsize=(WIDTH, height), **options)


def write(axes: Axes, text: str, at: tuple[Any, Any], shift: tuple[float, float] = (0, 6), **style: Any) -> None:
    """Write `text` at a place of the data, moved by `shift` points to the right and up; centred, unless `style` says otherwise."""
    axes.annotate(text, at, shift, textcoords="offset points", **{"ha": "center", **style})


def hide_axes(axes: Axes, *sides: str) -> None:
    """Take away the lines of the axes at `sides` (all if none is named) and every tick; the words of the ticks stay.

    For charts whose marks carry their numbers.
    """
    axes.spines[list(sides) if sides else slice(None)].set_visible(False)
    axes.tick_params(which="both", length=0)


def mark_days(axes: Axes, days: pd.Series, *, named: bool = True, **style: Any) -> None:
    """Draw a dashed line from the bottom of the axes to the top at each of `days`, and above it the day's label.

    :param days: places on the horizontal axis, by what happened there.
    :param named: whether the labels are written.
    :param style: what else :meth:`matplotlib.axes.Axes.axvline` takes.
    """
    for label, day in days.items():
        axes.axvline(day, **{"color": QUIET, "linestyle": "--", "linewidth": 0.8, **style})
        if named:
            axes.text(day, 1.02, str(label), ha="center", transform=axes.get_xaxis_transform())


def below(parts: pd.DataFrame) -> pd.DataFrame:
    """Return where each part of a stacked bar begins, given the sizes of the parts: a row a bar, a column a part."""
    return parts.cumsum(axis=1) - parts


def listing(values: pd.Series, form: str = "{}", separator: str = " ") -> str:
    """Return the values with their labels as a phrase for an alternative text: ``apples 94 per cent, pears 6 per cent``."""
    return ", ".join(f"{label}{separator}{form.format(value)}" for label, value in values.items())


def joined(values: Iterable[Any]) -> str:
    """Return the values as a sentence names them: ``1901, 1903 and 1907``."""
    *others, last = map(str, values)
    return f"{', '.join(others)} and {last}" if others else last


def spread(places: Iterable[float], gap: float) -> list[float]:
    """Return `places`, in ascending order, moved apart as little as needed to leave `gap` between any two.

    Labels stand side by side this way where what they name lies close together.
    """
    clusters: list[list[float]] = []  # of each: the places that touch, and after moving stand `gap` apart
    for place in sorted(places):
        clusters.append([place])
        while len(clusters) > 1 and _low(clusters[-1], gap) - _high(clusters[-2], gap) < gap:
            last = clusters.pop()
            clusters[-1] += last
    return [_low(cluster, gap) + number * gap for cluster in clusters for number in range(len(cluster))]


def _low(cluster: list[float], gap: float) -> float:
    """Return where the first of a cluster stands, if the cluster is centred on what it names."""
    return sum(cluster) / len(cluster) - gap * (len(cluster) - 1) / 2


def _high(cluster: list[float], gap: float) -> float:
    """Return where the last of a cluster stands."""
    return _low(cluster, gap) + gap * (len(cluster) - 1)
