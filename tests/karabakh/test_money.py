"""The year of the constant dollars."""

from __future__ import annotations

from edition.cell.load import load
from karabakh.money import base_year


def test_in_the_base_year_both_amounts_are_one() -> None:
    """What the unit says, by the numbers: the one year in which no state’s amounts differ."""
    spending = load("military_expenditure")
    same = (spending.constant_usd == spending.current_usd).groupby(spending.year).all()
    assert same.index[same].to_list() == [base_year()]
