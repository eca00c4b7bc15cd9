"""Names in other languages are marked, by their letters."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document

from edition.languages import MarkLanguages, language, marked, of_quotation


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


@pytest.mark.parametrize(
    ("quoted", "name"),
    [
        ("de la", None),  # two words are too few to tell
        ("la mer est", "fr"),
        ("Le phare et la mer", "fr"),  # in capitals too
        ("the le and la mer", None),  # as many small words of English
        ("the le and la des mer", "fr"),  # fewer of them
        ("le quai Windward Leeward", None),  # one word tells nothing
        ("çà été Windward", "fr"),  # by letters that English has not
        ("fyren och ön", "sv"),
        ("маяк стоїть тут", "uk"),
        ("маяк, що стоїть тут", "uk"),  # by any of its words
        ("маяк стоит тут", "ru"),
        ("mayak gecə işığı və bir", "az"),  # as in Turkish, but for one letter
        ("gecə of the lamp and the sea", None),  # one name in an English sentence
    ],
)
def test_a_quotation_has_the_language_of_its_small_words_and_letters(quoted: str, name: str | None) -> None:
    assert of_quotation(quoted) == name


def test_a_word_in_an_english_quotation_is_marked_by_itself() -> None:
    made = list(marked("“the lamp of Əli and the sea”"))
    assert [language(part) for part in made if isinstance(part, nodes.inline)] == ["az"]
    assert "".join(part.astext() for part in made) == "“the lamp of Əli and the sea”"


@pytest.mark.parametrize(
    ("text", "name"),
    [("منارة البحر", "ar"), ("შუქურა - ზღვა", "ka"), ("Փարոս-Ծով", "hy"), ("маяк", "ru"), ("маяк її", "uk")],
)
def test_words_side_by_side_are_marked_as_one(text: str, name: str) -> None:
    [part] = marked(text)
    assert isinstance(part, nodes.inline) and (part.astext(), language(part)) == (text, name)


@pytest.mark.parametrize(
    ("classes", "name"),
    [(["wide", "language-sr-Latn"], "sr"), (["language-hy"], "hy"), (["wide"], None), ([], None)],
)
def test_an_element_says_its_language_without_its_script(classes: list[str], name: str | None) -> None:
    assert language(nodes.inline("", "x", classes=classes)) == name


def test_what_is_in_another_language_is_marked_in_the_text_of_a_page_and_nowhere_else() -> None:
    page = new_document("lamps.md")
    apart = [nodes.raw("", "маяк", format="html"), nodes.comment("", "маяк"), nodes.literal("", "маяк")]
    page += nodes.paragraph("", "", nodes.Text("The маяк, "), nodes.strong("", "маяк"), *apart)
    page += nodes.literal_block("", "маяк")
    page += nodes.paragraph("", "It says “la mer et le phare”, Grey said.")
    page += nodes.paragraph("", "A café.")
    before = page.astext()
    MarkLanguages(page).run()
    found = [one for one in page.findall(nodes.inline) if language(one)]
    assert [(one.astext(), language(one), type(one.parent).__name__) for one in found] == [
        ("маяк", "ru", "paragraph"),
        ("маяк", "ru", "strong"),
        ("la mer et le phare", "fr", "paragraph"),
    ]
    assert page.astext() == before
