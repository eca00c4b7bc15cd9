"""The widths of columns that make a long table low."""

from __future__ import annotations

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
