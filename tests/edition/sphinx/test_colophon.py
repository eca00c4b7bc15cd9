"""The colophon: what made the book, and how much of what each chapter holds."""

from __future__ import annotations

import re
from importlib import metadata

import pytest


@pytest.fixture(scope="module")
def tables(orchard) -> list[list[list[str]]]:
    """The texts of the cells of both tables."""
    return [
        [[cell.text.strip() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
        for table in orchard.built("colophon").find_all("table")
    ]


def test_the_versions_are_those_that_made_the_book(tables):
    versions = dict(tables[0])
    for tool in ["sphinx", "myst-nb", "pandas", "matplotlib", "typst"]:
        assert versions[tool] == metadata.version(tool)


def test_each_chapter_with_code_is_counted_and_no_other_page(tables):
    header, *chapters = tables[1]
    assert header == ["Chapter", "Cells", "Figures", "Tables loaded", "Claims"]
    # M1 and M3 are first stated on an earlier page and are counted there.
    assert chapters == [["The harvest of two years", "6", "1", "2", "2"]]


def test_a_chapter_is_a_link(orchard):
    assert orchard.built("colophon").find("a", href="orchard.html").text == "The harvest of two years"


def test_its_tables_have_numbers_as_all_that_have_a_caption(orchard):
    captions = [caption.text for caption in orchard.built("colophon").select("caption")]
    assert len(captions) == 2
    numbers = [re.match(r"Table (?:[A-Z]+\.)?(\d+)\. ", caption) for caption in captions]
    assert all(numbers) and int(numbers[1][1]) == int(numbers[0][1]) + 1, captions
