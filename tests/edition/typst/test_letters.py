"""Addresses as they are written on paper, and letters that no face has."""

from __future__ import annotations

import pytest

from edition.typst.letters import in_letters, missing, readable

ADDRESSES = {
    "https://www.example.org/a/": "example.org/a",
    "http://example.org/a#:~:text=of%20it": "example.org/a",
    "mailto:keeper@example.org": "keeper@example.org",
    "https://example.org/caf%C3%A9/1.html": "example.org/café/1.html",
    "https://example.org/%D9%82%D8%AF%D8%B3-1.html": "example.org/…1.html",
    "https://example.org/a%20b%20c": "example.org/a…c",
    "Set from https://www.example.org/": "Set from https://www.example.org/",
    "100%25 of it": "100%25 of it",
}


@pytest.mark.parametrize(("address", "written"), ADDRESSES.items())
def test_an_address_has_letters_for_its_codes_and_no_scheme(address: str, written: str) -> None:
    assert readable(address) == written


def test_an_address_that_is_to_be_typed_keeps_the_codes_of_letters_that_no_face_has() -> None:
    assert in_letters("example.org/caf%C3%A9/1.html") == "example.org/café/1.html"
    assert in_letters("example.org/%D9%82%D8%AF%D8%B3-1.html") == "example.org/%D9%82%D8%AF%D8%B3-1.html"


def test_an_address_is_printed_so_and_leads_to_itself(print_text) -> None:
    printed = print_text("# Title\n\nAt <https://www.example.org/caf%C3%A9/lamps>.\n")
    assert "At example.org/café/lamps." in printed.pages[-1]
    [link] = [note.get_object() for note in printed.reader.pages[-1]["/Annots"] if "/A" in note.get_object()]
    assert link["/A"]["/URI"] == "https://www.example.org/caf%C3%A9/lamps"


def test_a_letter_is_missing_if_no_face_has_it() -> None:
    assert missing("Lamp ≠ լամպ ლ") == ["ლ"]
