"""A letter that nobody sees is told of, however it came onto the page."""

from __future__ import annotations

import pytest

KINDS = {
    "by its number": ("Light&#x202e;houses.", "U+202E does not belong into a text"),
    "by its name": ("Light&ZeroWidthSpace;houses.", "U+200B does not belong into a text"),
    "in a heading": ("## A light&#x2066;house", "U+2066 does not belong into a text"),
    "a soft hyphen": ("Light&shy;house.", "U+00AD does not belong into a text"),
    "accents": ("A lig" + 9 * "&#x301;" + "ht.", "9 marks stand on one letter"),
    "for a picture": ('```{image} stairs.svg\n:alt: "A light\\u202ehouse"\n```', "U+202E does not belong into a text"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_that_nobody_sees_is_an_error_with_page_and_line(miniature, kind: str) -> None:
    text, said = KINDS[kind]
    miniature.page("text", f"# Text\n\n{text}\n")
    miniature.write("book/stairs.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    warnings = miniature.build(nitpicky=False)
    assert said in warnings and "text.md" in warnings


def test_letters_of_other_scripts_and_blanks_that_part_words_are_let_through(miniature) -> None:
    right = "Az\u0259rbaycan, \u0540\u0561\u0575\u0561\u057d\u057f\u0561\u0576, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, 5&nbsp;km, a\u2009b, e\u0301, \u26a0\ufe0f."
    miniature.page("text", f"# Text\n\n{right}\n")
    assert miniature.build() == ""
