"""How high a table will be, guessed before it is set, and what follows for where it may break."""

from __future__ import annotations

import pytest
from docutils import nodes

from edition.typst.heights import automatic, span
from edition.typst.tables import may_break


def table(rows: list[list[str]], *, title: str = "", wide: bool = False, given: bool = True) -> nodes.table:
    """Return a table with these texts in its cells."""
    entries = [[nodes.entry("", nodes.paragraph("", text)) for text in row] for row in rows]
    if wide:
        entries[0][0]["morecols"] = 1
        del entries[0][1]
    body = nodes.tbody("", *(nodes.row("", *row) for row in entries))
    group = nodes.tgroup("", *(nodes.colspec(colwidth=50) for _ in rows[0]), body)
    return nodes.table(
        "", *([nodes.title("", title)] if title else []), group, classes=["colwidths-given"] if given else []
    )


def test_columns_without_widths_are_as_wide_as_their_texts_and_the_widest_share_the_rest() -> None:
    assert automatic([[[50], [100]]], 200) == pytest.approx([55, 108])
    assert automatic([[[50], [300], [200]]], 175) == pytest.approx([55, 60, 60])
    assert automatic([[[300], [50], [100]]], 200) == pytest.approx([72.5, 55, 72.5])
    assert automatic([[[], [50]]], 84) == pytest.approx([2, 55])


def test_a_table_is_as_high_as_the_highest_cell_of_each_row() -> None:
    one_line, three_lines = [[10], [10]], [[10], [100]]
    low, high = span([one_line], [42, 42])
    assert low < 4.4 < high
    lower, higher = span([one_line, three_lines], [42, 42])
    assert lower < 2 * 4.4 + 2 * 3.4 < higher
    assert higher > 3 * high and span([[[], []]], [42, 42]) == (low, high)


# What a line of words takes was measured on some sixty tables of a book.
@pytest.mark.parametrize("given", [True, False])
@pytest.mark.parametrize(
    ("rows", "letters", "breaks"),
    [(3, 30, "false"), (15, 30, "auto"), (16, 1, "true"), (6, 120, "auto"), (8, 400, "true"), (1, 8000, "true")],
)
def test_what_is_surely_high_may_break_and_what_is_surely_low_may_not(
    rows: int, letters: int, breaks: str, given: bool
) -> None:
    assert may_break(table([["a" * letters, "b" * letters]] * rows, given=given)) == breaks


def test_a_caption_counts_too() -> None:
    rows = [["a", "b"]] * 10
    assert may_break(table(rows)) == "false"
    assert may_break(table(rows, title="What there is " * 15)) == "auto"


def test_what_cannot_be_guessed_is_measured() -> None:
    assert may_break(table([["a", "b"]] * 3, wide=True)) == "auto"
    pictured = table([["a", "b"]] * 3)
    pictured.next_node(nodes.entry).append(nodes.image(uri="a.png"))
    assert may_break(pictured) == "auto"
    listed = table([["a", "b"]] * 3)
    listed.next_node(nodes.entry).append(nodes.bullet_list())
    assert may_break(listed) == "auto"
