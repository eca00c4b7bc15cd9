"""What can be taken along: only what is there, and the same archive each time."""

from __future__ import annotations

import io
import zipfile

import pytest

from edition.package.archive import archive
from edition.sphinx.downloads import size

PAGE = """\
# Hosts

```{data-table} hives
:columns: year | hives
:headings: Year | Hives
:widths: 50 50
```
"""


@pytest.fixture(scope="module")
def shelf(new_miniature):
    """A book with a page that prints a table, whose theme has the list, and beside which a printed book was made."""
    book = new_miniature()
    book.page("hives", PAGE)
    book.page("data", "# Data\n\n```{codebook}\n```\n")
    book.page("reading", "# Reading\n\nOn paper: {printed}`orchard.pdf` and {printed}`seeds.pdf`.\n")
    book.write("orchard.epub", "e" * 250_000)
    book.write("orchard.pdf", "p" * 1200)
    printed = [str(book.root / name) for name in ("orchard.epub", "orchard.pdf")]
    assert book.build(html_theme="sphinx_book_theme", edition_printed=printed) == ""
    return book


def listed(book, name):
    """Return what the foot of a page offers, each with the file that it leads to."""
    page = book.whole(name)
    links = page.select(".page-files a[download]")
    return {link.text: (book.pages / link["href"]).resolve() for link in links}, page.select_one(".page-files").text


def test_a_page_offers_its_tables_and_the_book_all_that_is_there(shelf):
    files, text = listed(shelf, "hives")
    assert list(files) == ["hives.csv", "orchard.pdf", "orchard.epub", "data.zip", "ledger.json", "ledger.schema.json"]
    assert all(file.is_file() for file in files.values())
    assert files["hives.csv"].read_text("utf-8") == (shelf.root / "data" / "hives.csv").read_text("utf-8")
    assert "orchard.pdf (1 kB)" in text and "orchard.epub (0.2 MB)" in text
    assert next(iter(listed(shelf, "verification")[0])) == "orchard.pdf"


def test_a_file_that_the_text_names_is_a_link_if_it_is_there(shelf):
    page = shelf.whole("reading")
    [link] = page.select("article p a:not(.headerlink, .paragraph-place)")
    assert link.text == "orchard.pdf" and (shelf.pages / link["href"]).resolve().is_file()
    assert [name.text for name in page.select("article p code")] == ["seeds.pdf"]


def test_what_was_printed_for_an_earlier_build_goes(new_miniature):
    book = new_miniature()
    book.write("orchard.pdf", "p")
    assert book.build(html_theme="sphinx_book_theme", edition_printed=[str(book.root / "orchard.pdf")]) == ""
    assert book.build(html_theme="sphinx_book_theme") == ""
    assert [file.name for file in (book.pages.parent / "downloads").iterdir()] == ["data.zip"]


def test_the_archive_holds_the_package_and_is_the_same_each_time(shelf):
    packed = archive(shelf.root / "data")
    assert packed == archive(shelf.root / "data") == (shelf.pages.parent / "downloads" / "data.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        assert {"data/datapackage.json", "data/hives.csv", "data/sources.csv"} < set(found.namelist())
        for name in found.namelist():
            assert found.read(name) == (shelf.root / name).read_bytes()


@pytest.mark.parametrize(("count", "said"), [(1, "1 kB"), (1499, "1 kB"), (99_000, "99 kB"), (3_410_000, "3.4 MB")])
def test_a_size_is_said_as_a_reader_wants_it(count, said):
    assert size(count) == said
