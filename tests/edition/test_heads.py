"""What a cell is headed by, where a narrow page sets each row apart."""

from __future__ import annotations

from docutils import nodes

from edition.heads import head_of


def row(*cells: nodes.entry | str) -> nodes.row:
    """Return a row; a text is a cell with it."""
    entries = [nodes.entry("", nodes.paragraph("", cell)) if isinstance(cell, str) else cell for cell in cells]
    return nodes.row("", *entries)


def table(head: list[nodes.row], body: list[nodes.row]) -> nodes.table:
    """Return a table with these rows."""
    parts = [nodes.thead("", *head)] if head else []
    return nodes.table("", nodes.tgroup("", nodes.colspec(), nodes.colspec(), *parts, nodes.tbody("", *body)))


def heads(cells: nodes.row) -> list[str]:
    """Return what each cell of a row is headed by."""
    return [head_of(cell) for cell in cells.children if isinstance(cell, nodes.entry)]


def test_a_cell_is_headed_by_its_column() -> None:
    body = row("1853", "120")
    table([row("Year", "Barrels")], [row("1852", "90"), body])
    assert heads(body) == ["Year", "Barrels"]


def test_of_several_rows_of_heads_the_last_one_counts() -> None:
    body = row("1853", "120")
    table([row("When", "How much"), row("Year", "Barrels")], [body])
    assert heads(body) == ["Year", "Barrels"]


def test_a_cell_after_a_wide_one_is_headed_by_the_column_above_it() -> None:
    wide = nodes.entry("", nodes.paragraph("", "not known"), morecols=1)
    body = row(wide, "calm")
    table([row("Year", "Barrels", "Sea")], [body])
    assert heads(body) == ["Year", "Sea"]


def test_cells_below_a_wide_head_have_it_and_the_next_one_has_its_own() -> None:
    wide = nodes.entry("", nodes.paragraph("", "Year and month"), morecols=1)
    body = row("1853", "May", "calm")
    table([row(wide, "Sea")], [body])
    assert heads(body) == ["Year and month", "Year and month", "Sea"]


def test_a_head_over_all_columns_is_the_title_of_the_table() -> None:
    wide = nodes.entry("", nodes.paragraph("", "Weather"), morecols=1)
    body = row("May", "calm")
    table([row(wide)], [body])
    assert heads(body) == ["", ""]


def test_the_head_of_the_only_column_is_its_head() -> None:
    body = row("calm")
    table([row("Weather")], [body])
    assert heads(body) == ["Weather"]


def test_what_is_no_cell_takes_no_column() -> None:
    body = row("1853", "120")
    body.insert(1, nodes.comment("", "of oil"))
    table([row("Year", "Barrels")], [body])
    assert heads(body) == ["Year", "Barrels"]


def test_a_cell_beyond_the_heads_has_none_nor_has_one_of_the_head_nor_one_in_a_table_without() -> None:
    body, head, alone = row("1853", "120", "calm"), row("Year", "Barrels"), row("1853", "120")
    table([head], [body])
    table([], [alone])
    assert heads(body) == ["Year", "Barrels", ""]
    assert heads(head) == heads(alone) == ["", ""]
