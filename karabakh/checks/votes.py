"""Votes in the United Nations against the published tallies and the voting records."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Rows, at, by_key, in_order, over

ON_UKRAINE = "ES-11"  # the emergency special session
TALLY = {"Y": "yes", "N": "no", "A": "abstentions", "NV": "not_voting"}

resolutions_in_order = in_order("resolutions", "date")
crimea_in_order = in_order("crimea_votes", "date")


@over("roll_calls", "resolutions", totals=True)
def roll_calls_recount(roll_calls: Rows, resolutions: Rows) -> Iterator[str]:
    """Every roll call recounts to the published tally, and names the record of its resolution."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    records = defaultdict(set)
    for row in roll_calls:
        votes[row["resolution"]][row["vote"]] += 1
        records[row["resolution"]].add(row["source"])
    for number, row in enumerate(resolutions, start=1):
        counted = {column: votes[row["key"]][letter] for letter, column in TALLY.items()}
        for column, count in counted.items():
            if count != int(row[column]):
                yield f"{at('resolutions', number)}: {column} is {row[column]}, the roll call has {count}"
        if sum(int(row[column]) for column in TALLY.values()) != int(row["members"]):
            yield f"{at('resolutions', number)}: the tally does not add up to {row['members']} members"
        if records[row["key"]] != {row["source"]}:
            yield f"{at('resolutions', number)}: the roll call names another record than {row['source']}"


@over("roll_calls")
def states_have_one_name(roll_calls: Rows) -> Iterator[str]:
    """A state has one code and one name, and stands once in each roll call."""
    seen: set[tuple[str, str]] = set()
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    for number, row in enumerate(roll_calls, start=1):
        code, name = row["iso3"], row["state"]
        if names.setdefault(code, name) != name:
            yield f"{at('roll_calls', number)}: {code} is {names[code]} elsewhere, not {name}"
        elif codes.setdefault(name, code) != code:
            yield f"{at('roll_calls', number)}: {name} is {codes[name]} elsewhere, not {code}"
        if (row["resolution"], name) in seen:
            yield f"{at('roll_calls', number)}: {name} stands twice on {row['resolution']}"
        seen.add((row["resolution"], name))


@over("resolutions")
def symbols_are_short(resolutions: Rows) -> Iterator[str]:
    """A symbol is that of the resolution alone, as the chapters look for it."""
    for number, row in enumerate(resolutions, start=1):
        if not re.fullmatch(r"\d+/\d+|ES-\d+/\d+", row["symbol"]):
            short = re.sub(r"^A/RES/", "", row["symbol"].strip(), flags=re.IGNORECASE)
            yield f"{at('resolutions', number)}: the symbol {row['symbol']} would be in no chart; write {short}, as in ES-11/1 or 62/243"


@over("resolutions")
def symbols_name_their_session(resolutions: Rows) -> Iterator[str]:
    """A resolution is of the session that its symbol names, and only one of the session on Ukraine has consequences there."""
    for number, row in enumerate(resolutions, start=1):
        if row["session"] != (named := row["symbol"].rpartition("/")[0]):
            yield f"{at('resolutions', number)}: {row['symbol']} is of session {named}, not {row['session']}; correct one"
        if row["consequences"] == "yes" and row["session"] != ON_UKRAINE:
            yield f"{at('resolutions', number)}: {row['symbol']} is none of the session on Ukraine, and can have no such consequences"


@over("resolutions", "sources")
def records_agree(resolutions: Rows, sources: Rows) -> Iterator[str]:
    """A resolution has the date and the number of its voting record."""
    known = by_key(sources)
    for number, row in enumerate(resolutions, start=1):
        source = known[row["source"]]
        if row["date"] != source["date"]:
            yield f"{at('resolutions', number)}: {row['date']} is not the date of {row['source']}, {source['date']}"
        if not source["url"].endswith(f"/{row['record']}"):
            yield f"{at('resolutions', number)}: record {row['record']} is not that of {row['source']}, {source['url']}"


@over("crimea_votes", "sources")
def crimea_texts_are_whole(crimea_votes: Rows, sources: Rows) -> Iterator[str]:
    """Each text on Crimea has one date, that of its session and its record, and the votes of the same states, in order."""
    known = by_key(sources)
    states = defaultdict(list)
    days: dict[str, str] = {}
    for number, row in enumerate(crimea_votes, start=1):
        states[row["symbol"]].append(row["iso3"])
        day, session = row["date"], int(row["symbol"].partition("/")[0])
        if days.setdefault(row["symbol"], day) != day:
            yield f"{at('crimea_votes', number)}: another date of {row['symbol']} stands elsewhere than {day}"
        if known[row["source"]]["date"] not in ("", day):
            yield f"{at('crimea_votes', number)}: {row['source']} is not of {day}"
        if not f"{1945 + session}-09" <= day < f"{1946 + session}-09":
            yield f"{at('crimea_votes', number)}: {day} is outside session {session} of the Assembly"
    everybody = sorted({row["iso3"] for row in crimea_votes})
    for symbol, codes in states.items():
        if codes != everybody:
            yield f"data/crimea_votes.csv: {symbol} has the votes of {', '.join(codes)}, not of {', '.join(everybody)}"
