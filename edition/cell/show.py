"""How a chart reaches the page with its words."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib.figure import Figure

from edition.cell import look  # noqa: F401  (a chart drawn in any chapter has the look of the book)
from edition.cell.dark import for_both
from edition.cell.drawing import Chart
from edition.cell.drawn import written_tables
from edition.cell.record import FIGURE, SMALL, emit

INDENTED = re.compile(r"^ +", re.MULTILINE)
OUTLINE = re.compile(r'(?<= d=")[^"]+')
# A hundredth of a point is finer than any screen, and Matplotlib writes six digits without a setting for it.
TOO_FINE = re.compile(r"(\.\d\d)\d+")


def show(
    figure: Figure, name: str, *, alt: str, source: str, table: Mapping[str, pd.DataFrame], form: str = "{:g}"
) -> None:
    """Put the chart on the page with its words, the source and the tables that stand under it, and close it.

    Where the page is narrow stands its drawing for narrow columns (:class:`edition.cell.drawing.Chart`).

    :param name: the name that the cell's ``mystnb: figure:`` gives the figure, such as ``fig-harvests``.
    :param alt: what the chart shows, with its numbers, for those who do not see it; made from the drawn data.
    :param source: where the data come from; it stands in the line under the figure, and in the picture's metadata.
    :param table: what is drawn, a frame under what its numbers are, with their unit: ``{"tons": harvest}``; the index of
        a frame says what its rows are. Several, if the chart has panels of different things.
    :param form: how its numbers with a fraction are written: as the chart writes them.
    :raises ValueError: if it is drawn in a colour that has no partner for dark pages, or has no words or no numbers.
    """
    for said, text in (("alt", alt), ("source", source)):
        if not any(letter.isalnum() for letter in text):
            raise ValueError(f"show(…, {name!r}, …): {said} says nothing; write what a reader needs to know")
    tables = written_tables(table, form)
    words = {"Description": alt, "Source": source}
    record = {"text/plain": repr(alt), FIGURE: {"name": name, "alt": alt, "source": source, "tables": tables}}
    wide = (isinstance(figure, Chart) and figure.wide) or figure
    picture = written(wide, name, words)
    if isinstance(figure, Chart):
        record[SMALL] = written(figure.made_narrow(), name, words)
    emit(name, record)
    display({"image/svg+xml": picture}, raw=True)
    for one in (wide, figure):
        plt.close(one)


def written(figure: Figure, name: str, words: dict[str, str]) -> str:
    """Return a drawing as a vector picture, the same bytes in every build."""
    picture = io.StringIO()
    with plt.rc_context({"svg.hashsalt": name}):
        figure.savefig(picture, format="svg", metadata={"Date": None, **words})
    svg = OUTLINE.sub(lambda outline: TOO_FINE.sub(r"\1", outline[0]), picture.getvalue())
    return for_both(INDENTED.sub("", svg), name)
