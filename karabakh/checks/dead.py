"""The dead: parts against totals, counts against one another and against days, and whose words they are."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, by_key, over

# By which words in the column figure_by the office of a side is known. This is how the table names offices, not what
# one of its rows holds.
NAMES = {"Armenian": ("Armenia", "unrecognised republic"), "Azerbaijani": ("Azerbaijan",)}


@over("casualties")
def bounds_go_with_numbers(casualties: Rows) -> Iterator[str]:
    """A range has a lower and a higher number, everything else has one number twice."""
    for number, row in enumerate(casualties, start=1):
        low, high = int(row["deaths_low"]), int(row["deaths_high"])
        if low > high:
            yield f"{at('casualties', number)}: {low} is not the lower number of {low} and {high}"
        elif (low < high) != (row["bound"] == "range"):
            yield f"{at('casualties', number)}: {low} to {high} does not go with the bound {row['bound']!r}"


@over("casualties", "casualty_totals", totals=True)
def dead_add_up(casualties: Rows, casualty_totals: Rows) -> Iterator[str]:
    """The counts that a printed total takes together are a side's own of its dead, and add up to it."""
    counts = by_key(casualties)
    for number, row in enumerate(casualty_totals, start=1):
        about = row["episode"], row["side"], "own side", "dead"
        parts = [counts[key] for key in row["parts"].split() if key in counts]
        own = [part for part in parts if (part["episode"], part["side"], part["kind"], part["counted"]) == about]
        if (total := sum(int(part["deaths_low"]) for part in own)) != int(row["deaths"]):
            yield f"{at('casualty_totals', number)}: the rows add up to {total}, printed is {row['deaths']}"


@over("casualties", "casualty_totals", totals=True)
def bounds_lie_below_totals(casualties: Rows, casualty_totals: Rows) -> Iterator[str]:
    """A lower bound is not more than what was printed of the side, or of both if there are totals of both."""
    printed = {(row["episode"], row["side"]): int(row["deaths"]) for row in casualty_totals}
    for number, row in enumerate(casualties, start=1):
        sides = tuple(NAMES) if row["side"] == "both" else (row["side"],)
        known = [printed.get((row["episode"], side), 0) for side in sides]
        low, most = int(row["deaths_low"]), sum(known)
        if row["bound"] == "at least" and all(known) and most < low:
            yield f"{at('casualties', number)}: at least {low} is more than the {most} that were printed"


@over("casualties")
def counts_are_named_by_whom_they_count(casualties: Rows) -> Iterator[str]:
    """The key of a count names the category, and the side or none."""
    for number, row in enumerate(casualties, start=1):
        words = row["key"].split("-")
        if row["category"] not in words:
            yield f"{at('casualties', number)}: {row['key']} does not name the category, {row['category']}; correct one"
        if [side for side in (*NAMES, "both") if side.lower() in words] not in ([], [row["side"]]):
            yield f"{at('casualties', number)}: {row['key']} names another side than {row['side']}; correct one"


@over("casualties", "timeline")
def episodes_have_one_event(casualties: Rows, timeline: Rows) -> Iterator[str]:
    """An episode has the same event in all its rows, or none, no other episode has it, and no number is older."""
    events = by_key(timeline)
    event_of: dict[str, str] = {}
    episode_of: dict[str, str] = {}
    for number, row in enumerate(casualties, start=1):
        episode, event = row["episode"], row["event"]
        if event_of.setdefault(episode, event) != event:
            yield f"{at('casualties', number)}: the event of the {episode} is {event_of[episode] or 'empty'} before; correct one"
        if event and episode_of.setdefault(event, episode) != episode:
            yield f"{at('casualties', number)}: {event} is the event of the {episode_of[event]} before; correct one"
        if event and row["stated"] < (begun := events[event]["date"])[: len(row["stated"])]:
            yield f"{at('casualties', number)}: stated on {row['stated']}, before {event} began on {begun}; correct one"


@over("casualties")
def kinds_go_with_names(casualties: Rows) -> Iterator[str]:
    """A number is of the side's own, of its adversary or of a third party, as the name of who gave it says."""
    for number, row in enumerate(casualties, start=1):
        speaks = {side for side, names in NAMES.items() if any(name in row["figure_by"] for name in names)}
        if row["kind"] != ("third party" if not speaks else "own side" if row["side"] in speaks else "adversary"):
            yield f"{at('casualties', number)}: {row['figure_by']} is not {row['kind']} for the {row['side']} dead; correct one"


@over("casualties")
def counts_of_the_dead_grow(casualties: Rows) -> Iterator[str]:
    """The counts of the same dead by the same kind of speaker grow from row to row, and are not older than the one before."""
    for earlier, later in (pair for rows in _series(casualties) for pair in itertools.pairwise(rows)):
        if int(later["deaths_low"]) <= int(earlier["deaths_low"]):
            yield f"data/casualties.csv: {later['key']} is not more than {earlier['key']}; correct one, or their order"
        if later["stated"] and later["stated"] < earlier["stated"]:
            yield f"data/casualties.csv: {later['key']} is stated before {earlier['key']}; correct one, or their order"


@over("casualties")
def raised_counts_name_the_last(casualties: Rows) -> Iterator[str]:
    """A count that was raised says so, and names the last one."""
    for earlier, later in (pair for rows in _series(casualties) for pair in itertools.pairwise(rows)):
        if not earlier["superseded_by"]:
            yield f"data/casualties.csv: {earlier['key']} is raised by {later['key']}; name the last count in superseded_by"


@over("casualties")
def last_counts_are_of_the_same_dead(casualties: Rows) -> Iterator[str]:
    """The count that another names as the last is of the same dead, by the same side, not older, and names none itself."""
    counts = by_key(casualties)
    raised = [(number, row) for number, row in enumerate(casualties, start=1) if row["superseded_by"]]
    for number, row in raised:
        last = counts[row["superseded_by"]]
        if last["superseded_by"]:
            yield f"{at('casualties', number)}: {last['key']} is not the last count; name {last['superseded_by']}"
        if [column for column in ("episode", "side", "kind") if last[column] != row[column]]:
            yield f"{at('casualties', number)}: {last['key']} is not of the dead of {row['key']}; correct superseded_by"
        if last["stated"] and last["stated"] < row["stated"]:
            yield f"{at('casualties', number)}: {last['key']} is older than {row['key']}; correct one"


def _series(casualties: Rows) -> list[list[Row]]:
    """Return the counts of the same dead by the same kind of speaker, in their order; third parties have no series."""
    series: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in casualties:
        if row["kind"] != "third party":
            about = ("episode", "side", "category", "counted", "kind")
            series[tuple(row[column] for column in about)].append(row)
    return list(series.values())
