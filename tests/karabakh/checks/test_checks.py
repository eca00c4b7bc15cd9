"""The cross-checks together: they hold, and a condition that no spoil makes fire is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spoiling import TABLES, Spoil, fired, put, unseen

from edition.package.crosscheck import Rows, by_key, contradictions, over
from edition.paths import DATA
from karabakh.checks import CHECKS, votes

AFGHAN = Spoil("votes.roll_calls_recount", "roll_calls", put({"iso3": "AFG"}, vote="N"), "the roll call has 38")


def test_the_cross_checks_hold() -> None:
    assert contradictions(DATA) == []


def test_a_condition_that_no_spoil_makes_fire_is_named_and_so_is_a_check() -> None:
    found = unseen(votes, [AFGHAN])
    assert any("does not add up to" in line for line in found) and "votes.records_agree" in found
    assert not any("the roll call has" in line for line in found) and AFGHAN.check not in found


def test_a_fault_names_the_row() -> None:
    tables = Spoil("", "roll_calls", put({"iso3": "ALB"}, iso3="AFG", state="Afghanistan"), "").tables
    assert [fault.partition(":")[0] for fault, _ in fired(CHECKS["votes.states_have_one_name"], tables)] == [
        "data/roll_calls.csv, row 3"
    ]


def test_what_cannot_be_read_is_a_fault_and_no_crash() -> None:
    [fault] = CHECKS["votes.records_agree"](Spoil("", "resolutions", put({}, source="nobody"), "").tables)
    assert fault == (
        "data/sources.csv: no row has the key 'nobody', which the cross-check karabakh.checks.votes.records_agree looks for "
        "at data/resolutions.csv, row 1; restore the row, or correct who names it, and run it again, as it saw nothing further"
    )


@pytest.mark.parametrize("name", sorted({name for check in CHECKS.values() for name in check.tables}))
def test_a_table_without_rows_is_named_if_a_check_needs_one(name: str) -> None:
    found = [fault for check in CHECKS.values() if name in check.tables for fault in check({**TABLES, name: []})]
    assert all(fault.startswith("data/") and "; " in fault for fault in found if " ends at " in fault), found
    assert all(", row " in fault.partition(":")[0] for fault in found if "KeyError" in fault), found


def test_a_row_that_a_check_looks_for_and_does_not_find_is_named_with_its_table() -> None:
    @over("timeline", "sources")
    def check(timeline: Rows, sources: Rows) -> Iterator[str]:
        yield f"found {by_key(sources)['no-such-source']}"

    [fault] = check(TABLES)
    assert fault.startswith("data/sources.csv: no row has the key 'no-such-source', which the cross-check ")
    assert "restore the row" in fault


def test_a_number_that_the_schema_allows_and_no_check_expects_is_named() -> None:
    spoil = Spoil("", "military_expenditure", put({"state": "Armenia", "year": "2010"}, constant_usd="0"), "")
    [fault] = CHECKS["expenditure.prices_and_product_are_steady"](spoil.tables)
    assert fault.startswith("data/military_expenditure.csv, row ") and "ZeroDivisionError" in fault


def test_what_was_found_before_a_check_ends_is_kept() -> None:
    @over("sources")
    def check(sources: Rows) -> Iterator[str]:
        yield "found before"
        raise RuntimeError("no")

    assert check(TABLES)[0] == "found before" and "data/sources.csv: the cross-check" in check(TABLES)[1]
