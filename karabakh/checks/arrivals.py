"""The displaced: cumulated counts of arrivals against one another, against days, and against the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from edition.package.crosscheck import Row, Rows, at, by_key, in_order, over

PRINTED = "as printed"  # to the last person

arrivals_in_order = in_order("arrivals", "date", "time")


@over("arrivals")
def arrivals_only_grow(arrivals: Rows) -> Iterator[str]:
    """The counts as printed grow, and the others, which are rounded, lie between them."""
    last = 0
    for number, row in enumerate(arrivals, start=1):
        count, exact = int(row["arrivals"]), row["bound"] == PRINTED
        ahead = next((int(other["arrivals"]) for other in arrivals[number:] if other["bound"] == PRINTED), None)
        if row["bound"] != "more than" and count <= last:
            yield f"{at('arrivals', number)}: {count} is not more than {last} before"
        if not exact and count % 100:
            yield f"{at('arrivals', number)}: {row['bound']} {count} is not rounded"
        if not exact and ahead is not None and count >= ahead:
            yield f"{at('arrivals', number)}: {row['bound']} {count} is not less than the next count, {ahead}"
        last = count if exact else last


@over("arrivals")
def arrivals_say_how_they_are_known(arrivals: Rows) -> Iterator[str]:
    """A day or hour that is inferred is so from what a note says, and nobody is registered who has not arrived."""
    for number, row in enumerate(arrivals, start=1):
        if row["dating"] != "hour stated" and not row["note"]:
            yield f"{at('arrivals', number)}: {row['dating']}, and no note says from what"
        if row["registered"] and float(row["registered"]) > int(row["arrivals"]):
            yield f"{at('arrivals', number)}: {row['registered']} registered are more than {row['arrivals']} arrived"
    for column in ("vehicles", "registered"):
        known = [float(row[column]) for row in arrivals if row[column]]
        if known != sorted(set(known)):
            yield f"data/arrivals.csv: {column} does not only grow"


@over("arrivals")
def what_is_written_is_exact(arrivals: Rows) -> Iterator[str]:
    """A number that the figure writes beside its mark is a count as printed, and the last of these is written."""
    for number, row in enumerate(arrivals, start=1):
        if row["written"] and row["bound"] != PRINTED:
            yield f"{at('arrivals', number)}: {row['bound']} {row['arrivals']} is not exact, so that written has to stay empty"
    *_, last = [row for row in arrivals if row["bound"] == PRINTED]
    if not last["written"]:
        yield f"data/arrivals.csv: {last['arrivals']} is the last count as printed; let written be yes"


@over("arrivals", "timeline")
def arrivals_are_of_their_event(arrivals: Rows, timeline: Rows) -> Iterator[str]:
    """The counts of an event are of its first day to its last."""
    events = by_key(timeline)
    for key in dict.fromkeys(row["event"] for row in arrivals):
        days = [row["date"] for row in arrivals if row["event"] == key]
        first, last = events[key]["date"], events[key]["end_date"]
        if (days[0], days[-1]) != (first, last):
            yield f"data/arrivals.csv: the counts of {key} are from {days[0]} to {days[-1]}, not from {first} to {last}, as in the timeline"


@over("arrivals_daily")
def days_follow_one_another(arrivals_daily: Rows) -> Iterator[str]:
    """An agency goes on, without a gap, from the opening days, which were stated together."""
    for agency, rows in _by_agency(arrivals_daily).items():
        until = date.fromisoformat(rows[0]["date"]) - timedelta(1)
        for row in rows:
            if (begun := date.fromisoformat(row["date"])) != until + timedelta(1):
                yield f"data/arrivals_daily.csv: {agency} goes on with {begun} after {until}; correct one"
            until = date.fromisoformat(row["end_date"])
            if until < begun:
                yield f"data/arrivals_daily.csv: {agency} has days from {begun} to {until}; correct one"


@over("arrivals_daily", "arrivals")
def days_fit_the_counts(arrivals_daily: Rows, arrivals: Rows) -> Iterator[str]:
    """The days of an agency add up to what was counted: no less than by then, no more than the day after."""
    exact = [(row["date"], int(row["arrivals"])) for row in arrivals if row["bound"] == PRINTED]
    if (day := arrivals_daily[0]["date"]) != arrivals[0]["date"]:
        yield f"{at('arrivals_daily', 1)}: {day} is not the first day of the arrivals, {arrivals[0]['date']}"
    for agency, rows in _by_agency(arrivals_daily).items():
        total = 0
        for row in rows:
            total, until = total + int(row["arrivals"]), row["end_date"]
            low = max((count for day, count in exact if day <= until), default=0)
            high = min((count for day, count in exact if day > until), default=low)
            if not low <= total <= high:
                yield f"data/arrivals_daily.csv: {agency} has {total} by {until}, the counts are {low} and {high}"


def _by_agency(arrivals_daily: Rows) -> dict[str, list[Row]]:
    """Return the rows of each agency, after the opening ones of the table unless it has them itself."""
    opening, *_ = arrivals_daily
    agencies = dict.fromkeys(row["agency"] for row in arrivals_daily)
    rows = {agency: [row for row in arrivals_daily if row["agency"] == agency] for agency in agencies}
    return {agency: own if own[0]["date"] == opening["date"] else [opening, *own] for agency, own in rows.items()}
