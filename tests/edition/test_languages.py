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
        ("п. 1: “Москва, 16 марта”.", [("п", "ru"), (". 1: “", None), ("Москва, 16 марта", "ru"), ("”.", None)]),
        ("in “Вірменії 10 їх” too", [("in “", None), ("Вірменії 10 їх", "uk"), ("” too", None)]),
        ("it says “est arrivé en France”", [("it says “", None), ("est arrivé en France", "fr"), ("”", None)]),
        ("“Am 19. August trafen sich”", [("“", None), ("Am 19. August trafen sich", "de"), ("”", None)]),
        ("“şehit olan asker sayısı”", [("“", None), ("şehit olan asker sayısı", "tr"), ("”", None)]),
        ("“ilk dəfə Bakıda ilə”", [("“", None), ("ilk dəfə Bakıda ilə", "az"), ("”", None)]),
        ("“vota per la riunificazione”", [("“", None), ("vota per la riunificazione", "it"), ("”", None)]),
        ("“doqquzuncu görüşü”", [("“doqquzuncu görüşü”", None)]),  # too short to tell
        ("“What do you want us to do?”", [("“What do you want us to do?”", None)]),
        (
            "“trade between Russia and Türkiye reached a record”",
            [("“trade between Russia and Türkiye reached a record”", None)],
        ),
    ],
)
def test_words_are_marked_by_letters_that_one_language_has(text: str, parts: list) -> None:
    made = list(marked(text))
    assert [(part.astext(), language(part) if isinstance(part, nodes.inline) else None) for part in made] == parts
