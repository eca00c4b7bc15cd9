"""The Lachin corridor: what was expected against the averages before the blockade, and counts against days."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from edition.package.crosscheck import Row, Rows, at, by_key, in_order, over

PER_DAY = " per day"

# In what each subject is counted, a day or in all.
UNITS = {
    "vehicles": ("vehicles", "movements"),
    "persons": ("persons", "movements"),
    "goods in": ("tonnes",),
    "goods out": ("tonnes",),
    "patients": ("persons",),
    "people stranded": ("persons",),
    "enterprises closed": ("enterprises",),
    "supply cut": ("days",),
    "operations": ("persons",),
    "incomes": ("persons",),
    "damage": ("million US dollars",),
}

traffic_in_order = in_order("corridor_traffic", "as_of")


@over("corridor_traffic", "timeline")
def averages_are_of_the_time_before(corridor_traffic: Rows, timeline: Rows) -> Iterator[str]:
    """Averages, which are per day, are of the time before the blockade, and counts of the time since."""
    for number, row in enumerate(corridor_traffic, start=1):
        days, start = _days(row, timeline)
        if (days < 0) != row["unit"].endswith(PER_DAY):
            yield f"{at('corridor_traffic', number)}: {row['unit']} on {row['as_of']}, with the blockade from {start}; correct one"


@over("corridor_traffic", "timeline")
def what_was_expected_comes_out(corridor_traffic: Rows, timeline: Rows) -> Iterator[str]:
    """What was expected is the average before the blockade times its days, or these days, and not less than was counted."""
    rows = by_key(corridor_traffic)
    for number, row in enumerate(corridor_traffic, start=1):
        days, _ = _days(row, timeline)
        daily = int(rows[row["before"]]["value"]) if row["before"] else 1
        if bool(row["expected"]) != (bool(row["before"]) or row["unit"] == "days"):
            yield (
                f"{at('corridor_traffic', number)}: the expected number {row['expected'] or 'left empty'} does not go with "
                f"{row['before'] or 'no average'} and {row['unit']}; it follows from the row in before, or from the days"
            )
        elif row["expected"] and float(row["expected"]) != daily * days:
            yield f"{at('corridor_traffic', number)}: {daily} a day for {days} days is not {row['expected']}"
        if row["expected"] and int(row["value"]) > float(row["expected"]):
            yield f"{at('corridor_traffic', number)}: {row['value']} is more than {row['expected']}, its whole"


@over("corridor_traffic")
def units_go_with_their_average(corridor_traffic: Rows) -> Iterator[str]:
    """What was counted is in the unit of the average before, without the day, or in movements."""
    rows = by_key(corridor_traffic)
    for number, row in enumerate(corridor_traffic, start=1):
        if row["before"] and row["unit"] not in (
            "movements",
            (unit := rows[row["before"]]["unit"]).removesuffix(PER_DAY),
        ):
            yield f"{at('corridor_traffic', number)}: {row['unit']} against {unit} in {row['before']}; correct one"


@over("corridor_traffic")
def units_go_with_their_subject(corridor_traffic: Rows) -> Iterator[str]:
    """A subject is counted in its unit."""
    for number, row in enumerate(corridor_traffic, start=1):
        if row["unit"].removesuffix(PER_DAY) not in UNITS[row["subject"]]:
            yield f"{at('corridor_traffic', number)}: {row['subject']} are not counted in {row['unit']}; correct one"


@over("corridor_traffic")
def bounds_go_with_units(corridor_traffic: Rows) -> Iterator[str]:
    """What is per day is an average, and what is more than a number is so of a round one."""
    for number, row in enumerate(corridor_traffic, start=1):
        if (row["bound"] == "average") != row["unit"].endswith(PER_DAY):
            yield f"{at('corridor_traffic', number)}: the bound {row['bound']!r} does not go with {row['unit']}"
        if row["bound"] == "more than" and int(row["value"]) % 10:
            yield f"{at('corridor_traffic', number)}: more than {row['value']} is not round"


@over("corridor_traffic")
def counts_of_one_subject_stand_together(corridor_traffic: Rows) -> Iterator[str]:
    """What is counted in one way is of one subject, which is that of the average before; the last count alone has a bar."""
    rows, first = by_key(corridor_traffic), dict[str, Row]()
    for number, row in enumerate(corridor_traffic, start=1):
        others = [first.setdefault(row["metric"], row), *([rows[row["before"]]] if row["before"] else [])]
        for other in others:
            if row["subject"] != other["subject"]:
                yield f"{at('corridor_traffic', number)}: {row['subject']}, but {other['subject']} in {other['key']}; correct one"
        if row["bar"] and row["superseded_by"]:
            yield f"{at('corridor_traffic', number)}: {row['key']} has a bar, but {row['superseded_by']} is the last count; put it there"
        if row["bar"] and row["before"] and not rows[row["before"]]["bar"]:
            yield f"{at('corridor_traffic', number)}: {row['key']} has a bar, and {row['before']}, its average before, none"


@over("corridor_traffic")
def offices_have_one_name_and_side(corridor_traffic: Rows) -> Iterator[str]:
    """An office has one short name, and speaks for one side."""
    known: dict[str, tuple[str, str]] = {}
    for number, row in enumerate(corridor_traffic, start=1):
        named = row["short"], row["party"]
        if known.setdefault(row["compiled_by"], named) != named:
            before = " and ".join(filter(None, known[row["compiled_by"]]))
            yield f"{at('corridor_traffic', number)}: {row['compiled_by']} is {before} above; correct short, or party"


@over("corridor_traffic")
def traffic_accumulates(corridor_traffic: Rows) -> Iterator[str]:
    """What is counted twice is so in one unit and by one office, and has grown."""
    counts: dict[str, list[Row]] = defaultdict(list)
    for row in corridor_traffic:
        counts[row["metric"]].append(row)
    for metric, rows in counts.items():
        for earlier, later in itertools.pairwise(rows):
            if any(earlier[column] != later[column] for column in ("unit", "compiled_by")):
                yield f"data/corridor_traffic.csv: {metric} is counted in two ways, in {earlier['key']} and {later['key']}"
            elif int(later["value"]) <= int(earlier["value"]):
                yield f"data/corridor_traffic.csv: {metric} does not grow from {earlier['value']} to {later['value']}"


@over("corridor_traffic")
def raised_counts_name_the_last(corridor_traffic: Rows) -> Iterator[str]:
    """A count that was raised names the last one of the same, which names none."""
    last = {row["metric"]: row["key"] for row in corridor_traffic}
    for number, row in enumerate(corridor_traffic, start=1):
        wanted = "" if row["key"] == last[row["metric"]] else last[row["metric"]]
        if row["superseded_by"] != wanted:
            yield f"{at('corridor_traffic', number)}: superseded_by is {row['superseded_by'] or 'empty'}, not {wanted or 'empty'}; correct it"


@over("corridor_traffic")
def reports_have_one_day(corridor_traffic: Rows) -> Iterator[str]:
    """The averages of a report are of one day, and so are its counts."""
    reports: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for row in corridor_traffic:
        reports[row["source"], row["unit"].endswith(PER_DAY)].add(row["as_of"])
    for (source, _), days in reports.items():
        if len(days) > 1:
            yield f"data/corridor_traffic.csv: {source} has several days: {', '.join(sorted(days))}; correct one"


def _days(row: Row, timeline: Rows) -> tuple[int, date]:
    """Return how long after the beginning of its blockade a number was counted, in days, and that beginning."""
    start = date.fromisoformat(by_key(timeline)[row["event"]]["date"])
    return (date.fromisoformat(row["as_of"]) - start).days, start
