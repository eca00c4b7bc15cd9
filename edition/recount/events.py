"""Events: the kind of each, as the words of its title have it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.recount.check import Rows, at, over

# What the title of an event of each kind speaks of.
WORDS = {
    "war": r"\b[Ww]ar\b|forces take|forces enter|army enters|fighting|offensive|invasion|operation",
    "violence": r"civilians are killed|deport",
    "agreement": r"treaty|charter|protocol|statement|declaration|memorandum|ceasefire|deadline|\bagrees?\b",
    "diplomacy": r"\bmeet|\btalks?\b|leaders confirm|convene|conference|co-chair|appeals|principles|sees|speaker|visit|a note|minsk group",
    "law": r"resolutions?\b|\bcourt\b",
    "politics": r"\bvotes?\b|proclaims|administration|minister|decree|his move|reports|says",
    "blockade": r"closure|closes|sit-in|checkpoint|stopped",
    "mission": r"guards|mission|centre opens|capacity|exercise|peacekeepers",
    "humanitarian": r"\baid\b|fuel|deminers|arrive|detainees|pipeline|airport|red cross appeals",
}


@over("timeline")
def kinds_are_named(timeline: Rows) -> Iterator[str]:
    """The title of an event speaks of its kind; several kinds may fit, of which the table gives one."""
    for number, row in enumerate(timeline, start=1):
        if not re.search(WORDS[row["kind"]], row["title"], re.IGNORECASE):
            yield f"{at('timeline', number)}: {row['title']!r} does not speak of {row['kind']}"


@over("timeline")
def bars_have_ends(timeline: Rows) -> Iterator[str]:
    """An event with a last day is named by its first and last day, and not by the same day twice."""
    for number, row in enumerate(timeline, start=1):
        if row["end_date"] and not row["date"] < row["end_date"]:
            yield f"{at('timeline', number)}: the last day of {row['key']} is not after the first"
