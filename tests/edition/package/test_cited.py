"""Where in a source to look, and which words to find there: for each source one entry, and a link that leads to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.package.address import at_words
from edition.package.cited import Citation, citations, faults_of, miscited
from edition.package.read import DataError


def test_each_source_of_a_row_has_its_entries() -> None:
    row = {"source": "letter diary", "locator": "line 2 | p. 9", "words": "– | ten baskets"}
    assert citations(row) == [Citation("letter", "line 2", ""), Citation("diary", "p. 9", "ten baskets")]
    assert citations({"source": "letter diary"}) == [Citation("letter"), Citation("diary")]
    assert citations({"source": "", "locator": "", "words": ""}) == []


def test_an_entry_may_begin_with_the_dash_that_alone_stands_for_none() -> None:
    row = {"source": "letter diary", "locator": "–7 | –", "words": "– | –3 degrees in the hive"}
    assert citations(row) == [Citation("letter", "–7", ""), Citation("diary", "", "–3 degrees in the hive")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"source": "a b", "locator": "p. 1"}, "column locator: 1 entries for 2 sources"),
        ({"source": "a", "words": "one | two"}, "column words: 2 entries for 1 sources"),
        ({"source": "", "locator": "p. 1"}, "column locator: 1 entries for 0 sources"),
        ({"source": "a b", "words": "short | " + "word " * 13}, "column words: 13 words of b; keep 12 at most"),
    ],
)
def test_entries_that_do_not_fit_are_refused_with_the_cure(row: dict[str, str], fault: str) -> None:
    [said] = faults_of(row)
    assert fault in said


def test_a_row_whose_entries_do_not_fit_cannot_be_cited() -> None:
    with pytest.raises(DataError, match="write one for each key in source"):
        citations({"source": "a b", "locator": "p. 1"})


@pytest.mark.parametrize(
    ("address", "words", "link"),
    [
        ("https://example.org/a", "ten hives", "https://example.org/a#:~:text=ten%20hives"),
        ("https://example.org/a#b", "ten", "https://example.org/a#b:~:text=ten"),
        ("https://example.org/a", "well-house, & more", "https://example.org/a#:~:text=well%2Dhouse%2C%20%26%20more"),
        ("https://example.org/a", "Հայաստան", "https://example.org/a#:~:text=%D5%80%D5%A1%D5%B5%D5%A1%D5%BD%D5%BF%D5%A1%D5%B6"),
        ("https://example.org/a", "ten … hives", "https://example.org/a#:~:text=ten,hives"),
        ("https://example.org/a", "ten hives …", "https://example.org/a#:~:text=ten%20hives"),
        ("https://example.org/a.pdf", "ten hives", "https://example.org/a.pdf"),
        ("https://example.org/a.PDF?x=1", "ten hives", "https://example.org/a.PDF?x=1"),
        ("urn:nbn:de:1", "ten hives", "urn:nbn:de:1"),
        ("https://example.org/a", "", "https://example.org/a"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_words_where_a_browser_can_jump_to_them(address: str, words: str, link: str) -> None:
    assert at_words(address, words) == link


def table(folder: Path, rows: str, **descriptor: object) -> list[str]:
    """Return what is wrong with a table of three columns with these rows."""
    names = rows.splitlines()[0].split(",")
    fields = [{"name": name, "type": "string", "description": name} for name in names]
    resource = {"name": "hives", "path": "hives.csv", "schema": {"fields": fields}, **descriptor}
    (folder / "datapackage.json").write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
    (folder / "hives.csv").write_text(rows, encoding="utf-8")
    return miscited(folder)


def test_a_fault_in_a_table_is_told_with_file_row_and_cure(tmp_path: Path) -> None:
    assert table(tmp_path, "key,source,locator,words\nold,a,p. 1,\nnew,a b,p. 1,\n") == [
        "data/hives.csv, row 2, column locator: 1 entries for 2 sources; write one for each key in source, in the same "
        "order, with | between them"
    ]


def test_a_template_names_columns_of_its_table(tmp_path: Path) -> None:
    assert table(tmp_path, "year,source\n2019,a\n", locator="the page of {year}") == []
    [line] = table(tmp_path, "year,source\n2019,a\n", locator="the page of {month}")
    assert line == "data/datapackage.json: the locator of hives names the column 'month'; it has year, source"
