"""What a cell hands to the book: it reaches the prose and the ledger, and nothing of it shows under the cell."""

from __future__ import annotations


def test_a_glued_text_stands_in_the_prose(orchard):
    assert "30.1 tons✓ in 2 years,≈" in orchard.built("orchard").text


def test_a_glued_table_stands_on_the_page_with_its_numbers_to_the_right(orchard):
    [table] = [table for table in orchard.built("orchard").select("table:not(.drawn)") if "Fruit" in table.text]
    rows = [[cell.text.strip() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
    assert rows == [["Fruit", "Tons"], ["apples", "12.5"], ["apples", "17.6"]]
    assert [cell["class"] for cell in table.select("tbody tr:first-child > *")] == [
        ["stub", "text-left"],
        ["text-right"],
    ]


def test_a_record_leaves_no_output_on_the_page(orchard):
    [output] = orchard.built("orchard").find_all(class_="cell_output")
    output.find(class_="legend").decompose()
    assert " ".join(output.text.split()) == "Fig. 1. The harvest."


def test_a_page_that_has_lost_its_cells_has_lost_its_records(miniature):
    miniature.claims(M1={"asserted": "30", "tolerance": "0", "method": "computed", "verdict": "agrees"})
    miniature.chapter("orchard", "check('M1', 3 * load('hives', DATA).hives.sum())")
    assert miniature.build() == ""
    miniature.claims(M1={"asserted": "30", "method": "none"})
    miniature.page("orchard", "# The orchard\n\nIt is gone.\n")
    assert miniature.build() == ""  # or the ledger would object that a claim with the method "none" is checked


def test_a_page_that_is_gone_has_taken_its_checks_and_marks_along(miniature):
    miniature.page("one", "# One\n\nSaid here.{mark}`M1`\n")
    miniature.page("two", "# Two\n\nSaid there.{mark}`M1`\n")
    miniature.claims(M1={})
    assert miniature.build() == ""
    (miniature.root / "book" / "one.md").unlink()
    assert miniature.build() == ""
    assert miniature.built("verification").find("tr", id="m1").a["href"] == "two.html#claim-m1"
