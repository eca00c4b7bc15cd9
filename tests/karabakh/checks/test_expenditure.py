"""Military expenditure: each condition, made to fire."""

from __future__ import annotations

import pytest
from spoils import Spoil, assert_fires, drop, put, unseen

from karabakh.checks import expenditure

SPOILS = [
    Spoil(
        "expenditure.expenditure_in_order", "military_expenditure", put({"year": "1996"}, year="1999"), "keep the order"
    ),
    Spoil(
        "expenditure.amounts_meet_in_the_base_year",
        "military_expenditure",
        put({"constant_usd": "1326.2"}, current_usd="1326.3"),
        "in the base year",
    ),
    Spoil(
        "expenditure.years_follow_one_another",
        "military_expenditure",
        put({"year": "1997"}, year="1998"),
        "1998 stands after",
    ),
    Spoil(
        "expenditure.years_follow_one_another", "military_expenditure", drop({"year": "1997"}), "1998 stands after 1996"
    ),
    Spoil(
        "expenditure.years_follow_one_another",
        "military_expenditure",
        put({"state": "Azerbaijan", "year": "2006"}, estimate="yes"),
        "an estimate after",
    ),
    Spoil(
        "expenditure.prices_and_product_are_steady",
        "military_expenditure",
        put({"constant_usd": "2826.0"}, constant_usd="1826.0"),
        "current_usd by constant_usd jumps",
    ),
    Spoil(
        "expenditure.prices_and_product_are_steady",
        "military_expenditure",
        put({"constant_usd": "2826.0"}, share_of_gdp="2.67"),
        "current_usd by share_of_gdp jumps",
    ),
]


@pytest.mark.parametrize("spoil", SPOILS, ids=str)
def test_what_is_spoiled_is_named_by_one_condition(spoil: Spoil) -> None:
    assert_fires(spoil)


def test_every_condition_is_seen_to_fire() -> None:
    assert unseen(expenditure, SPOILS) == []
