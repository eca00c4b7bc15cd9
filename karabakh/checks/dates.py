"""Days as the tables write them, of different precision, and the dates of sources."""

from __future__ import annotations

import re
from datetime import date

from edition.package.crosscheck import Row, Rows

DATE = re.compile(r"\d{4}(-\d{2}){0,2}$")


def exact(*days: str) -> list[date]:
    """Return those of the dates that are exact to the day."""
    return [date.fromisoformat(day) for day in days if len(day) == 10]


def year_later(day: str) -> str:
    """Return the same day a year later."""
    return f"{int(day[:4]) + 1}{day[4:]}"


def date_in_key(source: Row) -> str:
    """Return the day or month with which the key of a source ends; empty if it ends with none.

    A year alone may be that of which the source tells, and ``meeting-2022-05-12`` names the day of the meeting.
    """
    named = DATE.search(source["key"])
    return named[0] if named and "-" in named[0] and not source["key"].startswith("meeting-") else ""


def report_days(sources: Rows) -> dict[str, str]:
    """Return the date of each source by its key, from that key if it is more exact there; empty if there is none."""
    return {row["key"]: max(row["date"], date_in_key(row) if row["date"] else "", key=len) for row in sources}


def agree(one: str, other: str) -> bool:
    """Return whether two dates of different precision can be the same."""
    return one.startswith(other) or other.startswith(one)


def later(day: str, report: str) -> bool:
    """Return whether `day` is later than `report`, as far as both are precise."""
    length = min(len(day), len(report))
    return day[:length] > report[:length]
