"""Days of events: a year or a month without a day counts from its first day."""

from __future__ import annotations

import pandas as pd


def by_day(events: pd.DataFrame) -> pd.DataFrame:
    """Return `events` by their key, with `date` and, where there is one, `end_date` as days.

    :param events: a table with the columns ``key`` and ``date``, and perhaps ``end_date``; the dates are texts such as
        ``1901-05-10``, ``1901-05`` or ``1901``, or days already. An event without an end keeps none.
    """
    columns = events.columns.intersection(["date", "end_date"])
    days = events[columns].apply(pd.to_datetime, format="ISO8601")
    return events.assign(**days).set_index("key")


def days_between(events: pd.DataFrame, earlier: str, later: str) -> int:
    """Return how many days after the event `earlier` the event `later` came, of `events` :func:`by_day`."""
    return (events.date[later] - events.date[earlier]).days
