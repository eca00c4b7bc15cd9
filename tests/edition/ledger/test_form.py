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
    with pytest.raises(ValueError, match="inf is no number to print in words"):
        printed("{:words}", float("inf"))


BARRELS, TRICK = "barrels", "may print another value than the one that is compared"


@pytest.mark.parametrize(
    ("form", "unit", "fault"),
    [
        ("{:words}", "", None),
        ("{:Words} days", "days", None),
        ("{:words}", "date", "prints a number in words, but the unit is date"),
        ("{:Words}", "date", "prints a number in words, but the unit is date"),
        ("{:WORDS}", "", "asks for more than a value"),
        ("{value}", "", "asks for more than a value"),
        ("{!r}", "", "asks for more than a value"),
        ("{:%-d %B %Y} days", "date", "may print another value"),
        ("{:.0f} Barrels", BARRELS, None),
        ("{} Hundred", "", "makes another number of the value"),
        ("{} times", "", "makes another number of the value"),
        ("{} quarters", "", "makes another number of the value"),
        ("{:words} {:words}", "", "has 2 places"),
        ("{:.0f} barrels", BARRELS, None),
        ("{:,.1f} barrel", BARRELS, None),
        ("{:.0f} per cent", "per cent", None),
        ("{:.0f}%", "%", None),
        ("{:.0f} °C", "°C", None),
        ("{:.0f} US dollars", "US dollars", None),
        ("{:.1f} million tonnes", "million tonnes", None),
        ("{:d} days", "", None),
        ("{:%-d %B %Y}", "date", None),
        ("{:%B %-d, %Y}", "date", None),
        ("{:%d.%m.%Y}", "date", None),
        ("{:.0f}0 barrels", BARRELS, TRICK),
        ("-{:.0f} barrels", BARRELS, TRICK),
        ("−{:.0f} barrels", BARRELS, TRICK),
        ("- {:.0f} barrels", BARRELS, TRICK),
        ("1{:.0f} barrels", BARRELS, TRICK),
        ("1 {:.0f} barrels", BARRELS, TRICK),
        ("minus {:.0f} barrels", BARRELS, TRICK),
        ("over {:.0f} barrels", BARRELS, TRICK),
        ("{:.0f},5 barrels", BARRELS, TRICK),
        ("{:.0f}.", BARRELS, TRICK),
        ("{:.0f} 000 barrels", BARRELS, TRICK),
        ("{:.0f}e3 barrels", BARRELS, TRICK),
        ("{:.0f}k", BARRELS, TRICK),
        ("{:.0f}½", BARRELS, TRICK),
        ("{:.0f}²", BARRELS, TRICK),
        ("{:.0f}٠", BARRELS, TRICK),
        ("{:.0f} × ten barrels", BARRELS, TRICK),
        ("{:.0f}{{0}}", BARRELS, TRICK),
        ("{:.0f} tonnes", BARRELS, "says tonnes, but the unit is barrels"),
        ("{:.0f} thousand barrels", BARRELS, "says thousand barrels, but the unit is barrels"),
        ("{:.0f} thousand", "", "makes another number of the value"),
        ("{:.0f} dozen", "", "makes another number of the value"),
        ("{:.0f} ½", "", "makes another number of the value"),
        ("{:.1}", "", "asks for more than a value"),
        ("{:%d %B} 1901", "date", TRICK),
        ("before {:%d %B %Y}", "date", TRICK),
        ("{:%Y%m}", "date", "asks for more than a value"),
        ("{:-%Y}", "date", "asks for more than a value"),
        ("{:%d %B}", BARRELS, "prints a date, but the unit is no date"),
    ],
)
def test_a_form_prints_the_value_and_no_other(form: str, unit: str, fault: str | None) -> None:
    found = fault_of(form, prints=True, unit=unit)
    assert found == fault if fault is None else fault in (found or "")


def test_a_form_that_prints_nothing_has_one_place_and_words_of_any_kind() -> None:
    assert fault_of("{} hundred", False, "") is None
    assert fault_of("words alone", False, "") is None
    assert "has 2 places" in str(fault_of("{} {}", False, ""))
