"""Helpers for what several charts do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from edition.cell.look import QUIET

WIDTH = 4.95  # inches: the width of the printed text, so that 7 pt in a chart are 7 pt on paper
NARROW = 2.6  # inches: in the column of a phone, 288 pixels, 7 pt are more than 10 pixels high then


class Chart(Figure):
    """A figure that is drawn for narrow columns too: either it is made narrow itself, or it stands beside its wide drawing."""

    height: float = 0  #: in inches, of the narrow drawing that it becomes
    wide: Chart | None = None  #: the wide drawing, of which it is the narrow one

    def made_narrow(self) -> Chart:
        """Return the drawing for narrow columns; if there is no other, this one is made narrow."""
        if self.wide is None:
            self.set_size_inches(NARROW, self.height)
        return self


def chart(height: float, *grid: int, narrow: float | None = None, **options: Any) -> tuple[Chart, Any]:
    """Return a figure as wide as the text, and its axes. Narrow columns get it made narrower.

    :param height: in inches.
    :param grid: the numbers of rows and columns of axes, as :func:`matplotlib.pyplot.subplots` takes them; one by default.
    :param narrow: its height where it is narrow; the same by default.
    :param options: what else it takes, such as ``sharex=True``.
    """
    figure, axes = _sheet(WIDTH, height, *grid, **options)
    figure.height = narrow or height
    return figure, axes


def drawings(
    height: float, *grid: int, narrow: float | tuple[float, *tuple[int, ...]], **options: Any
) -> Iterator[tuple[Chart, Any, bool]]:
    """Yield a figure as wide as the text and then one for narrow columns, each with its axes and whether it is narrow.

    For charts that are arranged in another way where there is little room: the cell draws twice, in a loop, and shows the
    last of the two, which brings the first with it.

    :param narrow: the height of the narrow one; with its grid after it, if that is another.
    """
    wide, axes = _sheet(WIDTH, height, *grid, **options)
    yield wide, axes, False
    figure, axes = _sheet(NARROW, *(narrow if isinstance(narrow, tuple) else (narrow, *grid)), **options)
    figure.wide = wide
    yield figure, axes, True


def _sheet(width: float, height: float, *grid: int, **options: Any) -> tuple[Chart, Any]:
    """Return an empty figure of a size in inches, and its axes."""
    return plt.subplots(*grid, figsize=(width, height), FigureClass=Chart, **options)


def write(axes: Axes, text: str, at: tuple[Any, Any], shift: tuple[float, float] = (0, 6), **style: Any) -> None:
    """Write `text` at a place of the data, moved by `shift` points to the right and up; centred, unless `style` says otherwise."""
    axes.annotate(text, at, shift, textcoords="offset points", **{"ha": "center", **style})


def hide_axes(axes: Axes, *sides: str) -> None:
    """Take away the lines of the axes at `sides` (all if none is named) and every tick; the words of the ticks stay.

    For charts whose marks carry their numbers.
    """
    axes.spines[list(sides) if sides else slice(None)].set_visible(False)
    axes.tick_params(which="both", length=0)


def name_above(axes: Axes, rise: float) -> None:
    """Write the names of the rows above them instead of beside them, so that the rows have the whole width.

    :param rise: from the middle of a row to its name, in units of the data.
    """
    up = -rise if axes.yaxis_inverted() else rise
    named = list(zip(axes.get_yticks(), axes.get_yticklabels(), strict=True))
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)  # it would run along the names
    # The names may reach over what stands to the right, and make no room for themselves.
    axes.set(zorder=1, facecolor="none")
    for place, name in named:
        axes.text(0, place + up, name.get_text(), va="bottom", transform=axes.get_yaxis_transform(), in_layout=False)


def mark_days(axes: Axes, days: pd.Series, *, named: bool = True, sides: Sequence[str] = (), **style: Any) -> None:
    """Draw a dashed line from the bottom of the axes to the top at each of `days`, and above it the day's label.

    :param days: places on the horizontal axis, by what happened there.
    :param named: whether the labels are written.
    :param sides: how each label is aligned, as ``left``; centred if nothing is said.
    :param style: what else :meth:`matplotlib.axes.Axes.axvline` takes.
    """
    aligned = sides or ["center"] * len(days)
    for (label, day), side in zip(days.items(), aligned, strict=True):
        axes.axvline(day, **{"color": QUIET, "linestyle": "--", "linewidth": 0.8, **style})
        if named:
            axes.text(day, 1.02, str(label), ha=side, transform=axes.get_xaxis_transform())


def below(parts: pd.DataFrame) -> pd.DataFrame:
    """Return where each part of a stacked bar begins, given the sizes of the parts: a row a bar, a column a part."""
    return parts.cumsum(axis=1) - parts


def listing(values: pd.Series, form: str = "{}", separator: str = " ") -> str:
    """Return the values with their labels as a phrase for an alternative text: ``apples 94 per cent, pears 6 per cent``."""
    return ", ".join(f"{label}{separator}{form.format(value)}" for label, value in values.items())


def joined(values: Iterable[Any]) -> str:
    """Return the values as a sentence names them: ``1901, 1903 and 1907``; nothing if there are none."""
    *others, last = [*map(str, values)] or [""]
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
