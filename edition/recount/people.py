"""The dead, the displaced and the blockade: parts against wholes, and counts against days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from edition.recount.check import Rows, at, by_key, in_order, over

arrivals_in_order = in_order("arrivals", "date", "time")


@over("casualties", "casualty_totals", totals=True)
def dead_add_up(casualties: Rows, casualty_totals: Rows) -> Iterator[str]:
    """The dead of a side add up to the total that was printed, and are a range only where none was."""
    printed = {(row["episode"], row["side"]) for row in casualty_totals}
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for number, row in enumerate(casualties, start=1):
        low, high = int(row["deaths_low"]), int(row["deaths_high"])
        sums[row["episode"], row["side"]] += low
        is_range = low < high and (row["episode"], row["side"]) not in printed
        if not (low == high or is_range) or not row["key"].endswith(f"-{row['category']}"):
            yield f"{at('casualties', number)}: {row['key']}, {row['category']}, {low} to {high} do not go together"
    for number, row in enumerate(casualty_totals, start=1):
        if (total := sums[row["episode"], row["side"]]) != int(row["deaths"]):
            yield f"{at('casualty_totals', number)}: the rows add up to {total}, printed is {row['deaths']}"


@over("arrivals", "timeline")
def arrivals_only_grow(arrivals: Rows, timeline: Rows) -> Iterator[str]:
    """The cumulated count grows with time, and the timeline names its first and its last day."""
    for number, (before, row) in enumerate(zip(arrivals, arrivals[1:]), start=2):
        if int(row["arrivals"]) <= int(before["arrivals"]):
            yield f"{at('arrivals', number)}: {row['arrivals']} is not more than {before['arrivals']} before"
    event = by_key("timeline", timeline, "arrivals-2023")["arrivals-2023"]
    if [arrivals[0]["date"], arrivals[-1]["date"]] != [event["date"], event["end_date"]]:
        yield f"data/arrivals.csv: the counts are not from {event['date']} to {event['end_date']}, as in the timeline"


@over("reported_numbers", "timeline")
def blockade_is_consistent(reported_numbers: Rows, timeline: Rows) -> Iterator[str]:
    """The days of the blockade run from the sit-in, and times the daily volume they give the volume expected."""
    parts = ("goods-before", "goods-brought", "goods-expected", "blockade-days", "electricity-cut")
    rows = by_key("reported_numbers", reported_numbers, *parts)
    value = {key: int(row["value"]) for key, row in rows.items()}
    unit = {key: row["unit"] for key, row in rows.items()}
    start = by_key("timeline", timeline, "lachin-sit-in")["lachin-sit-in"]["date"]
    days = date.fromisoformat(rows["blockade-days"]["as_of"]) - date.fromisoformat(start)
    if days != timedelta(value["blockade-days"]):
        yield f"data/reported_numbers.csv: blockade-days is {value['blockade-days']}, from {start} it is {days.days}"
    if value["goods-before"] * value["blockade-days"] != value["goods-expected"]:
        yield "data/reported_numbers.csv: goods-expected is not goods-before times blockade-days"
    if value["goods-brought"] > value["goods-expected"] or value["electricity-cut"] > value["blockade-days"]:
        yield "data/reported_numbers.csv: a part is larger than its whole"
    if unit["goods-before"] != f"{unit['goods-expected']} per day" or unit["goods-brought"] != unit["goods-expected"]:
        yield "data/reported_numbers.csv: the units of the goods do not go together"
    if {unit["blockade-days"], unit["electricity-cut"]} != {"days"}:
        yield "data/reported_numbers.csv: the blockade is counted in days"
    until = {rows[key]["as_of"] for key in parts[1:]}
    if len(until) > 1:
        yield f"data/reported_numbers.csv: one report of the blockade has several days: {', '.join(sorted(until))}"


@over("claims", "reported_numbers", "agreement_terms")
def claims_have_the_unit_of_their_row(claims: Rows, reported_numbers: Rows, agreement_terms: Rows) -> Iterator[str]:
    """A claim that is looked up is in the unit of the row that holds its value."""
    units = {f"reported_numbers:{row['key']}": row["unit"] for row in reported_numbers}
    units |= {f"agreement_terms:{row['key']}": row["unit"] for row in agreement_terms}
    for number, row in enumerate(claims, start=1):
        if row["unit"] and units.get(row["evidence"], row["unit"]) != row["unit"]:
            yield f"{at('claims', number)}: {row['id']} is in {row['unit']}, its row in {units[row['evidence']]}"
