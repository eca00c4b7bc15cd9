"""Tables of the data package as pages to read: cells, dates in words, links to sources, and addresses of rows."""

from __future__ import annotations

import pytest

from edition.sphinx.tables.rows import Wanted, _own_unit, _with_unit

COLUMNS = ["key", "date", "end_date", "title", "place", "note", "depth", "source", "locator", "words"]
EVENTS = [
    [
        "planting",
        "1998-03-16",
        "",
        "The trees are planted",
        "North field",
        "in the rain",
        "40",
        "diary",
        "p. 3",
        "set the trees",
    ],
    ["first-harvest", "2019-09-19", "2019-09-20", "First harvest", "", "", "", "diary letter", "p. 9 |", ""],
    ["flood", "2021-05", "", "Flood", "", "day not found", "12.5", "letter", "line 2", "up to the sill"],
]
SOURCES = {
    "diary": {"date": "2021-01", "url": "https://example.org/diary"},
    "letter": {"title": "Letter", "publisher": "The neighbour", "seen": "in part"},
}
OPTIONS = {
    "columns": "date end_date | title place note | depth | source",
    "headings": "When | What | Depth | Source",
    "widths": "20 50 10 20",
}


def directive(table: str = "day_book", **options: str) -> str:
    """Return the directive in Markdown."""
    lines = "\n".join(f":{name}: {value}" for name, value in (OPTIONS | options).items())
    return f"```{{data-table}} {table}\n{lines}\n```\n"


def furnish(book) -> None:
    """Give a book the table, its sources, a claim that rests on a row of it, and one on a table that no page shows."""
    units = {"date": "ISO 8601", "end_date": "ISO 8601", "depth": "degrees north"}
    fields = [{"name": name, "type": "string", "description": name, "unit": units.get(name, "")} for name in COLUMNS]
    described = {"value_column": "date", "row_name": "day", "schema": {"fields": fields}}
    book.table("day_book", dict.fromkeys(COLUMNS, "string"), EVENTS, **described)
    book.sources(**SOURCES)
    row = {"asserted": "1998", "unit": "date", "form": "{:%-d %B %Y}", "method": "looked up", "verdict": "agrees"}
    book.claims(
        M1={**row, "evidence": "day_book:planting"},
        M2={**row, "evidence": "events:planting"},
        M3={"method": "documented", "source": "diary", "verdict": "agrees"},
    )
    book.page("data", "# Data\n\n```{codebook}\n```\n")


@pytest.fixture(scope="module")
def book(new_miniature):
    """A book with two tables of days, and a sentence that leads to a row."""
    book = new_miniature()
    furnish(book)
    early, late = directive(match="date 199|2019"), directive(match="date 202")
    book.page("days", f"# Days\n\nSee {{ref}}`the flood <day-flood>`.\n\n## Early\n\n{early}\n## Late\n\n{late}")
    assert book.build() == ""
    return book


@pytest.fixture(scope="module")
def page(book):
    return book.built("days")


def cells(row) -> list[str]:
    """Return the text of each cell of a row, paragraph by paragraph."""
    return [
        " | ".join(part.text.removesuffix("#") for part in cell.find_all("p")) for cell in row.find_all(["th", "td"])
    ]


@pytest.mark.parametrize(
    ("id", "row"),
    [
        (
            "day-planting",
            ["16 Mar 1998", "The trees are planted | North field; in the rain", "40° N", "Orchard Press, 2021"],
        ),
        ("day-first-harvest", ["19–20 Sep 2019", "First harvest", "–", "Orchard Press, 2021; The neighbour"]),
        ("day-flood", ["May 2021", "Flood | day not found", "12.5° N", "The neighbour"]),
    ],
)
def test_a_row_holds_dates_in_words_texts_units_and_sources(page, id, row):
    assert cells(page.find("tr", id=id)) == row


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("2450", "trees a day", "2,450 trees a day"),
        ("1998", "", "1998"),
        ("12.5", "degrees north", "12.5° N"),
        ("", "t", ""),
    ],
)
def test_a_whole_number_of_a_unit_has_its_thousands_apart(value, unit, said):
    assert _with_unit(value, unit) == said


def test_the_unit_of_a_value_may_stand_in_its_row():
    row = {"value": "30", "unit": "tons"}
    assert [_own_unit(unit, row) for unit in ("{unit}", "kg", "{size}")] == ["tons", "kg", "{size}"]


