"""The widths of columns that make a long table low."""

from __future__ import annotations

import pytest

from edition.typst.balance import balanced, lines

ROWS = [[[10], [40], [300]]] * 8


def test_what_makes_rows_high_gets_the_room() -> None:
    given = [20, 60, 20]
    widths = balanced(ROWS, given, [8, 8, 8], 100)
    assert sum(widths) == 100 and widths[2] > 60
    assert lines(ROWS, widths) < lines(ROWS, given) / 2


def test_no_column_is_narrower_than_its_longest_word() -> None:
    assert min(balanced(ROWS, [20, 60, 20], [12, 18, 8], 100)[:2]) >= 12
    assert balanced(ROWS, [20, 60, 20], [12, 18, 8], 100)[1] >= 18


def test_where_nothing_is_won_the_author_decides() -> None:
    assert balanced([[[5], [5]]] * 8, [30, 70], [8, 8], 100) == [30, 70]


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    assert lines([[[10, 10], [31]]], [20, 20]) == 2
    assert lines([[[10], []]], [20, 20]) == 1


@pytest.mark.parametrize(
    ("given", "least", "widths"),
    [
        ([3, 7], [10, 10], [30, 70]),  # enough for all
        ([10, 90], [20, 10], [20, 80]),  # what one lacks comes from the other,
        ([10, 30, 60], [20, 10, 20], [20, 80 / 3, 160 / 3]),  # from each by what it can spare,
        ([10, 20, 70], [20, 20, 20], [20, 20, 60]),  # and from none that can spare nothing
        ([40, 60], [40, 60], [40, 60]),  # just enough
        ([50, 50], [70, 30], [70, 30]),  # all that can be spared is taken
        ([1, 1], [80, 40], [80, 40]),  # more than the line has: each has what it needs
        ([1, 4], [60, 50], [60, 50]),
    ],
)
def test_a_column_too_narrow_for_its_longest_word_gets_what_others_can_spare(
    given: list[float], least: list[float], widths: list[float]
) -> None:
    nothing: list[list[list[int]]] = [[[] for _ in given]]  # no cell that would be lower in a wider column
    assert balanced(nothing, given, least, 100) == pytest.approx(widths)
