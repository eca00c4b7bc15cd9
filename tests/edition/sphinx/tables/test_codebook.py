"""The chapter *Data*: what it says of each table, the file to download, and where the table is used."""

from __future__ import annotations

import pytest


def facts(section) -> dict[str, str]:
    """Return the list of facts at the head of a table's section."""
    names, values = section.dl.find_all("dt"), section.dl.find_all("dd")
    return {name.text.rstrip(":"): value.text.strip() for name, value in zip(names, values, strict=True)}


@pytest.fixture(scope="module")
def page(orchard):
    return orchard.built("data")


def test_every_table_has_a_section_with_an_address_of_its_own(page):
    addresses = {section["id"] for section in page.find_all("section")}
    assert {"data-harvest", "data-hives", "data-events", "data-sources", "data-claims"} < addresses


def test_a_section_says_what_the_descriptor_says(page):
    section = page.find(id="data-harvest")
    assert section.h2.text.startswith("Table of harvest")
    assert section.p.text == "What is known of harvest."
    assert facts(section) == {
        "File": "harvest.csv, 2 rows",
        "Sources": "The diary",
        "Licence": "Free for all",
        "Verification": "Counted twice.",
        "Gaps": "The year of the flood.",
        "Used in": "The harvest of two years\nFigures: 1\nClaims: M1",
    }
    assert section.find("a", string="The diary")["href"] == "https://example.org/diary"


def test_the_columns_stand_with_type_and_meaning(page):
    rows = page.find(id="data-harvest").select("table.codebook tbody tr")
    assert [[cell.text.strip() for cell in row.find_all(["th", "td"])] for row in rows] == [
        ["year", "integer", "", "What year says."],
        ["fruit", "string", "", "What fruit says."],
        ["tons", "number", "", "What tons says."],
    ]


@pytest.mark.parametrize("name", ["harvest", "hives", "events", "sources", "claims"])
def test_the_download_is_the_very_file_and_lies_beside_the_pages(orchard, page, name):
    link = page.find(id=f"data-{name}").find("a", class_="download")
    pages = orchard.root / "_build" / "html"
    file = (pages / "book" / link["href"]).resolve()
    assert file.is_relative_to(pages)
    assert file.name == f"{name}.csv"
    assert file.read_bytes() == (orchard.root / "data" / f"{name}.csv").read_bytes()


def test_a_table_names_the_chapters_that_load_it_with_a_link(page):
    for name in ["harvest", "hives"]:
        [link] = page.find(id=f"data-{name}").find_all("a", href="orchard.html")
        assert link.text == "The harvest of two years"


def test_a_table_names_its_figures_and_claims_with_links(page):
    used = page.find(id="data-harvest").dl.find_all("dd")[-1]
    assert [link["href"] for link in used.find_all("a")] == [
        "orchard.html",
        "orchard.html#fig-harvest",
        "verification.html#m1",
    ]


def test_a_claim_that_is_looked_up_rests_on_its_table(page):
    assert facts(page.find(id="data-events"))["Used in"] == "Claims: M3"


def test_a_table_that_nothing_is_made_from_says_so(page):
    assert facts(page.find(id="data-sources"))["Used in"] == "no chapter; the checks of the data read it"


def test_a_table_of_rows_that_stand_alike_says_once_where(miniature):
    miniature.table("hives", {"year": "integer"}, [["2019"]], locator="the page of {year}")
    miniature.page("data", "# Data\n\n```{codebook}\n```\n")
    assert miniature.build() == ""
    assert facts(miniature.built("data").find(id="data-hives"))["Where to look"] == "the page of {year}"
