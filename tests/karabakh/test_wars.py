"""The lines of the wars stand at the days of the table."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pandas as pd

from edition.cell.days import by_day
from edition.cell.load import load
from karabakh.wars import WARS, mark_wars

TIMELINE = by_day(load("timeline"))


def test_a_war_is_marked_at_its_day_and_named_with_its_year() -> None:
    fig, ax = plt.subplots()
    mark_wars(ax, TIMELINE)
    lines = [line.get_xdata()[0] for line in ax.lines]
    assert [int(at) for at in lines] == [TIMELINE.date[event].year for event in WARS]
    assert 2020.7 < lines[-1] < 2020.8
    assert [text.get_text() for text in ax.texts] == ["ceasefire\nof 1994", "war of\n2016", "war of\n2020"]
    plt.close(fig)


def test_the_names_follow_the_table() -> None:
    fig, ax = plt.subplots()
    mark_wars(ax, TIMELINE.assign(date=TIMELINE.date + pd.DateOffset(years=1)))
    assert [text.get_text()[-4:] for text in ax.texts] == ["1995", "2017", "2021"]
    plt.close(fig)
