"""Names that the running text speaks of stand in the printed index, at their words."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from keepers import SETTINGS, write_keepers
from sphinx import addnodes
from sphinx.errors import ConfigError

from edition.named.spoken import tables_read
from edition.named.terms import names
from edition.typst.entries import enter, settle


@pytest.fixture
def known(tmp_path: Path) -> list:
    """The names of the small table."""
    return names(SETTINGS, write_keepers(tmp_path))


def entries(known: list, text: str, around: type[nodes.Element] = nodes.section) -> list[tuple[str, str]]:
    """Return the kinds and terms that a paragraph is entered under."""
    paragraph = nodes.paragraph("", text)
    enter(addnodes.start_of_file("", around("", paragraph)), known)
    return [entry[:2] for node in paragraph.findall(addnodes.index) for entry in node["entries"]]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("As Grey said.", [("single", "Grey, Ada")]),
        ("The Greyhound and the Board.", []),
        ("The Harbour Board.", [("single", "Harbour Board")]),
        ("At Windward.", [("single", "Lee/Windward"), ("see", "Windward; Lee/Windward")]),
        ("Northland.", []),
        ("Northland, and Northland.", [("single", "Northland")]),
    ],
)
def test_a_paragraph_is_entered_under_each_name_in_it(known: list, text: str, terms: list) -> None:
    assert entries(known, text) == terms


def test_what_is_no_running_text_is_not_entered(known: list) -> None:
    assert entries(known, "As Grey said.", nodes.footnote) == []


def rows(*paragraphs: nodes.paragraph, name: str) -> addnodes.start_of_file:
    """Return a page with a table of one row that has a cell for each paragraph."""
    cells = [nodes.entry("", paragraph) for paragraph in paragraphs]
    table = nodes.table("", nodes.tgroup("", nodes.tbody("", nodes.row("", *cells))), classes=[f"data-{name}"])
    return addnodes.start_of_file("", nodes.section("", table))


@pytest.mark.parametrize(("name", "is_entered"), [("events", True), ("ledger", False)])
def test_the_rows_of_tables_that_are_read_are_entered(known: list, name: str, is_entered: bool) -> None:
    paragraph = nodes.paragraph("", "As Grey said.")
    enter(rows(paragraph, name=name), known, tables_read([{"read": ["events"]}]))
    assert any(paragraph.findall(addnodes.index)) == is_entered


def test_the_name_of_a_source_is_not_entered(known: list) -> None:
    source = nodes.paragraph("", "", nodes.reference("", "Ada Grey, 1901", refuri="https://example.org/grey"))
    spoken = nodes.paragraph("", "", *source.deepcopy().children, nodes.Text(", where Grey said it"))
    enter(rows(source, spoken, name="events"), known, tables_read([{"read": ["events"]}]))
    assert not any(source.findall(addnodes.index))
    assert [type(part).__name__ for part in spoken] == ["reference", "Text", "index", "Text"]


def test_an_entry_stands_behind_the_first_word_of_its_name(known: list) -> None:
    paragraph = nodes.paragraph("", "", nodes.Text("They asked the Harbour Board and Grey’s crew."))
    enter(addnodes.start_of_file("", nodes.section("", paragraph)), known)
    parts = [part["entries"][0][1] if isinstance(part, addnodes.index) else part.astext() for part in paragraph]
    assert parts == ["They asked the Harbour", "Harbour Board", " Board and Grey", "Grey, Ada", "’s crew."]


def test_an_entry_between_paragraphs_moves_to_the_words(known: list) -> None:
    mark = addnodes.index(entries=[("single", "Harbour Board", "", "", None), ("single", "tides; high", "", "", None)])
    first, second = nodes.paragraph("", "Of ships."), nodes.paragraph("", "The Harbour Board came.")
    tree = addnodes.start_of_file("", nodes.section("", mark, first, second))
    settle(tree, known)
    enter(tree, known)
    assert [entry[1] for node in first.findall(addnodes.index) for entry in node["entries"]] == ["tides; high"]
    assert [type(part).__name__ for part in second] == ["Text", "index", "index", "Text"]


def test_another_name_leads_to_the_one_that_is_known(tmp_path) -> None:
    known = names([{"names": ["Harbour Board"]}, {"see": {"The Quay": "Harbour Board"}}], tmp_path)
    assert entries(known, "At the Quay.") == [("single", "Harbour Board"), ("see", "The Quay; Harbour Board")]
    with pytest.raises(ConfigError, match="no such name"):
        names([{"see": {"The Quay": "Nobody"}}], tmp_path)


def page(*parts: nodes.Element) -> addnodes.start_of_file:
    """Return a page with one section of these parts."""
    return addnodes.start_of_file("", nodes.section("", *parts))


def mark(*terms: str) -> addnodes.index:
    """Return what stands between paragraphs and enters the text that follows under `terms`."""
    return addnodes.index(entries=[("single", term, "", "", None) for term in terms])


def terms_in(node: nodes.Element) -> list[str]:
    """Return the terms that are entered in a node, in order."""
    return [entry[1] for found in node.findall(addnodes.index) for entry in found["entries"]]


def test_an_entry_stands_within_the_emphasis_that_has_its_word(known: list) -> None:
    said = nodes.emphasis("", "the Harbour Board")
    enter(page(nodes.paragraph("", "", nodes.Text("They asked "), said, nodes.Text("."))), known)
    assert [part.astext() if isinstance(part, nodes.Text) else "*" for part in said] == ["the Harbour", "*", " Board"]


def test_a_word_of_code_stays_whole(known: list) -> None:
    code = nodes.literal("", "Grey")
    paragraph = nodes.paragraph("", "", nodes.Text("See "), code)
    enter(page(paragraph), known)
    assert code.astext() == "Grey" and terms_in(code) == [] and terms_in(paragraph) == ["Grey, Ada"]


def test_another_name_sends_the_reader_there_once(known: list) -> None:
    first, second = nodes.paragraph("", "At Windward."), nodes.paragraph("", "At Windward, again.")
    enter(page(first, second), known)
    assert terms_in(first) == ["Lee/Windward", "Windward; Lee/Windward"] and terms_in(second) == ["Lee/Windward"]


def test_a_page_within_another_is_entered_once(known: list) -> None:
    paragraph = nodes.paragraph("", "As Grey said.")
    enter(addnodes.start_of_file("", page(paragraph)), known)
    assert terms_in(paragraph) == ["Grey, Ada"]


def test_the_first_page_of_the_book_is_left_out(known: list) -> None:
    paragraph = nodes.paragraph("", "As Grey said.")
    enter(nodes.section("", paragraph), known)
    assert terms_in(paragraph) == []


def test_an_entry_without_its_words_moves_to_the_first_paragraph_and_stays_in_its_section(known: list) -> None:
    first, second, next_one = (nodes.paragraph("", text) for text in ("Of ships.", "Of fog.", "The tides."))
    tree = page(mark("tides"), first, second, nodes.section("", next_one))
    settle(tree, known)
    assert [terms_in(one) for one in (first, second, next_one)] == [["tides"], [], []]
    assert isinstance(first[0], addnodes.index)
    assert not [node for node in tree[0] if isinstance(node, addnodes.index)]


def test_an_entry_without_a_paragraph_after_it_stays(known: list) -> None:
    tree = page(nodes.paragraph("", "Of ships."), mark("ships"))
    settle(tree, known)
    assert isinstance(tree[0][1], addnodes.index)


def test_the_longest_word_of_a_term_is_looked_for_first_and_none_in_its_brackets(known: list) -> None:
    first, second = nodes.paragraph("", "The lamps of 1853."), nodes.paragraph("", "The lighthouses.")
    settle(page(mark("lamps of lighthouses (1853)"), first, second), known)
    assert terms_in(first) == [] and terms_in(second) == ["lamps of lighthouses (1853)"]


@pytest.mark.parametrize(
    ("term", "best"),
    [
        ("Harbour Board", "At the Quay."),  # by the other name of one that is known, before any word of it
        ("Leeds/Wickham", "At Wickham."),  # by either name of one that is not
        ("fogs, southern", "Of fogs."),  # by what stands before the comma,
        ("fogs; in autumn", "Of fogs."),  # or the semicolon,
        ("fogs (lighthouses)", "Of fogs."),  # or the bracket
        ("Northern lights", "Of the Northerners."),  # by its longest word, as a word may begin
        ("Əlimar Rocks", "Of elimar."),  # as the alphabet sees it
    ],
)
def test_an_entry_between_paragraphs_moves_to_the_best_of_what_it_may_be_found_by(
    tmp_path: Path, term: str, best: str
) -> None:
    known = names([*SETTINGS, {"see": {"The Quay": "Harbour Board"}}], write_keepers(tmp_path))
    texts = ["The harbour in autumn: rocks, lights and southern lighthouses.", "The foggy Wickhams.", best]
    paragraphs = [nodes.paragraph("", text) for text in texts]
    settle(page(mark(term), *paragraphs), known)
    assert [text for text, paragraph in zip(texts, paragraphs, strict=True) if terms_in(paragraph)] == [best]


@pytest.mark.parametrize("term", ["oil of sea", "hunder"])
def test_short_words_and_the_middles_of_words_stand_for_no_term(known: list, term: str) -> None:
    first, second = nodes.paragraph("", "Of fog."), nodes.paragraph("", "Oil at sea, and thunder.")
    settle(page(mark(term), first, second), known)
    assert terms_in(first) == [term]


def test_the_words_of_a_link_out_of_the_book_are_not_what_an_entry_is_about(known: list) -> None:
    link = nodes.reference("", "Tides, 1901", refuri="https://example.org/tides")
    first, second = nodes.paragraph("", "", nodes.Text("By "), link), nodes.paragraph("", "The tides.")
    settle(page(mark("tides"), first, second), known)
    assert (terms_in(first), terms_in(second)) == ([], ["tides"])


def test_each_entry_of_a_mark_finds_its_own_paragraph(known: list) -> None:
    first, second = nodes.paragraph("", "Of storms."), nodes.paragraph("", "Of tides.")
    settle(page(mark("tides", "storms"), first, second), known)
    assert (terms_in(first), terms_in(second)) == (["storms"], ["tides"])


def test_an_entry_within_a_paragraph_stays_where_the_author_put_it(known: list) -> None:
    paragraph = nodes.paragraph("", "", mark("storms"), nodes.Text("Of tides and storms."))
    settle(page(paragraph, nodes.paragraph("", "Of storms.")), known)
    assert isinstance(paragraph[0], addnodes.index)


def test_the_first_paragraph_that_has_the_words_is_meant_and_none_before_the_mark(known: list) -> None:
    before, after, later = (nodes.paragraph("", "Of storms.") for _ in range(3))
    settle(page(before, mark("storms"), after, later), known)
    assert [terms_in(one) for one in (before, after, later)] == [[], ["storms"], []]
