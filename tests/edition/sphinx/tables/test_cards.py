"""Tables that a phone has no room for: marked by the writer, each cell with the head of its column."""

from __future__ import annotations

import pytest

FOUR = "| Tree | Year | Yield | Note |\n|---|---|---|---|\n| Pear | 1901 | 12 | |\n"
NUMBERS = "| Tree | 1901 | 1902 | Tons in 1903 |\n|---|---|---|---|\n| The pear by the well | 1 | 2 | 3 |\n"
MANY = NUMBERS.replace("| 1901 |", "| Before-the-flood-of-1901 |")
THREE = "| Tree | Year | Yield |\n|---|---|---|\n| Pear | 1901 | 12 |\n"


@pytest.fixture(scope="module")
def tables(new_miniature):
    """A table of four columns, one of three, and two of four with numbers: a narrow one and a wide one."""
    book = new_miniature()
    book.page("trees", f"# Trees\n\n{FOUR}\n\n{THREE}\n\n{NUMBERS}\n\n{MANY}\n")
    assert book.build() == ""
    return book.built("trees").find_all("table")


def test_each_cell_of_a_wide_table_says_the_head_of_its_column_but_the_first_which_heads_the_card(tables):
    assert "cards" in tables[0]["class"]
    assert [cell.get("data-label") for cell in tables[0].select("tbody td")] == ["Year", "Yield", "Note"]
    assert ["empty" in cell.get("class", []) for cell in tables[0].select("tbody td")] == [False, False, True]


def test_a_table_that_fits_is_left_as_it_is(tables):
    for table in tables[1:3]:
        assert "cards" not in table["class"]
        assert not table.select("[data-label]")
    assert "cards" in tables[3]["class"], "its words are too long"


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
