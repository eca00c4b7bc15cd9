"""What a reader can take along from the built pages: the printed volumes among it, as they lie beside the pages' folder."""

from __future__ import annotations

import pytest
from built import Book, toc

from edition.package.archive import archive
from edition.paths import DATA

PAGES = [page for pages in toc().values() for page in pages]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_offers_the_book_as_it_was_made_with_it(book: Book, page: str) -> None:
    [foot] = book.pages[f"{page}.html"].select(".page-files")
    names = [link.text for link in foot.find_all("a")]
    made = [file.name for file in (*book.volumes, book.epub)]
    assert [name for name in names if name in made] == made
    assert {"data.zip", "ledger.json", "ledger.schema.json"} <= set(names)
    assert len(names) == len(set(names))


def test_what_lies_beside_the_pages_is_what_was_made_with_them(book: Book) -> None:
    folder = book.html / "downloads"
    made = [*book.volumes, book.epub]
    assert {file.name for file in folder.iterdir()} == {"data.zip", *(file.name for file in made)}
    for file in made:
        assert (folder / file.name).read_bytes() == file.read_bytes()
    assert (folder / "data.zip").read_bytes() == archive(DATA)


def test_a_chapter_offers_its_notebook_and_the_tables_it_loads(book: Book) -> None:
    foot = book.pages["book/before-the-invasion.html"].select_one(".page-files")
    names = [link.text for link in foot.find_all("a")]
    assert names[0] == "before-the-invasion.ipynb" and "arms_transfers.csv" in names and "places.csv" not in names
    places = book.pages["book/places.html"].select_one(".page-files")
    assert "places.csv" in [link.text for link in places.find_all("a")]
