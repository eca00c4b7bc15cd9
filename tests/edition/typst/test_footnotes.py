"""Footnotes and the list of works."""

from __future__ import annotations


def test_notes_stand_at_the_foot_of_the_page_that_refers_to_them(book) -> None:
    page = book.pages[book.page_of("Names keep their letters")]
    text, foot = page.split("Fig. 1.1.")  # the figure is the last thing above the notes
    assert "The second note cites" not in text
    assert "1 The first note has one paragraph." in foot
    assert "2 The second note cites [Əliyev, 1999]. It has a second paragraph." in foot


def test_a_note_in_a_caption_is_printed(book) -> None:
    assert "3 A note in a caption." in book.pages[book.page_of("Names keep their letters")]


def test_a_note_named_twice_is_printed_once_under_its_number(book) -> None:
    assert sum(page.count("The second note cites") for page in book.pages) == 1
    assert "It repeats its note.2" in book.pages[book.page_of("Names keep their letters")]


def test_numbers_begin_anew_in_every_chapter(book) -> None:
    assert "1 The numbering begins anew." in book.pages[book.page_of("A chapter with cells")]


def test_the_numbers_are_those_of_sphinx(print_text) -> None:
    printed = print_text("# Title\n\nOne[^b], two.[^a]\n\n[^a]: First in the source.\n\n[^b]: Second in the source.\n")
    assert "1 Second in the source. 2 First in the source." in printed.pages[-1]


def test_works_are_listed_without_labels_and_cited_by_name(book) -> None:
    assert book.pages[book.page_of("Büyük defter")].startswith("Bibliography Mitat Çelikpala. Büyük defter.")
    assert "A named work Çelikpala [2010] and one in brackets [Əliyev, 1999]" in book.pages[book.page_of("Names keep")]
