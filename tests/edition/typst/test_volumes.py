"""Volumes of one book: each is whole, and names the pages of the others."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from pypdf import PdfReader
from sphinx.errors import ConfigError

from edition.typst.inline import in_brackets
from edition.typst.volumes import volumes

FIRST = {"name": "ledgers", "short": "Text", "isbn": "978-0-00-000000-2"}
SECOND = {
    "name": "tables",
    "short": "Tables",
    "subtitle": "The second volume",
    "pages": ["ledger"],
    "legend": {"title": "The signs", "of": ["signs"]},
}
VOLUMES = [FIRST, {**SECOND, "shared": ["bibliography", "genindex"]}]


@pytest.fixture(scope="module")
def shelf(print_once) -> tuple:
    """The miniature book in two volumes: what was printed, and the second one to be read."""
    printed = print_once("book", print_volumes=VOLUMES)
    return printed, PdfReader(printed.pdf.with_name("tables.pdf"))


def text(reader: PdfReader) -> str:
    """Return the text of a volume with simple spaces."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_what_one_volume_holds_the_other_does_not(shelf) -> None:
    printed, second = shelf
    assert printed.warnings == ""
    assert "The evidence differs" in text(printed.reader) and "The evidence differs" not in text(second)
    assert "The second volume" in second.pages[2].extract_text()
    assert "C045" in text(second) and "C045" not in text(printed.reader)


def test_each_volume_says_on_its_imprint_that_there_is_another(shelf) -> None:
    printed, second = shelf
    assert "“Tables, p. 12”" in printed.pages[3] and "ISBN 978-0-00-000000-2" in printed.pages[3]
    assert "“Text, p. 12”" in " ".join(second.pages[3].extract_text().split())


def test_a_volume_is_called_on_its_half_title_as_on_its_title_page(shelf) -> None:
    printed, second = shelf
    assert printed.pages[0] == "Small Ledgers"
    assert " ".join(second.pages[0].extract_text().split()) == "Small Ledgers Tables"


def test_a_volume_explains_its_signs_before_its_chapters_as_the_first_page_does(shelf) -> None:
    _, second = shelf
    [page] = [place for place, text in enumerate(second.pages) if "This is the preface." in text.extract_text()]
    assert " ".join(second.pages[page].extract_text().split()).startswith("The signs This is the preface.")
    assert second.page_labels[page] == "vi"


def test_signs_that_the_first_page_does_not_explain_are_named(print_root) -> None:
    with pytest.raises(ConfigError, match="tables: legend: the first page has no c055"):
        print_root("book", print_volumes=[FIRST, {**SECOND, "legend": {"title": "Signs", "of": ["signs", "c055"]}}])


def test_a_link_into_the_other_volume_leads_to_the_file_and_names_the_page(shelf) -> None:
    printed, second = shelf
    links = [
        str(annotation.get_object()["/A"]["/URI"])
        for page in printed.reader.pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    inside = [link for link in links if link.startswith("tables.pdf#page=")]
    assert inside
    for link in inside:
        assert "C0" in second.pages[int(link.rpartition("=")[2]) - 1].extract_text()
    pages = set(re.findall(r"Tables, p\. (\w+)", "".join(printed.pages[5:])))
    assert pages <= set(second.page_labels)


def test_two_builds_of_the_volumes_give_the_same_bytes(shelf, print_root) -> None:
    printed, _ = shelf
    again = print_root("book", print_volumes=VOLUMES)
    for name in ("ledgers.pdf", "tables.pdf"):
        assert again.pdf.with_name(name).read_bytes() == printed.pdf.with_name(name).read_bytes()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ([{"name": "one", "colour": "red"}], "colour"),
        ([{"name": "one"}, {"name": "one"}], "two volumes have one name"),
    ],
)
def test_a_volume_that_is_described_badly_is_refused(settings: list, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        volumes(settings, "book")


def test_a_caption_that_no_part_has_is_named(print_root) -> None:
    with pytest.raises(ConfigError, match="no part of _toc.yml has the caption .Back matter.; choose from .*Apparatus"):
        print_root("book", print_backmatter_captions=["Back matter"])


def test_a_page_that_the_book_does_not_have_is_named(print_root) -> None:
    with pytest.raises(ConfigError, match="tables: the book has no part or page nowhere"):
        print_root("book", print_volumes=[FIRST, {**SECOND, "pages": ["ledger", "nowhere"]}])


def test_a_reference_has_its_page_in_brackets_or_after_a_comma(print_text) -> None:
    filler = "\n\n".join(["Words that fill a page. " * 60] * 8)
    printed = print_text(
        f"# Title\n\nSee [there](#there), and more (see [there](#there)).\n\n{filler}\n\n(there)=\n## There\n\nX.\n"
    )
    [page] = [page for page in printed.pages if "and more" in page]
    folio = printed.folio("There X.")
    assert f"See there (p. {folio}), and more (see there, p. {folio})." in page


def test_a_bracket_counts_that_is_open_in_the_same_paragraph() -> None:
    link = nodes.reference("", "there")
    nodes.paragraph("", "", nodes.Text("One (two) "), nodes.emphasis("", "(three "), link)
    assert in_brackets(link)
    other = nodes.reference("", "there")
    nodes.paragraph("", "", nodes.Text("One (two) "), other)
    assert not in_brackets(other)
