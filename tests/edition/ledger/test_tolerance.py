"""A tolerance is of the order of what is asserted, or says nothing."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest

from edition.ledger.tolerance import bounds, decimal, fault_of


@pytest.mark.parametrize(
    ("asserted", "tolerance", "expected"),
    [
        ("94", "", (94, 94)),
        ("2,000", "0.5", (1999.5, 2000.5)),
        ("a few", "2 to 7", (2, 7)),
        ("over 2,000", "at least 2000", (2000, math.inf)),
        ("a few", "", None),
        ("at most 7", "at most 7", (-math.inf, 7)),
        ("2,0000", "", None),
        ("5.3", "0.1", (Decimal("5.2"), Decimal("5.4"))),
    ],
)
def test_the_bounds_follow_from_the_number_or_its_words(asserted: str, tolerance: str, expected: object) -> None:
    assert bounds(asserted, tolerance) == expected


@pytest.mark.parametrize(
    ("asserted", "plain"),
    [("\u2212120", "-120"), ("\u2013120", "-120"), ("2\u00a0000", "2000"), ("2 000", "2000"), ("2\u20190001", "20001")],
)
@pytest.mark.parametrize("tolerance", ["", "5"])
def test_a_number_as_printers_set_it_is_named_with_how_it_is_read(asserted: str, plain: str, tolerance: str) -> None:
    with pytest.raises(ValueError, match=f"is no number as machines read it; write {plain}"):
        bounds(asserted, tolerance)


@pytest.mark.parametrize("asserted", ["1998\u20132001", "a few", "1992-08 to 1994-06", "", "\u2013"])
def test_what_is_no_number_is_no_number_however_it_is_set(asserted: str) -> None:
    assert bounds(asserted, "") is None


@pytest.mark.parametrize(
    ("asserted", "kind", "tolerance", "fault"),
    [
        ("94", "quantity", "47", None),
        ("94", "quantity", "48", "a tolerance of 48 on 94 says nothing; let it be 47 at most"),
        ("94", "quantity", "0 to 100000", "says nothing"),
        ("94", "quantity", "100 to 200", "leaves out 94, which is asserted"),
        ("2016", "date", "5", None),
        ("2016", "date", "6", "let it be 5 at most"),
        ("a few", "quantity", "0 to 7", None),
        ("hundreds", "quantity", "200 to 999", None),
        ("a few", "quantity", "0 to 100000", "says nothing; let it reach to 100 and no further"),
        ("hundreds", "quantity", "200 to 2001", "let it reach to 2000 and no further"),
        ("over 2,000", "quantity", "at least 2000", None),
        ("7", "quantity", "at most 7", None),
        ("7", "quantity", "7 to 9", None),
        ("7", "quantity", "at least 0", "a tolerance of 7 on 7 says nothing; let it be 3.5 at most"),
        ("7", "quantity", "at most 100000", "let it be 3.5 at most"),
        ("growth", "quantity", "at least 0", None),
        ("no great loss", "quantity", "at least -100", None),
        ("losses", "quantity", "at least -100000", "says nothing; write where it ends as well"),
        ("a few", "quantity", "at most 100", None),
        ("a few", "quantity", "at most 100000", "says nothing; write where it begins as well"),
        ("losses", "quantity", "at most -2000", None),
        ("losses", "quantity", "-5000 to -1", "says nothing; let it reach to -100 and no further"),
        ("losses", "quantity", "-5000 to -500", None),
        ("about none", "quantity", "-5000 to 5", "let it reach to -100 and no further"),
        ("about none", "quantity", "-5 to 5000", "let it reach to 100 and no further"),
        ("about none", "quantity", "-100 to 100", None),
        ("0", "quantity", "0.5", None),
        ("0", "quantity", "1", "let it be 0.5 at most"),
        ("94", "quantity", "10 to 95", "a tolerance of 84 on 94 says nothing"),
        ("-94", "quantity", "47", None),
        ("-94", "quantity", "48", "let it be 47 at most"),
        ("90", "date", "46", "let it be 45 at most"),
        ("90", "date", "45", None),
        ("2016", "quantity", "900", None),
    ],
)
def test_what_fits_anything_is_refused(asserted: str, kind: str, tolerance: str, fault: str | None) -> None:
    found = fault_of(asserted, "", kind, tolerance)
    assert found is None if fault is None else fault in str(found)


@pytest.mark.parametrize("unit", ["", "year"])
def test_a_year_may_be_off_by_a_few(unit: str) -> None:
    assert "let it be 5 at most" in str(fault_of("2016", unit, "date", "900"))


@pytest.mark.parametrize("unit", ["days", "per cent"])
def test_a_date_that_is_counted_in_something_else_is_no_year(unit: str) -> None:
    assert fault_of("2016", unit, "date", "900") is None


def test_a_date_has_no_tolerance() -> None:
    assert "a date has no tolerance, but '5' is given" in str(fault_of("1901-05-10", "date", "date", "5"))


@pytest.mark.parametrize(
    ("asserted", "tolerance", "said"),
    [
        ("a few", "7 to 2", "no number lies in 7 to 2; write the smaller one first"),
        ("a few", "5", "a margin of 5 needs a number to add it to"),
        ("94", "about 5", "the tolerance is 'about 5'; write a number"),
    ],
)
def test_a_tolerance_that_cannot_be_read_is_named_with_the_cure(asserted: str, tolerance: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        bounds(asserted, tolerance)


def test_a_number_is_compared_as_a_reader_writes_it() -> None:
    assert decimal(0.1 + 0.2) == Decimal("0.3")
    assert decimal(12345678901234567) == Decimal("12345678901234567")
