"""Figures, pictures and tables."""

from __future__ import annotations

import re

import pytest

from edition.typst.floats import typst_length


def test_a_figure_has_number_caption_and_alternative_text(book) -> None:
    assert "Fig. 1.1. Stairs, after Çelikpala [2010]." in book.pages[book.page_of("Names keep their letters")]
    assert b"Three bars that rise from left to right." in alternative_texts(book.reader)


def alternative_texts(reader) -> set[bytes]:
    """Return the /Alt of all structure elements."""
    found: set[bytes] = set()
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            if "/Alt" in element:
                found.add(str(element["/Alt"]).encode())
            waiting += [element["/K"]] if "/K" in element else []
    return found


def test_a_table_has_number_and_caption(book) -> None:
    page = book.pages[book.page_of("Table 1.1. A small table.")]
    assert "Table 1.1. A small table. Year Delivered Remark 2011 12 first 2012 7 second" in page


def test_the_list_of_tables_follows_the_chapters(print_text, tmp_path) -> None:
    """One in a chapter without a number would come between others; it is listed if there are no others."""
    table = ":::{{table}} {name}\n:name: {name}\n\n| A |\n|---|\n| 1 |\n:::\n"
    for chapter in ("apples", "pears"):
        (tmp_path / f"{chapter}.md").write_text(f"# {chapter}\n\n{table.format(name=f'of-{chapter}')}", "utf-8")
    toctree = "```{{toctree}}\n{option}\napples\n```\n\n```{{toctree}}\npears\n```\n"
    for option, listed in ((":numbered:", ["Table 1.1 of-apples"]), ("", ["Table 1 of-apples", "Table 2 of-pears"])):
        made = print_text(f"# Fruit\n\n{toctree.format(option=option)}")
        [page] = [text for text in made.pages if "Contents" in text]
        assert re.findall(r"Table [\d.]+ of-\w+", page) == listed


def test_columns_are_aligned_as_in_the_source(book) -> None:
    assert "#book-table((auto, auto, auto, ), (left, right, center, )" in book.source


def test_the_ledger_repeats_its_head_on_every_page(book) -> None:
    heads = [page for page in book.pages if "Claim Statement Asserted Value Verdict Remark" in page]
    rows = [page for page in book.pages if "The claim number" in page]
    assert len(heads) == len(rows) > 1


def test_the_ledger_is_as_low_as_its_columns_allow(book) -> None:
    """Its author gave the widths 8, 40, 14, 10, 12 and 34: little room for remarks of many words."""
    [widths] = re.findall(r"#data-table\(\(([^)]*)fr, \)", book.source)
    claim, statement, *_, remark = map(float, widths.split("fr, "))
    assert claim < statement < 2 * remark


def test_a_link_to_a_row_of_the_ledger_leads_to_its_page(book) -> None:
    links = [link.get_object() for link in book.reader.pages[book.page_of("The share was")]["/Annots"]]
    places = [link["/Dest"].get_object() for link in links if "/Dest" in link]
    pages = [book.reader.get_page_number(place[0].get_object()) for place in places if not isinstance(place, str)]
    assert any("C055" in book.pages[page] for page in pages)


def test_a_picture_without_alternative_text_fails(print_text, tmp_path) -> None:
    dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    (tmp_path / "dot.svg").write_text(dot, encoding="utf-8")
    printed = print_text("# Title\n\n:::{image} dot.svg\n:::\n")
    assert "index.md:1: WARNING: a picture without alternative text: dot.svg" in printed.warnings


def test_a_missing_picture_fails(print_text) -> None:
    printed = print_text("# Title\n\n:::{image} lost.svg\n:alt: A chart.\n:::\n")
    assert "index.md:3: WARNING: there is no picture to print: lost.svg" in printed.warnings


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("b.png", "nope", "it is no picture of this kind"),
        ("b.svg", '<svg xmlns="http://www.w3.org/2000/svg"><g>', "no element found: line 1, column 43"),
        ("b.svg", "<svg/>", "its outermost element is svg, and no svg of SVG's namespace"),
        ("b.webp", "RIFF", "it is no picture of this kind"),
    ],
)
def test_a_picture_that_cannot_be_read_is_reported_with_its_page(print_text, tmp_path, name, content, why) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    printed = print_text(f"# Title\n\nText.\n\n:::{{image}} {name}\n:alt: A chart.\n:::\n")
    assert f"index.md:5: WARNING: the picture {name} cannot be read: {why}; make it anew" in printed.warnings
    assert printed.warnings.count("WARNING") == 1 and "Text." in printed.pages[-1]


@pytest.mark.parametrize(
    ("width", "length"), [("60%", "60%"), ("400px", "300pt"), ("8 cm", "8cm"), ("wide", None), ("", None)]
)
def test_widths_of_pictures(width: str, length: str | None) -> None:
    assert typst_length(width) == length
