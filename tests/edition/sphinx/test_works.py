"""How many of the cited works were seen, and numbers in words."""

from __future__ import annotations

import pytest

ENTRY = "@book{{{key}, author = {{Pip, A.}}, title = {{Apples}}, publisher = {{Pip}}, address = {{Kent}}, year = {{1901}}}}\n"
COUNTS = {
    "cited": "4",
    "cited:Words": "Four",
    "seen:words": "two",
    "whole": "1",
    "in part": "1",
    "through another": "1",
    "not seen": "1",
}


@pytest.fixture(scope="module")
def page(new_miniature):
    """A page that cites five works, four of them in notes of the article's, and counts them."""
    book = new_miniature()
    book.write("references.bib", "".join(ENTRY.format(key=f"pip_{name}") for name in "abcde"))
    book.sources(
        whole={"bibkey": "pip_a", "seen": "whole"},
        excerpt={"bibkey": "pip_a", "seen": "through another"},
        part={"bibkey": "pip_b", "seen": "in part"},
        hearsay={"bibkey": "pip_c", "seen": "through another"},
        ours={"bibkey": "pip_e", "seen": "whole"},
        other={"seen": "whole"},
    )
    counts = "\n\n".join(f"{name}: {{works}}`{name}`" for name in COUNTS)
    notes = "[^n01]: {cite:p}`pip_a{p. 9}`; {cite:t}`pip_b`.\n[^n02]: {cite:p}`pip_c,pip_d`.\n[^e1]: Ours: {cite:p}`pip_e`.\n"
    book.page(
        "works", f"# Works\n\nOne.[^n01] Two.[^n02] Three.[^e1]\n\n{counts}\n\n{notes}\n```{{bibliography}}\n```\n"
    )
    assert book.build() == ""
    return book.built("works")


@pytest.mark.parametrize(("name", "number"), COUNTS.items())
def test_the_works_of_the_articles_notes_are_counted(page, name, number):
    assert page.find("p", string=f"{name}: {number}")


def test_what_cannot_be_counted_is_complained_of(miniature):
    miniature.page("works", "# Works\n\nThere are {works}`read` works.\n")
    assert "{works}`read`: choose from cited, seen, whole" in miniature.build()


def test_a_number_of_a_cell_is_printed_in_words(miniature):
    prose = "There are {glue:text}`few:words` here, {glue:text}`many:words` there. {glue:text}`few:Words`. {glue:text}`few:.1f`."
    miniature.chapter("numbers", "glue('few', 3)\nglue('many', 12)", prose=prose)
    assert miniature.build() == ""
    assert "There are three here, 12 there. Three. 3.0." in miniature.built("numbers").text


@pytest.mark.parametrize("name", ["text:words", "nothing:words"])
def test_what_is_no_number_is_not_printed_in_words(miniature, name):
    miniature.chapter("numbers", "glue('text', 'May')", prose=f"It is {{glue:text}}`{name}`.")
    assert name in miniature.build()
