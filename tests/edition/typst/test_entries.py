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
