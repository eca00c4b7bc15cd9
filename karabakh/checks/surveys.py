"""Surveys: shares against the whole, and each survey described in one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, over

ROUNDING = 0.05  # of answers that were all printed


@over("survey")
def surveys_are_described_once(survey: Rows) -> Iterator[str]:
    """A survey has one span of days, number of respondents and source, and an answer a share or a rank."""
    surveys: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(survey, start=1):
        about = row["start"], row["end"], row["respondents"], row["source"]
        if surveys.setdefault(row["survey"], about) != about:
            yield f"{at('survey', number)}: {row['survey']} is described in another way than before"
        if row["start"] > row["end"]:
            yield f"{at('survey', number)}: {row['survey']} begins on {row['start']}, after {row['end']}"
        if bool(row["percent"]) == bool(row["rank"]):
            yield f"{at('survey', number)}: a share or a rank is wanted, and not both"


@over("survey")
def states_stand_in_the_option(survey: Rows) -> Iterator[str]:
    """The state of which Karabakh would be a part stands in the option, and an option that is a part of one names it."""
    for number, row in enumerate(survey, start=1):
        if row["state"] not in row["option"]:
            yield f"{at('survey', number)}: {row['state']} does not stand in the option {row['option']}; correct one"
        if row["option"].startswith("part of") and not row["state"]:
            yield f"{at('survey', number)}: {row['option']} has no state; write it in the column state"


@over("survey")
def answers_add_up(survey: Rows) -> Iterator[str]:
    """The answers to a question are of different stances, and add up to 100 per cent if all are given."""
    options: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in survey:
        options[row["survey"], row["option"]].append(row)
    for (_, option), rows in options.items():
        shares = sum(float(row["percent"] or 0) for row in rows)
        if shares > 100 + ROUNDING or (len(rows) > 1 and shares < 100 - ROUNDING):
            yield f"data/survey.csv: the answers on {option} add up to {shares:.1f} per cent"
        stances = [row["stance"] for row in rows]
        if len(set(stances)) < len(rows):
            yield f"data/survey.csv: of the answers on {option} two are of one stance: {', '.join(stances)}"
