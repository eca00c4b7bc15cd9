"""The book for a press: its boxes, its one ink, its pages, and what is in place of links."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from edition.typst.breaks import bare
from edition.typst.grey import grey, grey_picture, lightness

#: Millimetres in points.
MM = 72 / 25.4
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><defs>
<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0L4 4" stroke="#008000"/></pattern></defs>
<rect width="40" height="40" fill="#d62728" stroke="blue"/><rect x="40" width="40" height="40" fill="url(#hatch)"/></svg>"""
COLOURS = re.compile(rb"(?<=\s)(rg|RG|k|K|cs|CS|sc|SC|sh)(?=\s)")


@pytest.fixture(scope="module")
def pressed(print_once: Callable) -> object:
    """The miniature book with parts, for a press."""
    return print_once("book", builder="press")


def contents(holder: DictionaryObject) -> list[bytes]:
    """Return what is drawn on a page, and in the drawings and patterns that it has in store."""
    resources = holder.get("/Resources", DictionaryObject()).get_object()
    stored = [one for kind in ("/XObject", "/Pattern") for one in resources.get(kind, {}).values()]
    drawn = [one.get_object() for one in stored if hasattr(one.get_object(), "get_data")]
    return [one.get_data() for one in drawn] + [found for one in drawn for found in contents(one)]


def colours(reader: PdfReader) -> set[bytes]:
    """Return the operators for colours that are no grey."""
    drawn = [page.get_contents().get_data() for page in reader.pages]
    drawn += [stored for page in reader.pages for stored in contents(page)]
    without_strings = (re.sub(rb"\((?:[^\\()]|\\.)*\)", b"", one) for one in drawn)
    return {
        name
        for one in without_strings
        for name in COLOURS.findall(one.replace(b"/Pattern cs", b"").replace(b"/Pattern CS", b""))
    }


def test_the_sheet_is_larger_than_the_page_by_the_bleed(pressed) -> None:
    assert pressed.warnings == "" and len(pressed.reader.pages) > 5
    for page in pressed.reader.pages:
        trim, bleed = page.trimbox, page.bleedbox
        assert (trim.width / MM, trim.height / MM) == (pytest.approx(170, abs=0.1), pytest.approx(240, abs=0.1))
        assert (bleed.width / MM, bleed.height / MM) == (pytest.approx(176, abs=0.1), pytest.approx(246, abs=0.1))
        assert trim.left - bleed.left == pytest.approx(3 * MM, abs=0.1) and page.mediabox == bleed


def test_there_is_one_ink(pressed, book) -> None:
    assert colours(book.reader)
    assert colours(pressed.reader) == set()


def test_drawings_patterns_and_pictures_are_grey(tmp_path, print_text) -> None:
    (tmp_path / "drawing.svg").write_text(DRAWING, encoding="utf-8")
    Image.new("RGB", (4, 4), "#d62728").save(tmp_path / "dots.png")
    text = "# Title\n\n![Two fields](drawing.svg)\n\n![Four dots](dots.png)\n"
    assert colours(print_text(text).reader)
    reader = print_text(text, builder="press").reader
    assert colours(reader) == set()
    pictures = [image.image for page in reader.pages for image in page.images]
    assert [picture.mode for picture in pictures] == ["L"]


def test_the_pages_are_even_in_number_and_chapters_open_on_the_right(pressed) -> None:
    assert len(pressed.pages) % 2 == 0
    openings = [
        n for n, page in enumerate(pressed.pages, start=1) if re.match(r"Chapter \d|Before$|Verification Text", page)
    ]
    assert len(openings) >= 3 and all(n % 2 for n in openings), openings
    blank = {n for n, page in enumerate(pressed.pages, start=1) if not page}
    assert blank >= {2, 4, len(pressed.pages) - 1}


def test_it_begins_and_ends_with_the_cover(pressed) -> None:
    first, last = pressed.pages[0], pressed.pages[-1]
    assert first == "Small Ledgers An edition for tests A. N. Author" and last.startswith("Small Ledgers")
    assert pressed.pages[2] == "Small Ledgers"
    assert pressed.reader.page_labels[0] == pressed.reader.page_labels[-1] == ""


def test_nothing_can_be_clicked_and_an_address_that_is_not_shown_stands_at_the_end(print_text) -> None:
    text = "# Title\n\nAs [she wrote](https://www.example.org/%C3%A4%C3%B6/b.html#:~:text=as) at <https://example.org/c>.\n"
    printed = print_text(text, builder="press")
    assert not any("/Annots" in page for page in printed.reader.pages)
    [page] = [page for page in printed.pages if page.startswith("Addresses")]
    assert "vii she wrote: example.org/äö/b.html" in page and "example.org/c" not in page


def test_an_address_is_bare_on_paper() -> None:
    assert bare("https://www.example.org/a/#:~:text=x") == "example.org/a"
    assert bare("http://example.org/a#b") == "example.org/a#b"


def test_a_grey_is_as_light_as_its_colour() -> None:
    assert lightness([0.3]) == 0.3
    assert lightness([0.3, 0.3, 0.3]) == pytest.approx(0.3, abs=0.001)
    assert lightness([0, 0, 1]) < lightness([1, 0, 0]) < lightness([0, 1, 0])


def test_strings_and_patterns_are_passed_over() -> None:
    assert (
        grey(b"/c0 cs 1 1 1 scn (1 0 0 rg) Tj /Pattern cs /p0 scn 0 0 0 RG")
        == b" 1.0000 g (1 0 0 rg) Tj /Pattern cs /p0 scn 0.0000 G"
    )


def test_a_picture_keeps_what_is_transparent(tmp_path) -> None:
    Image.new("RGBA", (2, 2), (255, 0, 0, 128)).save(tmp_path / "in.png")
    grey_picture(tmp_path / "in.png", tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as picture:
        assert picture.mode == "LA" and picture.getpixel((0, 0))[1] == 128


def test_two_builds_give_the_same_bytes(pressed, print_root) -> None:
    assert print_root("book", builder="press").pdf.read_bytes() == pressed.pdf.read_bytes()
