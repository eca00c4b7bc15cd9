"""Military expenditure: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, drop, put

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
