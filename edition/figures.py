"""What several charts share: the palette, and the way a chart reaches the page with its words."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from edition.paths import EDITION, FONTS
from edition.records import FIGURE, emit

# One colour per actor in the whole book. Actors that meet in a chart differ in lightness as well as in hue, so that
# they stay apart in greyscale print and for readers with any of the common colour-vision deficiencies; a test sees to it.
PALETTE = {
    "Russia": "#182f63",
    "Turkey": "#8c2a28",
    "European Union": "#2b65a6",
    "Azerbaijan": "#2a8d8b",
    "Belarus": "#74905f",
    "United States": "#bd7fb4",
    "Armenia": "#e89048",
    "Georgia": "#b9a0d6",
    "European Political Community": "#8fbde3",
    "Israel": "#dcb83e",
    "Other": "#dcdcdc",
}
HATCH = {"Other": "////"}  # a second sign beside colour, where two of them meet
INK, QUIET = "#1a1a1a", "#5a5a5a"

matplotlib.use("agg")
for face in sorted(FONTS.glob("NotoSans*.ttf")):
    font_manager.fontManager.addfont(face)
plt.style.use(EDITION / "style.mplstyle")


def show(figure: Figure, name: str, *, alt: str, source: str) -> None:
    """Put the chart on the page with its alternative text and the source that is named under it, and close it.

    :param name: the name that the cell's ``mystnb: figure:`` gives the figure, such as ``fig-arms-shares``.
    :param alt: what the chart shows, with its numbers, for those who do not see it; made from the drawn data.
    :param source: where the data come from; it stands in the line under the figure, and in the picture's metadata.
    """
    picture = io.StringIO()
    figure.savefig(picture, format="svg", metadata={"Date": None, "Description": alt, "Source": source})
    plt.close(figure)
    emit(name, {"text/plain": repr(alt), FIGURE: {"name": name, "alt": alt, "source": source}})
    display({"image/svg+xml": picture.getvalue()}, raw=True)


def write(axes: Axes, text: str, at: tuple[Any, Any], shift: tuple[float, float] = (0, 6), **style: Any) -> None:
    """Write `text` at a place of the data, moved by `shift` points to the right and up; centred, unless `style` says otherwise."""
    axes.annotate(text, at, shift, textcoords="offset points", **{"ha": "center", **style})


def hide_axes(axes: Axes, *sides: str) -> None:
    """Take away the lines of the axes at `sides` (all if none is named) and every tick; the words of the ticks stay.

    For charts whose marks carry their numbers.
    """
    axes.spines[list(sides) if sides else slice(None)].set_visible(False)
    axes.tick_params(which="both", length=0)


def listing(values: pd.Series, form: str) -> str:
    """Return the values with their labels as a phrase for an alternative text: ``Russia 94 per cent, Other 6 per cent``."""
    return ", ".join(f"{label} {form.format(value)}" for label, value in values.items())


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
