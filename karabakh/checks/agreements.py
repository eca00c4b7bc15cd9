"""Terms of agreements: against what they renew, against what came of them, and claims against their units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from edition.package.crosscheck import Rows, at, by_key, over

MONTHS = {"months": 1, "years": 12}


@over("agreement_terms")
def renewals_are_as_long(agreement_terms: Rows) -> Iterator[str]:
    """A term is renewed by its own length."""
    terms = by_key(agreement_terms)
    for number, row in enumerate(agreement_terms, start=1):
        if row["renews"] and (row["value"], row["unit"]) != (
            length := (terms[row["renews"]]["value"], terms[row["renews"]]["unit"])
        ):
            yield f"{at('agreement_terms', number)}: {row['key']} is not {' '.join(length)}, the length of {row['renews']}; correct one"


@over("agreement_terms", "timeline")
def terms_were_kept(agreement_terms: Rows, timeline: Rows) -> Iterator[str]:
    """The event that a term names lasted just as long."""
    events = by_key(timeline)
    for number, row in enumerate(agreement_terms, start=1):
        if not row["event"]:
            continue
        event = events[row["event"]]
        start, end = date.fromisoformat(event["date"]), date.fromisoformat(event["end_date"]) + timedelta(1)
        months = int(row["value"]) * MONTHS.get(row["unit"], 0)
        if (end.year - start.year) * 12 + end.month - start.month != months or end.day != start.day:
            yield (
                f"{at('agreement_terms', number)}: {row['key']} is {row['value']} {row['unit']}, but {row['event']} lasted "
                f"from {event['date']} to {event['end_date']}; correct one"
            )


@over("claims", "reported_numbers", "agreement_terms")
def claims_have_the_unit_of_their_row(claims: Rows, reported_numbers: Rows, agreement_terms: Rows) -> Iterator[str]:
    """A claim that is looked up is in the unit of the row that holds its value."""
    units = {f"reported_numbers:{row['key']}": row["unit"] for row in reported_numbers}
    units |= {f"agreement_terms:{row['key']}": row["unit"] for row in agreement_terms}
    for number, row in enumerate(claims, start=1):
        if row["unit"] and units.get(row["evidence"], row["unit"]) != row["unit"]:
            yield f"{at('claims', number)}: {row['id']} is in {row['unit']}, its row in {units[row['evidence']]}; correct one"
