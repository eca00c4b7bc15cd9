"""The book against the record of version 0.1: no address has vanished, and no word has changed unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from built import Book
from record import RECORDED, addresses, page_text, pages, pdf_text

OLD = RECORDED / "v0.1"
PAGES = sorted(path.stem for path in (OLD / "pages").glob("*.txt"))


def test_no_address_has_vanished(book: Book) -> None:
    old = (OLD / "addresses.txt").read_text(encoding="utf-8").split()
    assert len(old) > 800
    assert not set(old) - set(addresses(book.html))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_said(book: Book, name: str) -> None:
    [article] = [article for page, article in pages(book.html).items() if page.rpartition("/")[2] == name]
    assert page_text(article).splitlines() == (OLD / "pages" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_the_printed_book_says_what_it_said(book: Book) -> None:
    assert pdf_text(Path(book.pdf)).splitlines() == (OLD / "pdf.txt").read_text(encoding="utf-8").splitlines()
