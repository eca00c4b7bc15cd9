"""What the parties said and what they call things, and what courts and councils found: short, balanced, dated as elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Rows, at, by_key, in_order, over

LONGEST = 25  # words of a quotation
AS_LONG = 2  # times the words of one side that the other side may have on a topic
SIDES = {"Armenia": "Armenia and Karabakh", "Karabakh": "Armenia and Karabakh", "Azerbaijan": "Azerbaijan"}

own_words_in_order = in_order("own_words", "topic", "date")
rulings_in_order = in_order("rulings", "date")


@over("own_words")
def quotations_are_short(own_words: Rows) -> Iterator[str]:
    """A quotation is short, and the words to search for stand in it."""
    for number, row in enumerate(own_words, start=1):
        if len(row["quotation"].split()) > LONGEST:
            yield f"{at('own_words', number)}: the quotation has more than {LONGEST} words; shorten it"
        if row["words"] not in row["quotation"]:
            yield f"{at('own_words', number)}: the words to search for do not stand in the quotation"


@over("own_words")
def both_sides_are_heard(own_words: Rows) -> Iterator[str]:
    """On each topic both sides of the conflict are heard, as often and at about the same length."""
    said: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in own_words:
        if row["party"] in SIDES:
            said[row["topic"]][SIDES[row["party"]]].append(len(row["quotation"].split()))
    for topic in dict.fromkeys(row["topic"] for row in own_words):
        one, other = (said[topic][side] for side in ("Armenia and Karabakh", "Azerbaijan"))
        if len(one) != len(other):
            yield f"data/own_words.csv: on {topic}, {len(one)} from Armenia and Karabakh and {len(other)} from Azerbaijan"
        elif max(sum(one), sum(other)) > AS_LONG * min(sum(one), sum(other)):
            yield f"data/own_words.csv: on {topic}, {sum(one)} words from Armenia and Karabakh and {sum(other)} from Azerbaijan"


@over("names_by_side")
def both_sides_name_it(names_by_side: Rows) -> Iterator[str]:
    """Each side has one name for each thing, and what is quoted of it stands among the words to search for."""
    sides: dict[str, list[str]] = defaultdict(list)
    for number, row in enumerate(names_by_side, start=1):
        sides[row["subject"]].append(SIDES[row["party"]])
        if missing := [part for part in re.findall("“(.*?)”", row["name"]) if part not in row["words"]]:
            yield f"{at('names_by_side', number)}: “{missing[0]}” does not stand in the words to search for; quote what is there"
    for subject, named in sides.items():
        if sorted(named) != sorted(set(SIDES.values())):
            yield f"data/names_by_side.csv: {subject}: named by {', '.join(named)}; let each side name it once"


@over("own_words", "names_by_side", "corridor_traffic", "sources")
def sources_are_of_who_speaks(
    own_words: Rows, names_by_side: Rows, corridor_traffic: Rows, sources: Rows
) -> Iterator[str]:
    """The side that speaks in a row is among those whose word its source is, or the source is nobody's."""
    parties = {row["key"]: [party for party in row["party"].split(", ") if party] for row in sources}
    tables = {"own_words": own_words, "names_by_side": names_by_side, "corridor_traffic": corridor_traffic}
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            for source in row["source"].split():
                if parties[source] and row["party"] not in parties[source]:
                    yield f"{at(name, number)}: {row['party']} speaks, but {source} is the word of {', '.join(parties[source])}; correct one"


@over("rulings", "timeline", "resolutions")
def rulings_are_dated_as_elsewhere(rulings: Rows, timeline: Rows, resolutions: Rows) -> Iterator[str]:
    """A ruling has the day of its event, and a resolution of the General Assembly that of its roll call."""
    events = by_key(timeline)
    votes = {f"A/RES/{row['symbol']}": row["date"] for row in resolutions}
    for number, row in enumerate(rulings, start=1):
        if row["event"] and events[row["event"]]["date"] != row["date"]:
            yield f"{at('rulings', number)}: {row['key']} is of {row['date']}, the event {row['event']} is not; correct one"
        if row["date"] != votes.get(row["reference"], row["date"]):
            yield f"{at('rulings', number)}: {row['key']} is of {row['date']}, the roll call is not; correct one"
