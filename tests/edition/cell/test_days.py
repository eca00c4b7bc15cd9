"""Days of events: what counts as the day of a month, of a year, of an event that has no end."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.cell.days import by_day, days_between

EVENTS = pd.DataFrame({
    "key": ["swarm", "flow", "winter", "sale"],
    "date": ["1901-05-10", "1901-06", "1902", "1900-02-28"],
    "end_date": ["1901-05-12", "1901-07", None, None],
    "what": ["a swarm left", "the limes", "the frost", "of a hive"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("event", "day"),
    [("swarm", "1901-05-10"), ("flow", "1901-06-01"), ("winter", "1902-01-01"), ("sale", "1900-02-28")],
)
def test_a_month_and_a_year_count_from_their_first_day(event: str, day: str) -> None:
    assert by_day(EVENTS)["date"][event] == pd.Timestamp(day)


def test_an_event_of_one_day_has_no_end() -> None:
    ends = by_day(EVENTS)["end_date"]
    assert ends[["winter", "sale"]].isna().all()
    assert ends["swarm"] == pd.Timestamp("1901-05-12") and ends["flow"] == pd.Timestamp("1901-07-01")


def test_other_columns_stay_and_so_do_the_events_given() -> None:
    before = EVENTS.copy()
    assert by_day(EVENTS)["what"].tolist() == EVENTS["what"].tolist()
    pd.testing.assert_frame_equal(EVENTS, before)


def test_a_table_without_ends_stays_without() -> None:
    found = by_day(EVENTS.drop(columns="end_date"))
    assert list(found) == ["date", "what"] and found["date"]["flow"] == pd.Timestamp("1901-06-01")


def test_the_days_between_two_events_are_counted_from_the_earlier() -> None:
    events = by_day(EVENTS)
    assert days_between(events, "swarm", "flow") == 22
    assert days_between(events, "flow", "swarm") == -22
    assert days_between(events, "sale", "swarm") == 436, "1900 had no 29 February"


def test_a_table_whose_dates_are_days_already_stays_as_it_is() -> None:
    once = by_day(EVENTS)
    assert by_day(once.reset_index()).equals(once)
