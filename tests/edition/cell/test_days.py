"""Days of events: what counts as the day of a month, of a year, of an event that has no end."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.cell.days import by_day, days_between, span
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


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1992", "", "1992"),
        ("2010-08", "", "August 2010"),
        ("2020-11-09", "", "9 November 2020"),
        ("2023-09-19", "2023-09-20", "19–20 September 2023"),
        ("2020-09-27", "2020-11-10", "27 September – 10 November 2020"),
        ("2022-12-12", "2023-04-28", "12 December 2022 – 28 April 2023"),
        ("2020-11-10", "2020-11-10", "10 November 2020"),
    ],
)
def test_days_are_written_without_what_they_share(first: str, last: str, words: str) -> None:
    assert span(first, last) == words


def test_a_day_and_a_month_are_no_span() -> None:
    with pytest.raises(ValueError, match="1901-05-10 and 1901-06 are no span: one is more precise"):
        span("1901-05-10", "1901-06")
