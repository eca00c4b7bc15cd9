"""What the book says of itself comes from ``CITATION.cff``; whom to write to, from two settings."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from sphinx.errors import ExtensionError

CITATION = 'cff-version: 1.2.0\ntitle: "The orchard"\nversion: "2.5"\ndate-released: "1901-05-10"\n'
PAGE = "# About\n\nAs in {citation}`Fig. 1`.\n\n```{contact}\n```\n"


def about(miniature, **settings) -> str:
    """Return what the page *About* says with these settings."""
    miniature.write("CITATION.cff", CITATION)
    miniature.page("about", PAGE)
    assert miniature.build(**settings) == ""
    return " ".join(miniature.built("about").text.split())


def test_version_and_year_are_those_of_the_citation(miniature) -> None:
    text = about(miniature, edition_citation="The orchard, version {version}, {year}")
    assert "As in Fig. 1, The orchard, version 2.5, 1901." in text


@pytest.mark.parametrize("asked", ["{number}", "{version.__class__}", "{}", "{year"])
def test_a_citation_that_asks_for_something_else_is_named(miniature, asked: str) -> None:
    with pytest.raises(
        ExtensionError, match=r"_config.yml: edition_citation has \{.*; write \{version\} and \{year\} alone"
    ):
        about(miniature, edition_citation=f"The orchard {asked}")


@pytest.mark.parametrize(
    ("settings", "words", "address"),
    [
        ({}, "This copy names no address of its maintainers; whoever gave it to you can pass a message on.", None),
        ({"edition_repository": "https://example.org/orchard"}, "Open an issue", "https://example.org/orchard"),
        ({"edition_contact": "fruit@example.org"}, "Write to fruit@example.org", "mailto:fruit@example.org"),
        ({"edition_contact": "https://example.org/mail"}, "Write to", "https://example.org/mail"),
    ],
    ids=["none", "a repository", "a mail address", "a page"],
)
def test_a_reader_learns_whom_to_tell_of_an_error(miniature, settings, words, address) -> None:
    assert words in about(miniature, **settings)
    links = [unquote(link["href"]) for link in miniature.built("about").find_all("a", class_="external")]
    assert links == ([address] if address else [])
