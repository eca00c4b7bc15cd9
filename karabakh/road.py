"""The counts on the Lachin road, as chapters set them against the days."""

from __future__ import annotations

import pandas as pd


def by_the_day(traffic: pd.DataFrame, start: pd.Timestamp) -> pd.DataFrame:
    """Return what each count comes to a day: a row for each of `traffic`.

    The columns: ``end``, the day to which it counts; ``days``, how many these are from `start` on, or negative before it;
    ``prefix``, the words before the number, as ``more than``, with a space after them; ``daily``, the average;
    ``rounded``, the same without decimals, and a lower bound rounded down; ``text``, the last after its prefix.

    :param traffic: the table ``corridor_traffic``. All its counts begin at `start`; its averages are of the time before.
    :param start: the first day of the sit-in.
    """
    end = pd.to_datetime(traffic.as_of)
    days = (end - start).dt.days
    daily = traffic.value / days.clip(lower=1)  # before the sit-in the value is an average already
    rounded = daily.round().mask(traffic.bound == "more than", daily // 1)
    prefix = traffic.bound.map({"more than": "more than ", "about": "about "}).fillna("")
    text = prefix + rounded.map("{:,.0f}".format)
    return pd.DataFrame({"end": end, "days": days, "prefix": prefix, "daily": daily, "rounded": rounded, "text": text})
