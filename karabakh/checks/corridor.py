"""The Lachin corridor: what was expected against the averages before the blockade, and counts against days."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from edition.package.crosscheck import Row, Rows, at, by_key, in_order, over

# Counts of the blockade by the average before it, in its unit without the day, or in movements.
AVERAGES = {
    "vehicles-before": ("vehicles-may", "vehicles-june"),
    "goods-before": ("goods-may", "goods-june"),
    "persons-before": ("persons-may", "persons-june"),
}
PARTS_OF_THE_DAYS = ("gas-cut", "electricity-cut")

traffic_in_order = in_order("corridor_traffic", "as_of")


@over("corridor_traffic", "timeline")
def what_was_expected_comes_out(corridor_traffic: Rows, timeline: Rows) -> Iterator[str]:
    """What was expected is the average before the blockade times its days, and more than what was counted."""
    start = by_key("timeline", timeline, "lachin-sit-in")["lachin-sit-in"]["date"]
    rows = by_key("corridor_traffic", corridor_traffic, *AVERAGES, *PARTS_OF_THE_DAYS, *sum(AVERAGES.values(), ()))
    averages = {key: rows[average] for average, keys in AVERAGES.items() for key in keys}
    for number, row in enumerate(corridor_traffic, start=1):
        days = (date.fromisoformat(row["as_of"]) - date.fromisoformat(start)).days
        before = averages.get(row["key"])
        daily = int(before["value"]) if before else 1
        if (days < 0) != row["unit"].endswith(" per day"):
            yield f"{at('corridor_traffic', number)}: {row['unit']} on {row['as_of']}, with the blockade from {start}"
        if row["expected"] and float(row["expected"]) != daily * days:
            yield f"{at('corridor_traffic', number)}: {daily} a day for {days} days is not {row['expected']}"
        if bool(row["expected"]) != (row["key"] in averages or row["key"] in PARTS_OF_THE_DAYS):
            yield f"{at('corridor_traffic', number)}: {row['key']} and an expected number do not go together"
        if row["expected"] and int(row["value"]) > float(row["expected"]):
            yield f"{at('corridor_traffic', number)}: {row['value']} is more than {row['expected']}, its whole"
        if before and row["unit"] not in ("movements", before["unit"].removesuffix(" per day")):
            yield f"{at('corridor_traffic', number)}: {row['unit']} against {before['unit']}"
        if row["key"] in PARTS_OF_THE_DAYS and row["unit"] != "days":
            yield f"{at('corridor_traffic', number)}: the blockade is counted in days"


@over("corridor_traffic")
def traffic_accumulates(corridor_traffic: Rows) -> Iterator[str]:
    """What is counted twice has grown, each report has one day, and a number says how it was given."""
    counts: dict[str, list[Row]] = defaultdict(list)
    reports: dict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(corridor_traffic, start=1):
        counts[row["metric"]].append(row)
        before = row["unit"].endswith(" per day")
        reports[f"{row['source']} {'before' if before else 'since'}"].add(row["as_of"])
        if (row["bound"] == "average") != before or (row["bound"] == "more than" and int(row["value"]) % 100):
            yield f"{at('corridor_traffic', number)}: {row['bound']} {row['value']} {row['unit']} do not go together"
    for metric, rows in counts.items():
        for earlier, later in itertools.pairwise(rows):
            same = earlier["unit"] == later["unit"] and earlier["compiled_by"] == later["compiled_by"]
            if not same or int(later["value"]) <= int(earlier["value"]):
                yield f"data/corridor_traffic.csv: {metric} does not grow from {earlier['value']} to {later['value']}"
    for report, days in reports.items():
        if len(days) > 1:
            yield f"data/corridor_traffic.csv: {report.partition(' ')[0]} has several days: {', '.join(sorted(days))}"
