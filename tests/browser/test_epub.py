"""The book for e-readers on a narrow screen and on a wide one: nothing runs over its edge, marks and notes stand apart."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import Book
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def unpacked(book: Book, tmp_path: Path) -> Path:
    with zipfile.ZipFile(book.epub) as archive:
        archive.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [400, 800])
def test_nothing_runs_over_the_edge(unpacked: Path, reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for page in sorted(unpacked.rglob("*.xhtml")):
        reader.goto(page.as_uri())
        wide[page.name] = reader.evaluate("document.documentElement.scrollWidth")
    assert len(wide) > 20
    assert {name: found for name, found in wide.items() if found > width} == {}


def test_the_number_of_a_note_stands_apart_from_that_of_a_mark(unpacked: Path, reader: Page) -> None:
    reader.goto((unpacked / "book" / "salami-tactics.xhtml").as_uri())
    gaps = reader.evaluate(
        """[...document.querySelectorAll('.claim + .footnote-reference')]
        .filter(note => note.previousSibling === note.previousElementSibling)
        .map(note => note.getBoundingClientRect().left - note.previousSibling.getBoundingClientRect().right)"""
    )
    assert gaps and min(gaps) >= 2


def test_what_the_words_of_all_parties_are_about_stands_above_them_on_a_narrow_page(
    unpacked: Path, reader: Page
) -> None:
    reader.set_viewport_size({"width": 400, "height": 800})
    reader.goto((unpacked / "book" / "salami-tactics.xhtml").as_uri())
    topics = reader.locator("table.stacked th[colspan]:only-child")
    assert topics.count()
    for topic in topics.all():
        expect(topic).to_be_visible()
