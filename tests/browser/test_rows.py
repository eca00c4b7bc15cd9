"""The rows of the tables of data: filtered and sorted over all tables of a page, by an address that can be copied."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from edition.package.read import read_rows
from edition.paths import DATA

Visit = Callable[..., Page]
CHRONOLOGY, PLACES = "book/chronology", "book/places"
EVENTS = [f"event-{row['key']}" for row in read_rows("timeline", DATA)]


def shown(page: Page) -> list[str]:
    """Return the addresses of the rows that are shown, in their order on the page."""
    return page.locator("table.rows tbody tr:visible").evaluate_all("rows => rows.map(row => row.id)")


def test_rows_are_chosen_over_all_tables_of_a_page(visit: Visit) -> None:
    page = visit(CHRONOLOGY)
    everything = shown(page)
    assert sorted(everything) == sorted(EVENTS)
    page.get_by_label("Kind", exact=True).select_option("diplomacy")
    wanted = {f"event-{row['key']}" for row in read_rows("timeline", DATA) if row["kind"] == "diplomacy"}
    assert 0 < len(wanted) < len(EVENTS)
    assert shown(page) == [row for row in everything if row in wanted]
    expect(page.get_by_role("status").first).to_have_text(f"{len(wanted)} of {len(EVENTS)} rows")
    page.get_by_label("Text", exact=True).fill("ERDOGAN")  # without marks and small letters
    assert {*shown(page)} < wanted
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything


def test_a_table_without_a_row_that_fits_is_not_shown(visit: Visit) -> None:
    page = visit(CHRONOLOGY)
    assert page.locator("table.rows:visible").count() == 4
    page.get_by_label("Text", exact=True).fill("KILLINGS in Sumgait")
    assert shown(page) == ["event-sumgait-1988"]
    expect(page.locator("table.rows:visible")).to_have_count(1)


def test_every_table_with_the_head_is_sorted_and_given_back_as_it_was(visit: Visit) -> None:
    page = visit(CHRONOLOGY)
    everything = shown(page)
    when = page.get_by_role("columnheader").get_by_role("button", name="When", exact=True).first
    kinds = page.get_by_role("columnheader").get_by_role("button", name="Kind", exact=True).first
    for _ in range(2):
        kinds.click()
        for table in page.locator("table.rows").all():
            column = table.locator("tbody tr > :nth-child(3)").all_inner_texts()
            descending = kinds.evaluate("button => button.closest('th').ariaSort") == "descending"
            assert column == sorted(column, reverse=descending) and len(set(column)) > 1
            expect(table.locator("th[aria-sort]")).to_have_text("Kind")
    kinds.click()
    assert shown(page) == everything
    when.click()
    spans = page.locator("table.rows").first.locator("tbody tr th").all_inner_texts()
    assert "1994" in spans[0] and spans[-1].startswith("1988")


@pytest.mark.parametrize("place", [CHRONOLOGY, PLACES])
def test_dates_and_names_stand_in_order_as_the_page_has_them(visit: Visit, place: str) -> None:
    page = visit(place)
    for table in page.locator("table.rows").all():
        expect(table.locator("th").first).to_have_attribute("aria-sort", "ascending")


def test_the_view_stands_in_the_address(visit: Visit) -> None:
    page = visit(CHRONOLOGY)
    page.get_by_label("Kind", exact=True).select_option("agreement")
    page.get_by_role("columnheader").get_by_role("button", name="When", exact=True).last.click()
    found = shown(page)
    assert page.url.endswith("chronology.html?kind=agreement&sort=-when")
    address = page.get_by_role("link", name="Link to this view").evaluate("link => link.href")
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == found
    page.goto("about:blank")
    page.goto(f"{address.partition('#')[0]}#event-sumgait-1988")
    expect(page.locator("#event-sumgait-1988")).to_be_in_viewport()


def test_a_short_table_has_no_filter(visit: Visit) -> None:
    expect(visit("book/the-statement").locator(".row-filter, .row-sort")).to_have_count(0)


def test_without_scripts_the_tables_are_whole(visit: Visit) -> None:
    page = visit(CHRONOLOGY, java_script_enabled=False)
    assert len(shown(page)) == len(EVENTS)
    expect(page.locator(".row-filter, .row-sort")).to_have_count(0)
