"""The book against its record: no address has vanished, and no word has changed unseen (``tests/recorded/README.md``)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built import Book
from record import RECORDED, TEXT, addresses, page_text, pages, pdf_text

PAGES = sorted(path.stem for path in TEXT.glob("*.txt") if path.stem != "pdf")


@pytest.mark.parametrize("file", sorted(RECORDED.glob("addresses-*.txt")), ids=lambda file: file.stem)
def test_no_address_has_vanished(book: Book, file: Path) -> None:
    old = file.read_text(encoding="utf-8").split()
    assert len(old) > 800
    assert not set(old) - set(addresses(book.html))


def test_every_page_is_on_record(book: Book) -> None:
    assert sorted(page.rpartition("/")[2] for page in pages(book.html)) == PAGES


def without_versions(text: str) -> list[str]:
    """Return the lines of a text without the versions that the colophon names: they are those of whoever builds."""
    return re.sub(r"(?<=Software Version ).*?(?<= frictionless )[\d.]+", "…", text).splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_said(book: Book, name: str) -> None:
    [article] = [article for page, article in pages(book.html).items() if page.rpartition("/")[2] == name]
    recorded = (TEXT / f"{name}.txt").read_text(encoding="utf-8")
    assert without_versions(page_text(article)) == without_versions(recorded)


def test_the_printed_book_says_what_it_said(book: Book) -> None:
    said = "\f\n".join(map(pdf_text, book.volumes))
    assert without_versions(said) == without_versions((TEXT / "pdf.txt").read_text(encoding="utf-8"))
