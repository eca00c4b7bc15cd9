"""How a value is printed: in digits, as a date, in words."""

from __future__ import annotations

import pytest

from edition.ledger.form import fault_of, in_words, printed


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (1, "one"), (9.0, "nine"), (10, "10"), (2044, "2,044"), (2.5, "2.5"), (-3, "-3")],
)
def test_whole_numbers_up_to_nine_stand_in_words(number: float, words: str) -> None:
    assert in_words(number) == words


def test_a_number_may_begin_a_sentence() -> None:
    assert printed("{:Words} meetings", 3) == "Three meetings"


def test_what_is_no_number_is_not_printed_in_words() -> None:
    with pytest.raises(ValueError, match="no number to print in words"):
        printed("{:words}", "May")


@pytest.mark.parametrize(
    ("form", "date", "fault"),
    [
        ("{:words}", False, None),
        ("{:Words} days", False, None),
        ("{:words}", True, "prints a number in words, but the unit is date"),
        ("{:WORDS}", False, "asks for more than a value"),
        ("{:words} {:words}", False, "has 2 places"),
    ],
)
def test_a_form_that_cannot_be_printed_is_refused(form: str, date: bool, fault: str | None) -> None:
    found = fault_of(form, prints=True, date=date)
    assert found == fault if fault is None else fault in found
