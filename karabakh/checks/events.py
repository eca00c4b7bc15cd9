"""The timeline: its order, its spans, and days that stand in another row or table as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.package.crosscheck import Rows, at, by_key, in_order, over
from karabakh.checks.dates import year_later

NUMBER = re.compile(r"\d[\d,]*")

timeline_in_order = in_order("timeline", "date")


@over("timeline")
def spans_are_short(timeline: Rows) -> Iterator[str]:
    """An event with a last day ends after its first day, and within a year."""
    for number, row in enumerate(timeline, start=1):
        if row["end_date"] and row["end_date"] <= row["date"]:
            yield f"{at('timeline', number)}: the last day of {row['key']} is not after the first; leave it empty, or correct it"
        elif row["end_date"] >= year_later(row["date"]):
            yield f"{at('timeline', number)}: {row['key']}, from {row['date']} to {row['end_date']}, is not less than a year"


@over("timeline")
def main_events_have_headlines(timeline: Rows) -> Iterator[str]:
    """A main event has a headline, and a number in it stands in the title as well."""
    for number, row in enumerate(timeline, start=1):
        if row["main"] and not row["headline"]:
            yield f"{at('timeline', number)}: {row['key']} is a main event without a headline; write one, or leave main empty"
        for found in NUMBER.findall(row["headline"]) if row["main"] else ():
            if found not in row["title"]:
                yield f"{at('timeline', number)}: {found} of the headline of {row['key']} does not stand in its title; correct one"


@over("timeline", "mediation")
def meetings_have_their_days(timeline: Rows, mediation: Rows) -> Iterator[str]:
    """An event that is a meeting has the days of that meeting, and names it if it has its day and place."""
    meetings = by_key(mediation)
    there = {(row["date"], row["place"]): key for key, row in meetings.items()}
    for number, row in enumerate(timeline, start=1):
        if row["meeting"]:
            meeting = meetings[row["meeting"]]
            for column in ("date", "end_date"):
                if row[column] != meeting[column]:
                    yield (
                        f"{at('timeline', number)}: {column} of {row['key']} is {row[column] or 'empty'}, but "
                        f"{meeting[column] or 'empty'} in its meeting, {meeting['key']}; correct one"
                    )
        elif key := there.get((row["date"], row["place"])):
            yield f"{at('timeline', number)}: {row['key']} has day and place of {key}; name it in the column meeting"


@over("timeline")
def ends_are_events(timeline: Rows) -> Iterator[str]:
    """An event that another one ended ends on the day of that other."""
    events = by_key(timeline)
    for number, row in enumerate(timeline, start=1):
        if row["ended_by"] and row["end_date"] != (day := events[row["ended_by"]]["date"]):
            yield f"{at('timeline', number)}: {row['key']} ends on {row['end_date']}, {row['ended_by']} is of {day}; correct one"
