"""Military expenditure: its years, and what amounts and shares imply from one year to the next."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, in_order, over
from karabakh.periods import BASE_YEAR

STEADY_SINCE = "1996"  # prices leapt before
LEAST = 0.7  # what the price level and the implied product may be of the year before
MOST = {"constant_usd": 1.3, "share_of_gdp": 1.6}

# Years that the series itself leaves out, by the year that follows: what is not there has no row that could say so.
GAPS = {("Armenia", "1995")}

expenditure_in_order = in_order("military_expenditure", "state", "year")


@over("military_expenditure")
def amounts_meet_in_the_base_year(military_expenditure: Rows) -> Iterator[str]:
    """In the base year of the constant dollars both amounts are one."""
    for number, row in enumerate(military_expenditure, start=1):
        if int(row["year"]) == BASE_YEAR and row["constant_usd"] != row["current_usd"]:
            place = at("military_expenditure", number)
            yield f"{place}: in the base year {row['constant_usd']} should be {row['current_usd']}"


@over("military_expenditure")
def years_follow_one_another(military_expenditure: Rows) -> Iterator[str]:
    """The years of a state go on without a gap, and estimates stand at their beginning."""
    for number, before, row in _steps(military_expenditure):
        place = at("military_expenditure", number)
        if int(row["year"]) != int(before["year"]) + 1 and (row["state"], row["year"]) not in GAPS:
            yield f"{place}: {row['year']} stands after {before['year']}"
        if (before["estimate"], row["estimate"]) == ("no", "yes"):
            yield f"{place}: an estimate after a value that is none"


@over("military_expenditure")
def prices_and_product_are_steady(military_expenditure: Rows) -> Iterator[str]:
    """The price level and the product that amounts and shares imply go on without a jump."""
    for number, before, row in _steps(military_expenditure):
        for column, most in MOST.items() if row["year"] >= STEADY_SINCE else ():
            old, new = (float(year["current_usd"]) / float(year[column]) for year in (before, row))
            if not LEAST < new / old < most:
                place = at("military_expenditure", number)
                yield f"{place}: current_usd by {column} jumps to {new / old:.2f} of the year before"


def _steps(rows: Rows) -> Iterator[tuple[int, Row, Row]]:
    """Yield each row of a state with its number, after the one before it."""
    for number, (before, row) in enumerate(itertools.pairwise(rows), start=2):
        if row["state"] == before["state"]:
            yield number, before, row
