"""Names in other languages are marked, by their letters."""

from __future__ import annotations

import pytest
from docutils import nodes

from edition.languages import language, marked


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Aghdam, Ակնա", [("Aghdam, ", None), ("Ակնա", "hy")]),
        ("Москва, 16 марта", [("Москва", "ru"), (", 16 ", None), ("марта", "ru")]),
        ("Степан Акерт", [("Степан Акерт", "ru")]),
        ("in Əsgəran now", [("in ", None), ("Əsgəran", "az"), (" now", None)]),
        ("Erdoğan", [("Erdoğan", None)]),
    ],
)
def test_words_are_marked_by_letters_that_one_language_has(text: str, parts: list) -> None:
    made = list(marked(text))
    assert [(part.astext(), language(part) if isinstance(part, nodes.inline) else None) for part in made] == parts