@pytest.mark.parametrize(
    ("rows", "head", "cell"),
    [
        ([{"value": "1200", "unit": "tons"}, {"value": "7", "unit": "tons"}], "Load, in tons", "1,200"),
        ([{"value": "1200", "unit": "tons"}, {"value": "7", "unit": "carts"}], "Load", "1,200 tons"),
        ([{"value": "1200", "unit": "tons"}, {"value": "", "unit": "carts"}], "Load, in tons", "1,200"),
    ],
)
def test_a_unit_that_all_rows_share_stands_in_the_head(rows, head, cell):
    fields = [{"name": "value", "unit": "{unit}"}, {"name": "unit"}]
    wanted = Wanted({"schema": {"fields": fields}}, [["value"]], ["Load"], [], rows, {})
    assert wanted.heads() == [head]
    assert wanted.cells(rows[0])[0][0].astext() == cell


def test_the_rows_stand_in_the_order_of_the_file_in_the_table_that_they_match(page):
    tables = [[row["id"] for row in table.select("tbody tr")] for table in page.select("table.data-table")]
    assert tables == [["day-planting", "day-first-harvest"], ["day-flood"]]
    assert [head.text for head in page.table.thead.find_all("th")] == ["When", "What", "Depth", "Source"]


def test_a_source_is_a_link_if_it_is_online(page):
    [link] = page.find("tr", id="day-first-harvest").select("a:not(.headerlink)")
    assert link["href"] == "https://example.org/diary" and link["title"].startswith("Diary of the orchard. p. 9")


def test_a_source_is_a_link_to_the_words_that_the_row_cites(page):
    [link] = page.find("tr", id="day-planting").select("a:not(.headerlink)")
    assert link["href"] == "https://example.org/diary#:~:text=set%20the%20trees"
    assert link["title"] == "Diary of the orchard. p. 3: “set the trees”"


def test_a_reference_leads_to_the_row(page):
    assert page.find("a", string="the flood")["href"] == "#day-flood"


@pytest.mark.parametrize(
    ("id", "place", "address", "title"),
    [
        ("m1", "day_book:planting", "days.html#day-planting", "to the row"),
        ("m2", "events:planting", "data.html#data-events", "to the table"),
    ],
)
def test_the_ledger_leads_to_the_row_or_else_to_the_table(book, id, place, address, title):
    link = book.built("verification").find("tr", id=id).find("a", string=place)
    assert (link["href"], link["title"]) == (address, title)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            directive(columns="date | titel | depth | source"),
            "the table day_book has no column titel; it has key, date",
        ),
        (directive(headings="When | What"), "4 columns, 2 headings and 4 widths"),
        (directive(match="day 19"), "day_book has no column day to match; it has key, date"),
        (directive(match="date 19[0-8]"), "no row of the table day_book matches date 19[0-8]"),
        (
            directive() + "\n" + directive(),
            "day-planting stands on the page book/days already; let every row stand once",
        ),
        (directive("poor_book"), "column locator: 1 entries for 2 sources; write one for each key in source"),
        (directive("daybook"), "data/datapackage.json has no table 'daybook'"),
    ],
)
def test_a_table_that_cannot_be_shown_says_why(miniature, page, message):
    furnish(miniature)
    poor = [[*EVENTS[1][:8], "p. 9", ""]]
    miniature.table("poor_book", dict.fromkeys(COLUMNS, "string"), poor)
    miniature.page("days", f"# Days\n\n{page}")
    assert message in miniature.build()


def test_a_page_is_read_again_when_its_table_changes(miniature):
    furnish(miniature)
    miniature.page("days", f"# Days\n\n{directive()}")
    assert miniature.build() == ""
    with miniature.changed("data/day_book.csv", "The trees are planted", "Trees are planted"):
        assert miniature.build() == ""
        assert cells(miniature.built("days").find("tr", id="day-planting"))[1].startswith("Trees are planted")


def test_a_table_without_keys_has_rows_with_addresses_by_their_place_and_says_nothing_twice(new_miniature):
    book = new_miniature()
    book.page("tons", "# Tons\n\n" + directive("harvest", columns="year | fruit | tons year tons", headings="Year | Fruit | Tons",
                                               widths="30 40 30"))  # fmt: skip
    assert book.build() == ""
    rows = book.built("tons").select("table.data-table tbody tr")
    assert [cells(row) for row in rows] == [["2019", "apples", "12.5 | 2019"], ["2020", "apples", "17.6 | 2020"]]
    assert [row["id"] for row in rows] == ["tons-t1-r1", "tons-t1-r2"]
