"""Chapters, paragraphs, lists and boxes; nodes that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sphinx.errors import ConfigError


def test_code_is_absent_and_outputs_are_present(book) -> None:
    text = " ".join(book.pages)
    assert "secret" not in text
    assert "said aloud" in text
    assert "A B x 3.5" in text


def test_the_preface_takes_another_name_than_the_book(book) -> None:
    assert book.pages[5].startswith("About this book This is the preface.")


def test_a_preface_with_a_name_keeps_it(print_root) -> None:
    assert any(page.startswith("Why this book It has chapters") for page in print_root("plain").pages)


def test_chapters_say_their_number(book) -> None:
    assert book.pages[book.page_of("Names keep their letters")].startswith("Chapter 1 The first chapter")


def test_lists_quotations_and_lines(book) -> None:
    page = book.pages[book.page_of("A quotation that stands alone.")]
    assert "A quotation that stands alone. — Somebody" in page
    text = " ".join(book.pages)
    assert "a line another line" in text and "1. One" in text and "• inner" in text


def test_terms_that_stand_together_are_one_list(print_text) -> None:
    text = "# Title\n\n```{glossary}\none\n  The first.\n\ntwo\n  The second.\n\nthree\n  The third.\n```\n"
    reader = print_text(text).reader
    tags = [entry.get_object().get("/S") for entry in structure(reader.trailer["/Root"]["/StructTreeRoot"])]
    assert tags.count("/L") == 1 and tags.count("/LI") == 3


def structure(element) -> Iterator:
    """Yield the elements of the structure of a file."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid := kid.get_object(), dict):
            yield kid
            yield from structure(kid)


def test_a_name_in_another_language_is_tagged_with_it(print_text) -> None:
    reader = print_text("# Title\n\nThe town of Ակնա.\n").reader
    assert any(b"/Lang(hy)" in page.get_contents().get_data() for page in reader.pages)


def test_terms_and_fields(book) -> None:
    page = book.pages[book.page_of("A list of claims.")]
    assert "ledger A list of claims." in page
    assert "Term Its definition." in page
    assert "field its body" in page


def test_an_edition_note_is_not_like_other_boxes(book) -> None:
    assert '#edition-note[#"Edition note";]' in book.source
    assert '#admonition[#"Note";]' in book.source


def test_what_has_a_class_is_set_by_the_function_that_the_settings_name(print_text) -> None:
    text = (
        "# Title\n\n{.sea}\nA wave.\n\n{.reading}\nA thought.\n\n{.sky}\nA cloud.\n\n"
        ":::{admonition} Of the sea\n:class: sea-note\n\nAnother.\n:::\n\n"
        ":::{table}\n:class: sea-table\n\n| a |\n|---|\n| 1 |\n:::\n"
    )
    classes = {"sea": "epigraph", "sea-note": "edition-note", "sea-table": "data-table"}
    printed = print_text(text, print_classes=classes, myst_enable_extensions=["attrs_block", "colon_fence"])
    assert printed.warnings == ""
    for call in ('#epigraph[#"A wave."', '#reading[#"A thought."', '#edition-note[#"Of the sea"', "#data-table("):
        assert call in printed.source
    assert '[#"A cloud."' not in printed.source, "a class that nobody names changes nothing"


def test_a_function_that_the_template_has_not_is_named(print_text) -> None:
    with pytest.raises(
        ConfigError, match="sea: the template has no function epigraf; write epigraph, if that is meant"
    ):
        print_text("# Title\n", print_classes={"sea": "epigraf"})


def test_a_raised_sign_with_a_class_is_set_by_its_function(print_text) -> None:
    printed = print_text("# Title\n\nOne{sup}`st`.\n")
    assert '#super[#"st"' in printed.source


def test_a_formula_fails_by_name(print_text) -> None:
    printed = print_text("# Title\n\nText.\n\n```{math}\na + b\n```\n")
    assert "index.md:5: WARNING: a formula cannot be printed: a + b; write it in words" in printed.warnings


def test_what_refers_to_a_formula_by_its_number_does_not_stop_the_build(print_text) -> None:
    printed = print_text("# Title\n\nSee {eq}`sum`.\n\n```{math}\n:label: sum\na + b\n```\n")
    assert "index.md:5: WARNING: a formula cannot be printed: a + b" in printed.warnings
    assert printed.warnings.count("WARNING") == 1 and "See (1)." in printed.pages[-1]


def test_an_unknown_node_fails(print_text) -> None:
    printed = print_text("# Title\n\nText.\n\n```{eval-rst}\n.. productionlist::\n   a: b\n```\n")
    assert "WARNING: the printed book has no rule for 'production" in printed.warnings


NODES = """# Title

```{eval-rst}
c) three
d) four

iv. fourth

(A) capital

-a            option a
-b FILE       option b

term : first : second
    definition

| line one
|    indented line

.. code-block:: python
   :caption: A caption of code
   :name: lst

   x = 1

.. list-table::
   :stub-columns: 1

   * - stub
     - body

.. csv-table::

   "no head", "r2"

.. hlist::

   * A1
   * B1

.. versionadded:: 2.0
   New thing.

>>> 1 + 1
2

.. centered:: Centred words

.. seealso:: See this.

.. topic:: Topic title

   topic text

.. sidebar:: Side title
   :subtitle: Subtitle of it

   side text
```
"""


def test_nodes_of_every_kind_are_printed(print_text) -> None:
    printed = print_text(NODES)
    assert printed.warnings == ""
    assert printed.lost == []
    page = " ".join(printed.pages)
    for text in (
        "c) three d) four",
        "iv. fourth",
        "(A) capital",
        "-b FILE option b",
        "term : first : second definition",
        "Listing 1. A caption of code x = 1",
        "Side title Subtitle of it side text",
    ):
        assert text in page
    assert re.search(r'rows: 1, bold: true\)\[(/\*\S+\*/)?#"stub";', printed.source)
    assert re.search(r'rows: 1\)\[(/\*\S+\*/)?#"no head";', printed.source)


@pytest.mark.parametrize("around", ["{}", "::::{{container}} cell\n\n{}\n::::"])
def test_a_paragraph_that_leads_to_a_table_is_on_its_page(print_text, around: str) -> None:
    """Before them is a page that has room for one line more, or for two, or for none."""
    rows = "| A | B |\n|---|---|\n" + "| 1 | 2 |\n" * 3
    for lines in range(26, 32):
        text = (
            "# Title\n\n"
            + "A line of words.\\\n" * lines
            + f"End.\n\n## Section\n\nIt leads on.\n\n{around.format(rows)}"
        )
        printed = print_text(text)
        assert printed.page_of("It leads on.") == printed.page_of("A B 1 2"), lines
