"""Imports and shares, added up over years."""

from __future__ import annotations

import pandas as pd

from karabakh.transfers import DECADE, HALVES, imports, supplier_shares

TRANSFERS = pd.DataFrame(
    [
        ("Armenia", "Russia", 2010, 99),
        ("Armenia", "Russia", 2011, 30),
        ("Armenia", "Russia", 2020, 60),
        ("Armenia", "Jordan", 2015, 10),
        ("Azerbaijan", "Israel", 2016, 50),
        ("Azerbaijan", "Israel", 2021, 99),
    ],
    columns=["recipient", "supplier", "year", "tiv"],
)


def test_both_ends_of_the_years_are_counted_and_nothing_beyond() -> None:
    assert imports(TRANSFERS, *DECADE).loc["Russia"].to_list() == [90, 0]
    assert imports(TRANSFERS, *DECADE).loc["Israel"].to_list() == [0, 50]


def test_shares_are_of_what_a_state_imported() -> None:
    assert supplier_shares(TRANSFERS, *DECADE)["Armenia"].to_dict() == {"Israel": 0, "Jordan": 10, "Russia": 90}


def test_the_halves_are_the_decade() -> None:
    (first, middle), (after, last) = HALVES
    assert (first, last) == DECADE and after == middle + 1
