"""Figures and tables of pages without a number are counted under a letter."""

from __future__ import annotations

from edition.sphinx.lettered import marks

TABLE = (
    "```{{table}} What {0} holds\n:name: tab-{0}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n\nIn {{numref}}`tab-{0}`.\n"
)
INDEX = (
    "# The orchard\n\n```{toctree}\n:numbered: 1\n\ntrees\n```\n\n"
    "```{toctree}\n:glob:\n\nabout\nattic\nverification\nzz\n```\n"
)


def test_a_page_is_known_by_the_first_letters_of_its_title_that_no_other_has() -> None:
    assert marks({"a": "About", "b": "Attic", "c": "Attics", "d": "“Data”"}) == {
        "a": "A",
        "b": "AT",
        "c": "ATT",
        "d": "D",
    }


def test_a_title_that_begins_as_another_or_stands_twice_is_told_apart_too() -> None:
    titles = dict(enumerate(["Verification", "V", "Notes", "Notes", "No", "Notes", "Notes", "Notes", "Notes"]))
    assert len({*marks(titles).values()}) == len(titles)
    assert marks({"a": "Verification", "b": "V"}) == {"a": "V", "b": "V2"}


def test_caption_and_reference_have_the_letter_and_a_numbered_chapter_its_number(miniature) -> None:
    miniature.page("index", INDEX)
    for name in ("trees", "about", "attic"):
        miniature.page(name, f"# The {name}\n\n{TABLE.format(name)}".replace("# The a", "# A"))
    assert miniature.build() == ""
    for name, number in {"trees": "1.1", "about": "A.1", "attic": "AT.1"}.items():
        page = miniature.built(name)
        assert page.find(class_="caption-number").text.strip() == f"Table {number}."
        assert page.find(class_="std-numref").text == f"Table {number}"


def test_a_book_without_numbers_keeps_its_plain_count(miniature) -> None:
    for name in ("about", "attic"):
        miniature.page(name, f"# The {name}\n\n{TABLE.format(name)}")
    assert miniature.build() == ""
    assert [miniature.built(name).find(class_="std-numref").text for name in ("about", "attic")] == [
        "Table 1",
        "Table 2",
    ]
