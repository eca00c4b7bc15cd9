"""The book as a whole: its order, its metadata, its reproducibility."""

from __future__ import annotations

import datetime
from typing import Any


def outline(reader, entries: list[Any] | None = None, depth: int = 0) -> list[tuple[int, str]]:
    """Return the bookmarks with their depths."""
    found: list[tuple[int, str]] = []
    for entry in reader.outline if entries is None else entries:
        found += outline(reader, entry, depth + 1) if isinstance(entry, list) else [(depth, entry.title)]
    return found


def test_the_build_is_without_warnings(book) -> None:
    assert book.warnings == ""


def test_the_half_title_and_the_title_come_first(book) -> None:
    assert book.pages[:2] == ["Small Ledgers", ""]
    assert book.pages[2] == "Small Ledgers An edition for tests A. N. Author Version 0.3 22 November 2026"


def test_the_imprint_stands_on_the_back_of_the_title(book) -> None:
    said = "Version 0.3, 22 November 2026. First paragraph of the imprint. Set from https://example.org/ledgers."
    assert book.pages[3] == said


def test_the_contents_have_parts_chapters_and_sections_but_nothing_below(book) -> None:
    contents = book.pages[4]
    for title in ("About this book", "Before", "The first chapter", "A section of the first chapter", "Apparatus"):
        assert (title in contents) == (title != "Apparatus")
    assert "A subsection" not in contents


def test_the_index_comes_last(book) -> None:
    assert book.pages[-1].startswith("Index ")


def test_bookmarks_follow_parts_chapters_and_sections(book) -> None:
    assert outline(book.reader) == [
        (0, "About this book"),
        (0, "Before"),
        (1, "1 The first chapter"),
        (2, "1.1 A section of the first chapter"),
        (3, "A subsection"),
        (0, "After"),
        (1, "2 The second chapter"),
        (0, "Verification"),
        (0, "Bibliography"),
        (0, "Index"),
    ]


def test_chapters_without_parts_need_no_part_pages(print_root) -> None:
    printed = print_root("plain")
    assert outline(printed.reader) == [
        (0, "Why this book"),
        (1, "How to read it"),
        (0, "1 One"),
        (1, "1.1 Inside one"),
        (2, "1.1.1 Deeper"),
        (0, "2 Two"),
    ]
    assert printed.pages[-1].startswith("Chapter 2 Two Text of two, after One (p. 1).")


def test_front_matter_counts_in_roman_figures_and_the_chapters_in_arabic(book) -> None:
    assert book.folio("This is the preface") == "vi"
    assert book.reader.page_labels[book.pages.index("Before")] == "1"
    assert book.folio("Names keep their letters") == "2"


def test_the_running_head_names_the_section(book) -> None:
    assert book.pages[book.page_of("The evidence differs")].startswith("1.1 A section of the first chapter 3")


def test_the_running_head_names_no_section_of_the_chapter_before(book) -> None:
    page = next(n for n, page in enumerate(book.pages) if "C045" in page)
    [odd] = [n for n in (page, page + 1) if int(book.reader.page_labels[n]) % 2]
    assert book.pages[odd].startswith("Verification ")


def test_the_file_says_what_it_is(book) -> None:
    assert book.reader.metadata.title == "Small Ledgers"
    assert book.reader.metadata.author == "A. N. Author"
    assert book.reader.trailer["/Root"]["/Lang"] == "en"
    xmp = book.reader.xmp_metadata
    assert xmp.dc_title["x-default"] == "Small Ledgers"
    assert list(xmp.dc_creator) == ["A. N. Author"]


def test_the_file_is_accessible_and_archivable(book) -> None:
    packet = book.reader.trailer["/Root"]["/Metadata"].get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert book.reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_file_is_dated_as_the_edition(book) -> None:
    assert book.reader.metadata.creation_date.date() == datetime.date(2026, 11, 22)


def test_every_font_is_embedded(book) -> None:
    fonts = {}
    for page in book.reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descendant = font["/DescendantFonts"][0]
            fonts[font["/BaseFont"].split("+")[1]] = "/FontFile2" in descendant["/FontDescriptor"]
    assert {"NotoSerif-Regular", "NotoSerifArmenian-Regular", "NotoSans-Bold", "DejaVuSansMono"} <= set(fonts)
    assert all(fonts.values())


def test_two_builds_give_the_same_bytes(book, print_root) -> None:
    again = print_root("book", "elsewhere")
    assert again.pdf.read_bytes() == book.pdf.read_bytes()


def test_without_any_date_the_clock_does_not_matter(print_root) -> None:
    assert print_root("plain").reader.metadata.creation_date.year == 1970


def test_no_reference_is_left_open(book) -> None:
    assert len(book.pages) > 5 and not any("??" in page for page in book.pages)
