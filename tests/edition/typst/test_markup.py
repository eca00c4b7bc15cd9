"""Typst literals."""

import pytest

from edition.typst.markup import array, content, optional, string


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("plain", '"plain"'),
        ('say "so"', r'"say \"so\""'),
        (r"back\slash", r'"back\\slash"'),
        ("two\nlines", r'"two\nlines"'),
        ("#emph[x] *y* $z$ @w // v", '"#emph[x] *y* $z$ @w // v"'),
    ],
)
def test_text_becomes_a_literal(text: str, literal: str) -> None:
    assert string(text) == literal


def test_markup_characters_are_printed_as_they_are(print_text) -> None:
    printed = print_text("# Signs\n\nAll of\n#emph and \\\\ and \\* and $x$ and @y and [z] and // are text.\n")
    assert "All of #emph and \\ and * and $x$ and @y and [z] and // are text." in printed.pages[-1]


def test_an_array_of_one_is_an_array() -> None:
    assert array(["1"]) == "(1, )"


def test_nothing_is_none() -> None:
    assert (optional(None), optional(""), content("")) == ("none", "none", "none")
