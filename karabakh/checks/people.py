"""The dead and the displaced: parts against wholes, and counts against one another and against days."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from edition.package.crosscheck import Row, Rows, at, by_key, in_order, over

# Whose dead and whose words: a name in the column figure_by that belongs to a side.
NAMES = {"Armenian": ("Armenia", "unrecognised republic"), "Azerbaijani": ("Azerbaijan",)}

# An episode: how the keys of its rows begin, and its event in the timeline, if it has one there.
EPISODES = {
    "First Karabakh War": ("first-war", ""),
    "fighting of April 2016": ("april", "april-war"),
    "Second Karabakh War": ("second-war", "second-war"),
    "fighting of September 2022": ("border", "border-fighting-2022"),
    "operation of September 2023": ("operation", "september-operation"),
    "explosion of the fuel depot": ("depot", "fuel-depot"),
    "deaths on the road to Armenia": ("road", "arrivals-2023"),
}

arrivals_in_order = in_order("arrivals", "date", "time")


@over("casualties", "casualty_totals", totals=True)
def dead_add_up(casualties: Rows, casualty_totals: Rows) -> Iterator[str]:
    """The dead of a side add up to the total that was printed, and a lower bound lies below it."""
    printed = {(row["episode"], row["side"]): int(row["deaths"]) for row in casualty_totals}
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for number, row in enumerate(casualties, start=1):
        place, low, high = (row["episode"], row["side"]), int(row["deaths_low"]), int(row["deaths_high"])
        if (row["kind"], row["bound"], row["counted"]) == ("own side", "exact", "dead"):
            sums[place] += low
        if low > high or (low < high) != (row["bound"] == "range") or row["category"] not in row["key"].split("-"):
            yield f"{at('casualties', number)}: {row['key']}, {row['category']}, {low} to {high} do not go together"
        sides = [side for side in NAMES if row["side"] in (side, "both")]
        most = sum(printed.get((row["episode"], side), 0) for side in sides)
        if row["bound"] == "at least" and 0 < most < low:
            yield f"{at('casualties', number)}: at least {low} is more than the {most} that were printed"
    for number, row in enumerate(casualty_totals, start=1):
        if (total := sums[row["episode"], row["side"]]) != int(row["deaths"]):
            yield f"{at('casualty_totals', number)}: the rows add up to {total}, printed is {row['deaths']}"


@over("casualties", "timeline")
def counts_of_the_dead_follow_one_another(casualties: Rows, timeline: Rows) -> Iterator[str]:
    """A side's counts of its dead grow with time, none is older than the episode, and it is the side that counts."""
    events = by_key("timeline", timeline, *(event for _, event in EPISODES.values() if event))
    series: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for number, row in enumerate(casualties, start=1):
        if row["kind"] != "third party":
            series[row["episode"], row["side"], row["category"], row["kind"]].append(row)
        prefix, event = EPISODES[row["episode"]]
        begun = events[event]["date"] if event else ""
        sides = [side for side in (*NAMES, "both") if f"-{side.lower()}-" in row["key"]]
        if not row["key"].startswith(f"{prefix}-") or sides not in ([], [row["side"]]):
            yield f"{at('casualties', number)}: {row['key']} is not of the {row['episode']}, {row['side']}"
        if row["stated"] and row["stated"] < begun[: len(row["stated"])]:
            yield f"{at('casualties', number)}: stated on {row['stated']}, before {begun}"
        speaks = {side for side, names in NAMES.items() if any(name in row["figure_by"] for name in names)}
        if row["kind"] != ("third party" if not speaks else "own side" if row["side"] in speaks else "adversary"):
            yield f"{at('casualties', number)}: {row['figure_by']} is not {row['kind']} for the {row['side']} dead"
    for rows in series.values():
        for earlier, later in itertools.pairwise(rows):
            grows = int(earlier["deaths_low"]) < int(later["deaths_low"])
            if not grows or earlier["stated"] > (later["stated"] or earlier["stated"]):
                yield f"data/casualties.csv: {later['key']} does not follow {earlier['key']}"


@over("arrivals", "timeline")
def arrivals_only_grow(arrivals: Rows, timeline: Rows) -> Iterator[str]:
    """The cumulated counts grow, others lie between them, and the timeline names the first and the last day."""
    last = 0
    for number, row in enumerate(arrivals, start=1):
        count, ahead = int(row["arrivals"]), [int(r["arrivals"]) for r in arrivals[number:] if r["bound"] == "exact"]
        if row["bound"] != "more than" and count <= last:
            yield f"{at('arrivals', number)}: {count} is not more than {last} before"
        if row["bound"] != "exact" and (count % 100 or (ahead and count >= ahead[0])):
            yield f"{at('arrivals', number)}: {row['bound']} {count} is not rounded, or not less than the next count"
        if row["registered"] and float(row["registered"]) > count:
            yield f"{at('arrivals', number)}: {row['registered']} registered are more than {count} arrived"
        if row["dating"] != "hour stated" and not row["note"]:
            yield f"{at('arrivals', number)}: {row['dating']}, and no note says from what"
        last = count if row["bound"] == "exact" else last
    for column in ("vehicles", "registered"):
        known = [float(row[column]) for row in arrivals if row[column]]
        if known != sorted(set(known)):
            yield f"data/arrivals.csv: {column} does not only grow"
    event = by_key("timeline", timeline, "arrivals-2023")["arrivals-2023"]
    if [arrivals[0]["date"], arrivals[-1]["date"]] != [event["date"], event["end_date"]]:
        yield f"data/arrivals.csv: the counts are not from {event['date']} to {event['end_date']}, as in the timeline"


@over("arrivals_daily", "arrivals")
def days_fit_the_counts(arrivals_daily: Rows, arrivals: Rows) -> Iterator[str]:
    """An agency's days follow one another and add up to what was counted: no less by then, no more the day after."""
    exact = [row for row in arrivals if row["bound"] == "exact"]
    opening, *others = arrivals_daily
    if opening["date"] != arrivals[0]["date"]:
        yield f"{at('arrivals_daily', 1)}: {opening['date']} is not the first day of the arrivals"
    for agency in dict.fromkeys(row["agency"] for row in arrivals_daily):
        total, until = int(opening["arrivals"]), date.fromisoformat(opening["end_date"])
        for row in (row for row in others if row["agency"] == agency):
            total, begun = total + int(row["arrivals"]), date.fromisoformat(row["date"])
            if begun != until + timedelta(1):
                yield f"data/arrivals_daily.csv: {agency} goes on with {begun} after {until}"
            until = date.fromisoformat(row["end_date"])
            low = max([int(count["arrivals"]) for count in exact if count["date"] <= row["end_date"]], default=0)
            high = min([int(count["arrivals"]) for count in exact if count["date"] > row["end_date"]], default=low)
            if until < begun or not low <= total <= high:
                yield f"data/arrivals_daily.csv: {agency} has {total} by {until}, the counts are {low} and {high}"


@over("claims", "reported_numbers", "agreement_terms")
def claims_have_the_unit_of_their_row(claims: Rows, reported_numbers: Rows, agreement_terms: Rows) -> Iterator[str]:
    """A claim that is looked up is in the unit of the row that holds its value."""
    units = {f"reported_numbers:{row['key']}": row["unit"] for row in reported_numbers}
    units |= {f"agreement_terms:{row['key']}": row["unit"] for row in agreement_terms}
    for number, row in enumerate(claims, start=1):
        if row["unit"] and units.get(row["evidence"], row["unit"]) != row["unit"]:
            yield f"{at('claims', number)}: {row['id']} is in {row['unit']}, its row in {units[row['evidence']]}"
