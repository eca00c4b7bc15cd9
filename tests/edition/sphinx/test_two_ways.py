"""What the two ways of reading need of a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup


@pytest.fixture
def head(orchard) -> BeautifulSoup:
    """The head of a page."""
    return BeautifulSoup((orchard.pages / "orchard.html").read_text(encoding="utf-8"), "html.parser").head


def test_the_script_that_sets_the_way_runs_in_the_head_at_once(head):
    [script] = [script for script in head.find_all("script", src=True) if "reading.js" in script["src"]]
    assert not script.has_attr("defer") and not script.has_attr("async")


def test_its_style_sheet_comes_after_the_books(head):
    sheets = [link["href"].rpartition("/")[2].partition("?")[0] for link in head.find_all("link", rel="stylesheet")]
    assert sheets.index("edition.css") < sheets.index("reading.css")
