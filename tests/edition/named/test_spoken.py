"""Where the text speaks of a name, and where its words end."""

from __future__ import annotations

import pytest
from docutils import nodes

from edition.named.spoken import first_word, running_text, said
from edition.named.terms import found_by


@pytest.mark.parametrize("apart", [nodes.table, nodes.footnote, nodes.citation, nodes.figure, nodes.definition_list])
def test_what_stands_apart_is_no_running_text(apart: type[nodes.Element]) -> None:
    text, other = nodes.paragraph("", "The text."), nodes.paragraph("", "Apart from it.")
    assert list(running_text(nodes.section("", text, apart("", other)))) == [text]


@pytest.mark.parametrize(
    ("address", "is_said"), [("https://example.org", False), ("ftp://example.org", False), ("page.html#a", True)]
)
def test_the_words_of_a_link_count_if_it_stays_in_the_book(address: str, is_said: bool) -> None:
    paragraph = nodes.paragraph("", "", nodes.Text("By "), nodes.reference("", "Grey", refuri=address))
    assert [text.astext() for text in said(paragraph)] == ["By ", *(["Grey"] if is_said else [])]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("As Grey said", 7),
        ("As Gre\u0301y said", 8),  # an accent of its own is a letter of the text, and none of the alphabet
        ("As “Grey’s” crew", 8),
        ("Nobody", 0),
    ],
)
def test_the_end_of_a_word_is_counted_in_letters_of_the_text(text: str, end: int) -> None:
    assert first_word(text, found_by(["Grey"])) == end
