"""Surveys: shares against the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, over


@over("survey")
def answers_add_up(survey: Rows) -> Iterator[str]:
    """The answers to a question add up to 100 per cent if all are given, and a survey is described in one way."""
    options: dict[tuple[str, str], list[Row]] = defaultdict(list)
    surveys: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(survey, start=1):
        options[row["survey"], row["option"]].append(row)
        about = row["start"], row["end"], row["respondents"], row["source"]
        if surveys.setdefault(row["survey"], about) != about or row["start"] > row["end"]:
            yield f"{at('survey', number)}: {row['survey']} is described in another way than before"
        if bool(row["percent"]) == bool(row["rank"]):
            yield f"{at('survey', number)}: a share or a rank is wanted, and not both"
    for (_, option), rows in options.items():
        shares = sum(float(row["percent"] or 0) for row in rows)
        stances = [row["stance"] for row in rows]
        if shares > 100 or (len(rows) > 1 and (abs(shares - 100) > 0.05 or len(set(stances)) < len(rows))):
            yield f"data/survey.csv: the answers on {option} add up to {shares:.1f} per cent, as {', '.join(stances)}"
