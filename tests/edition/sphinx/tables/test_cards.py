"""Tables that a phone has no room for: marked by the writer, each cell with the head of its column."""

from __future__ import annotations

import pytest

FOUR = "| Tree | Year | Yield | Note |\n|---|---|---|---|\n| Pear | 1901 | 12 | |\n"
THREE = "| Tree | Year | Yield |\n|---|---|---|\n| Pear | 1901 | 12 |\n"


@pytest.fixture(scope="module")
def tables(new_miniature):
    """A table of four columns and one of three."""
    book = new_miniature()
    book.page("trees", f"# Trees\n\n{FOUR}\n\n{THREE}\n")
    assert book.build() == ""
    return book.built("trees").find_all("table")


def test_each_cell_of_a_wide_table_says_the_head_of_its_column_but_the_first_which_heads_the_card(tables):
    assert "cards" in tables[0]["class"]
    assert [cell.get("data-label") for cell in tables[0].select("tbody td")] == ["Year", "Yield", "Note"]
    assert ["empty" in cell.get("class", []) for cell in tables[0].select("tbody td")] == [False, False, True]


def test_a_table_that_fits_is_left_as_it_is(tables):
    assert "cards" not in tables[1]["class"]
    assert not tables[1].select("[data-label]")


def test_the_ledger_is_one(orchard):
    row = orchard.built("verification").find("tr", id="m2")
    assert [cell.get("data-label") for cell in row.find_all("td")] == [
        "What the article says",
        "Article",
        "We find",
        "Verdict",
        "Evidence",
    ]
    assert "differs" in row["class"] and row.select_one("details.sources > summary").text == "one source, a primary one"
