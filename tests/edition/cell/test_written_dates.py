"""Dates as a reader writes them."""

from __future__ import annotations

import pytest

from edition.cell.written_dates import span


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1992", "", "1992"),
        ("2010-08", "", "August 2010"),
        ("2020-11-09", "", "9 November 2020"),
        ("2023-09-19", "2023-09-20", "19–20 September 2023"),
        ("2020-09-27", "2020-11-10", "27 September – 10 November 2020"),
        ("2022-12-12", "2023-04-28", "12 December 2022 – 28 April 2023"),
        ("2020-11-10", "2020-11-10", "10 November 2020"),
    ],
)
def test_days_are_written_without_what_they_share(first: str, last: str, words: str) -> None:
    assert span(first, last) == words


def test_a_day_and_a_month_are_no_span() -> None:
    with pytest.raises(ValueError, match="1901-05-10 and 1901-06 are no span: one is more precise"):
        span("1901-05-10", "1901-06")
