"""The page for an address that leads nowhere names places that are found from wherever it is shown."""

from __future__ import annotations

import pytest

SETTINGS = {"html_theme": "sphinx_book_theme"}


@pytest.mark.parametrize(
    ("address", "root", "places"),
    [
        ("", "/", ["/", "", "../"]),  # and the folder of a page, and the one above: pages lie in a folder
        ("https://example.org/orchard", "/orchard/", ["/orchard/"]),
        ("https://example.org/", "/", ["/"]),
    ],
)
def test_its_links_begin_at_the_root_of_the_host_or_at_the_address_of_the_book(miniature, address, root, places):
    miniature.page("trees", "# Trees\n\nThere are two.\n")
    assert miniature.build(html_baseurl=address, **SETTINGS) == ""
    lost = miniature.whole("../404")
    assert lost.html["data-root"] == root
    assert [link["href"] for link in lost.find_all("a", string="Trees")] == [f"{root}book/trees.html"]
    assert lost.form["action"] == f"{root}search.html"
    assert [script["src"] for script in lost.find_all("script")] == [f"{place}_static/lost.js" for place in places]
