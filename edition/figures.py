"""What several charts share: the palette, the source line, the way a chart reaches the page."""

from __future__ import annotations

import io

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib import font_manager
from matplotlib.figure import Figure

from edition.paths import EDITION, FONTS
from edition.records import ALT, emit

# One colour per actor in the whole book. Neighbours differ in lightness as well as in hue, so that they stay
# apart in greyscale print and for readers with any of the common colour-vision deficiencies.
PALETTE = {
    "Russia": "#1f3b73",
    "Israel": "#e69f3c",
    "Belarus": "#5d7f5f",
    "Turkey": "#b94a48",
    "Other": "#cfcfcf",
}
HATCH = {"Other": "////"}  # a second sign beside colour, where two of them meet
INK, QUIET = "#1a1a1a", "#5a5a5a"

matplotlib.use("agg")
for face in sorted(FONTS.glob("NotoSans*.ttf")):
    font_manager.fontManager.addfont(face)
plt.style.use(EDITION / "style.mplstyle")


def show(figure: Figure, name: str, *, alt: str, source: str) -> None:
    """Put the chart on the page with its source line and its alternative text, and close it.

    :param name: the name that the cell's ``mystnb: figure:`` gives the figure, such as ``fig-arms-shares``.
    :param alt: what the chart shows, with its numbers, for those who do not see it; made from the drawn data.
    :param source: where the data come from, set in small type under the chart.
    """
    figure.supxlabel(f"Source: {source}", x=0.01, ha="left", fontsize=7, color=QUIET)
    picture = io.StringIO()
    figure.savefig(picture, format="svg", metadata={"Date": None})
    plt.close(figure)
    emit(name, {"text/plain": repr(alt), ALT: {"figure": name, "alt": alt}})
    display({"image/svg+xml": picture.getvalue()}, raw=True)


def listing(values: pd.Series, form: str) -> str:
    """Return the values with their labels as a phrase for an alternative text: ``Russia 94 per cent, Other 6 per cent``."""
    return ", ".join(f"{label} {form.format(value)}" for label, value in values.items())
