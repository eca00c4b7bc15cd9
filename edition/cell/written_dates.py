"""Dates as a reader writes them. Pages use it too, and need no pandas for it, which takes half a second to import."""

from __future__ import annotations

import calendar


def written(date: str) -> str:
    """Return a date as a reader writes it, as far as it is known: ``10 May 1901``, ``May 1901`` or ``1901``."""
    year, month, day = ([*date.split("-"), "", ""])[:3]
    return " ".join(filter(None, [day.lstrip("0"), month and calendar.month_name[int(month)], year]))


def span(first: str, last: str) -> str:
    """Return the days from `first` to `last` without what they share: ``10–11 May 1901``.

    :param last: a date as precise as `first`, or nothing, for an event of one day.
    :raises ValueError: if it is not as precise.
    """
    start, end = written(first).split(), written(last).split()
    if not end or start == end:
        return written(first)
    if len(start) != len(end):
        raise ValueError(f"{first} and {last} are no span: one is more precise than the other")
    differ = [number for number, pair in enumerate(zip(start, end, strict=True)) if len(set(pair)) > 1]
    kept = start[: differ[-1] + 1]
    return f"{' '.join(kept)}{'–' if len(kept) == 1 else ' – '}{' '.join(end)}"
