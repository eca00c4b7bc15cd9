"""The wars, as charts by year mark them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from edition.cell.drawing import mark_days

#: What stands above the line of each event, and how it is aligned so that the labels do not meet.
WARS = {
    "first-war-ceasefire": ("ceasefire\nof {:%Y}", "center"),
    "april-war": ("war of\n{:%Y}", "right"),
    "second-war": ("war of\n{:%Y}", "left"),
}


def mark_wars(axes: Axes, timeline: pd.DataFrame, **style: Any) -> None:
    """Mark the ceasefire of the first war and the days on which the later ones began, on an axis of years.

    :param timeline: the table ``timeline``, by day.
    :param style: what else :func:`edition.cell.drawing.mark_days` takes.
    """
    days = timeline.date[[*WARS]]
    years = days.dt.year + days.dt.day_of_year / 366
    labels = [label.format(day) for (label, _), day in zip(WARS.values(), days, strict=True)]
    mark_days(axes, years.set_axis(labels), sides=[side for _, side in WARS.values()], **style)
