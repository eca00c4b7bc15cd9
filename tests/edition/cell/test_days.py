"""Days of events: what counts as the day of a month, of a year, of an event that has no end."""

from __future__ import annotations

import pandas as pd

from edition.cell.days import by_day, days_between
from edition.cell.load import load


def test_a_month_and_a_year_count_from_their_first_day() -> None:
    days = by_day(load("timeline"))["date"]
    assert days["trilateral-ceasefire"] == pd.Timestamp("2020-11-10")
    assert days["operation-ring"] == pd.Timestamp("1991-04-01")
    assert days["border-posts"] == pd.Timestamp("2020-01-01")


def test_an_event_of_one_day_has_no_end() -> None:
    ends = by_day(load("timeline"))["end_date"]
    assert pd.isna(ends["base-treaty"]) and ends["second-war"] == pd.Timestamp("2020-11-10")


def test_a_table_without_ends_stays_without() -> None:
    declined = by_day(load("meetings_declined"))
    assert "end_date" not in declined and declined["date"]["2023-10-brussels"] == pd.Timestamp("2023-10-01")


def test_the_days_between_two_events_are_counted_from_the_earlier() -> None:
    events = by_day(load("timeline"))
    assert days_between(events, "trilateral-ceasefire", "invasion") == 471
    assert days_between(events, "invasion", "trilateral-ceasefire") == -471


def test_a_table_whose_dates_are_days_already_stays_as_it_is() -> None:
    meetings = load("mediation")
    assert by_day(meetings)["date"].tolist() == meetings["date"].tolist()
