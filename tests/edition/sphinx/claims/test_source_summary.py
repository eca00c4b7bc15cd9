"""The sources counted, by how much of them was seen and by country."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def tables(new_miniature):
    """The two tables of a book with five sources, three of which claims rest on."""
    book = new_miniature()
    book.sources(
        a={"country": "Arcadia", "seen": "whole", "party": "the gardeners"},
        b={"country": "Arcadia", "seen": "in part"},
        c={"country": "Utopia", "seen": "in part"},
        d={"country": "", "seen": "not seen", "party": "the bees"},
        e={"country": "Zembla", "seen": ""},
    )
    days = dict.fromkeys(["key", "date", "source"], "string")
    book.table("events", days, [["planting", "1998-03-16", "c"]], value_column="date")
    documented = {"method": "documented", "verdict": "agrees"}
    book.claims(
        M1=documented | {"source": "a b"},
        M2=documented | {"source": "a"},
        M3={"asserted": "1998", "unit": "date", "form": "{:%Y}", "method": "looked up", "evidence": "events:planting",
            "verdict": "agrees"},
        M4=documented | {"source": "d", "kind": "wording"},
    )  # fmt: skip
    book.page("about", "# About\n\n```{source-summary} seen\n```\n\n```{source-summary} country\n```\n")
    assert book.build() == ""
    return [
        [[cell.text.strip() for cell in row.find_all(["th", "td"])] for row in made.select("tbody tr")]
        for made in book.built("about").select("table.source-summary")
    ]


def test_sources_are_counted_by_how_much_of_them_was_seen(tables):
    assert tables[0] == [
        ["whole", "1", "1", "2"],
        ["in part", "2", "0", "2"],
        ["not seen", "1", "1", "0"],
        ["not known", "1", "0", "0"],
    ]


def test_sources_are_counted_by_country_the_most_first_and_those_unknown_last(tables):
    assert tables[1] == [
        ["Arcadia", "2", "1", "2"],
        ["Utopia", "1", "0", "1"],
        ["Zembla", "1", "0", "0"],
        ["not known", "1", "1", "0"],
    ]


def test_another_count_is_refused(miniature):
    miniature.page("about", "# About\n\n```{source-summary} weight\n```\n")
    assert "{source-summary} weight: choose from seen, country" in miniature.build()
