"""The year of the constant dollars is the one that the description of the table and its numbers give."""

from __future__ import annotations

from edition.cell.load import load
from edition.package.read import describe
from edition.paths import DATA
from karabakh.periods import BASE_YEAR


def test_the_unit_of_the_column_names_the_base_year() -> None:
    [field] = [
        field for field in describe("military_expenditure", DATA)["schema"]["fields"] if field["name"] == "constant_usd"
    ]
    assert field["unit"] == f"US dollars of {BASE_YEAR}, millions"
    assert str(BASE_YEAR) in field["description"]


def test_in_the_base_year_both_amounts_are_one() -> None:
    spending = load("military_expenditure")
    same = (spending.constant_usd == spending.current_usd).groupby(spending.year).all()
    assert same.index[same].to_list() == [BASE_YEAR]
