"""Days of events: a year or a month without a day counts from its first day."""

from __future__ import annotations

import pandas as pd


def by_day(events: pd.DataFrame) -> pd.DataFrame:
    """Return `events` by their key, with `date` and `end_date` as days.

    :param events: a table with the columns ``key``, ``date`` and ``end_date``; the dates are texts such as
        ``2020-11-10``, ``2010-08`` or ``1992``, or days already. An event without an end keeps none.
    """
    columns = ["date", "end_date"]
    days = events[columns].apply(pd.to_datetime, format="ISO8601")
    return events.assign(**days).set_index("key")
