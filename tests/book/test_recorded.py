"""The book against the record of version 0.1: no address has vanished, and no word has changed unseen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built import Book
from record import RECORDED, addresses, page_text, pages, pdf_text

OLD = RECORDED / "v0.1"
PAGES = sorted(path.stem for path in (OLD / "pages").glob("*.txt"))


def lines(text: str) -> list[str]:
    """Return the lines of a text without what is no word of it: the number of a cell, and a space before a stop.

    Such a space stands where an element ends: ``<span>49</span> years,`` says what ``<span>49 years</span>,`` said.
    """
    return re.sub(r" (?=[,.;:)])", "", re.sub(r"\bcell \d+", "cell …", text)).splitlines()


def test_no_address_has_vanished(book: Book) -> None:
    old = (OLD / "addresses.txt").read_text(encoding="utf-8").split()
    assert len(old) > 800
    assert not set(old) - set(addresses(book.html))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_said(book: Book, name: str) -> None:
    [article] = [article for page, article in pages(book.html).items() if page.rpartition("/")[2] == name]
    assert lines(page_text(article)) == lines((OLD / "pages" / f"{name}.txt").read_text(encoding="utf-8"))


def test_the_printed_book_says_what_it_said(book: Book) -> None:
    assert lines(pdf_text(Path(book.pdf))) == lines((OLD / "pdf.txt").read_text(encoding="utf-8"))
