"""Which cells head a column or a row, for who hears a table."""

from __future__ import annotations

import pytest
from bs4 import Tag

TREES = "| Tree | Year |\n|---|---|\n| Pear | 1901 |\n| Plum | 1902 |\n"
TOLD = f"| What was told | By |\n|---|---|\n| {'It rained. ' * 12}| Grey |\n| Pear | Lee |\n"
ONE = "| Tree |\n|---|\n| Pear |\n"


@pytest.fixture(scope="module")
def tables(new_miniature) -> list[Tag]:
    """A table of names, one of tales, and one of a single column."""
    book = new_miniature()
    book.page("trees", f"# Trees\n\n{TREES}\n\n{TOLD}\n\n{ONE}\n")
    assert book.build() == ""
    return list(book.built("trees").find_all("table"))


def headed(table: Tag, scope: str) -> list[str]:
    """Return the texts of the cells that head a column, or a row."""
    return [cell.text.strip().removesuffix("#") for cell in table.select(f'th[scope="{scope}"]')]


def test_the_first_cell_of_a_row_heads_it_and_the_head_of_a_column_the_column(tables) -> None:
    assert headed(tables[0], "col") == ["Tree", "Year"]
    assert headed(tables[0], "row") == ["Pear", "Plum"]
    assert [cell.text for cell in tables[0].find_all("td")] == ["1901", "1902"]


def test_what_is_told_at_length_names_no_row_nor_does_the_only_cell(tables) -> None:
    assert len(tables) > 1
    for table in tables[1:]:
        assert not table.select('tbody th, [scope="row"]')


def test_every_claim_of_the_ledger_is_headed_by_its_number(orchard) -> None:
    ledger = orchard.built("verification").find(id="ledger")
    assert headed(ledger, "row")[0].startswith("M1")
    rows = ledger.select("tbody tr")
    assert rows and all(row.find(["td", "th"]).get("scope") == "row" for row in rows)
