"""How a chart reaches the page with its words."""

from __future__ import annotations

import io

import matplotlib.pyplot as plt
from IPython.display import display
from matplotlib.figure import Figure

from edition.cell import look  # noqa: F401  (a chart drawn in any chapter has the look of the book)
from edition.cell.record import FIGURE, emit


def show(figure: Figure, name: str, *, alt: str, source: str) -> None:
    """Put the chart on the page with its alternative text and the source that is named under it, and close it.

    :param name: the name that the cell's ``mystnb: figure:`` gives the figure, such as ``fig-harvests``.
    :param alt: what the chart shows, with its numbers, for those who do not see it; made from the drawn data.
    :param source: where the data come from; it stands in the line under the figure, and in the picture's metadata.
    """
    picture = io.StringIO()
    with plt.rc_context({"svg.hashsalt": name}):  # the same bytes in every build
        figure.savefig(picture, format="svg", metadata={"Date": None, "Description": alt, "Source": source})
    plt.close(figure)
    emit(name, {"text/plain": repr(alt), FIGURE: {"name": name, "alt": alt, "source": source}})
    display({"image/svg+xml": picture.getvalue()}, raw=True)
