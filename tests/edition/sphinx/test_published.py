"""A book with an address has a map of its pages and a card; without one it has neither."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from edition.sphinx.published import CARD_FILE, MAP, MAP_FILE

SETTINGS = {"html_theme": "sphinx_book_theme"}
BASE = "https://example.org/orchard"


@pytest.fixture
def orchard(miniature):
    """A book of two pages that says when it was made."""
    miniature.write("CITATION.cff", 'title: "The orchard"\ndate-released: "1901-05-10"\n')
    miniature.page("trees", "# Trees\n\nThere are two.\n")
    return miniature


def cards(miniature) -> dict[str, str]:
    """Return what a page says to those who show a link to it."""
    found = miniature.whole("trees").find_all("meta", property=True)
    return {one["property"]: one["content"] for one in found if one["property"].startswith(("og:image", "og:url"))}


@pytest.mark.parametrize("address", [BASE, f"{BASE}/"])
def test_a_book_with_an_address_has_a_map_and_a_card(orchard, address: str) -> None:
    assert orchard.build(html_baseurl=address, **SETTINGS) == ""
    html = orchard.root / "_build" / "html"
    pages = ElementTree.parse(html / MAP_FILE).getroot()
    entries = {page.find(f"{{{MAP}}}loc").text: page.find(f"{{{MAP}}}lastmod").text for page in pages}
    assert entries[f"{BASE}/book/trees.html"] == "1901-05-10" and len(entries) > 1
    assert all((html / Path(place).relative_to(BASE)).is_file() for place in entries)
    said = cards(orchard)
    assert said["og:image"] == f"{BASE}/{CARD_FILE}" and said["og:url"] == f"{BASE}/book/trees.html"
    assert Image.open(io.BytesIO((html / CARD_FILE).read_bytes())).size == (
        int(said["og:image:width"]),
        int(said["og:image:height"]),
    )


def test_a_book_without_an_address_has_neither(orchard) -> None:
    assert orchard.build(**SETTINGS) == ""
    html = orchard.root / "_build" / "html"
    assert not (html / MAP_FILE).exists() and not (html / CARD_FILE).exists() and cards(orchard) == {}
