"""Notes: the edition's own voice stands apart, and the article's notes keep their numbers."""

from __future__ import annotations

import pytest


def test_an_edition_note_is_set_apart_under_its_heading(orchard):
    note = orchard.built("orchard").find(class_="edition-note")
    assert "admonition" in note["class"]
    assert note.find(class_="admonition-title").text == "Edition note"


def test_an_edition_note_can_hold_a_claim(orchard):
    assert orchard.built("orchard").find(class_="edition-note").find(class_="claim").text == "16 March 1998✓"


def test_a_note_of_the_article_has_the_number_of_its_name_in_the_text_and_at_the_foot(orchard):
    page = orchard.built("orchard")
    [reference] = page.find_all("a", class_="footnote-reference")
    assert reference["href"] == "#n16"
    assert reference.text.strip("[]") == "16"
    label = page.find("aside", id="n16").find(class_="label")
    assert label.text.strip("[]") == "16"
    assert label.a["href"] == f"#{reference['id']}", "the way back to the text is lost"


def test_notes_of_the_article_may_stand_in_any_order_and_be_cited_twice(miniature):
    miniature.page("text", "# Text\n\nA.[^n30] B.[^n07] C.[^n30]\n\n[^n07]: Seven.\n[^n30]: Thirty.\n")
    assert miniature.build() == ""
    page = miniature.built("text")
    cited = [(a.text.strip("[]"), a["href"]) for a in page.find_all("a", class_="footnote-reference")]
    assert cited == [("30", "#n30"), ("7", "#n07"), ("30", "#n30")]
    assert page.find(id="n07").text.split() == ["[7]", "Seven."]
    assert page.find(id="n30").p.text == "Thirty."
    assert page.find(id="n30").find(class_="label").text.strip("[]") == "30"


def test_a_note_of_the_edition_does_not_take_the_number_of_a_note_of_the_article(miniature):
    miniature.page("text", "# Text\n\nA.[^n02] B.[^e1] C.[^n03]\n\n[^n02]: Two.\n[^e1]: Ours.\n[^n03]: Three.\n")
    assert miniature.build() == ""
    notes = miniature.built("text").find_all("a", class_="footnote-reference")
    assert len({note.text for note in notes}) == 3


def test_on_a_page_of_the_article_a_paragraph_without_an_address_is_a_reading_of_the_edition(miniature):
    text = "# Text\n\n{#text-1}\nThe article says so.\n\nThe figure shows it.\n\n- A list.\n\n:::{edition-note}\nA note.\n:::\n"
    miniature.page("text", text)
    miniature.page("other", "# Other\n\nNothing here has an address.\n")
    assert miniature.build(myst_enable_extensions=["colon_fence", "attrs_block"]) == ""
    readings = [paragraph.text for paragraph in miniature.built("text").find_all(class_="reading")]
    assert readings == ["The figure shows it."]
    assert miniature.built("other").find(class_="reading") is None


NESTED = {
    "one in another": ("A.[^n01]", {"n01": "One.[^x]", "x": "Inner."}),
    "three deep": ("A.[^n01]", {"n01": "One.[^x]", "x": "Inner.[^y]", "y": "Innermost."}),
    "in the text later too": ("A.[^n01] B.[^x]", {"n01": "One.[^x]", "x": "Inner."}),
    "a circle": ("A.[^x]", {"x": "X.[^y]", "y": "Y.[^x]"}),
    "two of one": ("A.[^n01]", {"n01": "One.[^x] and [^y]", "x": "X.", "y": "Y."}),
}


@pytest.mark.parametrize("text, notes", NESTED.values(), ids=list(NESTED))
def test_a_note_that_only_a_note_refers_to_is_on_the_page(miniature, text, notes):
    definitions = "\n".join(f"[^{name}]: {body}" for name, body in notes.items())
    miniature.page("text", f"# Text\n\n{text}\n\n{definitions}\n")
    assert miniature.build() == ""
    page = miniature.built("text")
    assert sorted(note["id"] for note in page.find_all("aside", class_="footnote")) == sorted(notes)


def test_a_note_that_nothing_refers_to_is_an_error_with_its_line(miniature):
    miniature.page("text", "# Text\n\nA.[^n01]\n\n[^n01]: One.\n[^n02]: Two.\n")
    warnings = miniature.build()
    assert "text.md, line 6: nothing refers to the note [^n02]" in warnings
    assert "n01" not in warnings


def test_a_reference_that_no_note_answers_names_its_line(miniature):
    miniature.page("text", "# Text\n\n```{eval-rst}\nSee [#lost]_.\n```\n")
    assert "text.md, line 4:" in miniature.build()


def test_there_are_letters_for_more_than_26_notes_of_the_edition(miniature):
    names = [f"x{n}" for n in range(30)]
    text = " ".join(f"A.[^{name}]" for name in names)
    miniature.page("text", f"# Text\n\n{text}\n\n" + "\n".join(f"[^{name}]: {name}." for name in names))
    assert miniature.build() == ""
    numbers = [a.text.strip("[]") for a in miniature.built("text").find_all("a", class_="footnote-reference")]
    assert numbers[:2] == ["a", "b"] and numbers[25:28] == ["z", "aa", "ab"]
