"""Columns of numbers are known by their texts."""

from __future__ import annotations

import pytest

from edition.cell.columns import are_numbers


@pytest.mark.parametrize(
    ("texts", "are"),
    [
        (["1", "1,200"], True),
        (["2.6", "–", "−0.4"], True),
        (["–", "–"], False),
        (["1996–2000", "2001–2005"], False),
        (["12", "old"], False),
        (["1", ""], False),
        ([], False),
    ],
)
def test_numbers_may_have_dashes_among_them(texts: list[str], are: bool) -> None:
    assert are_numbers(texts) is are
