"""Registers on paper."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document

from edition.typst.registers import run_in_sources


def entry(text: str) -> nodes.entry:
    """Return a cell of one paragraph."""
    return nodes.entry("", nodes.paragraph("", text))


def table(*classes: str) -> nodes.document:
    """Return a tree with a table of three columns, the second one the widest."""
    rows = [nodes.row("", *map(entry, texts)) for texts in (["When", "What", "Source"], ["1901", "A storm", "Diary"])]
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in (10, 60, 30)))
    group += [nodes.thead("", rows[0]), nodes.tbody("", rows[1])]
    tree = new_document("")
    tree += nodes.table("", group, classes=[*classes])
    run_in_sources(tree)
    return tree


def test_the_sources_of_a_row_stand_below_what_they_are_of() -> None:
    made = table("data-table", "sources-last")
    assert [cell.astext() for cell in made.findall(nodes.entry)] == ["When", "What; source", "1901", "A storm\n\nDiary"]
    assert [spec["colwidth"] for spec in made.findall(nodes.colspec)] == [10, 60]
    assert [paragraph["classes"] for paragraph in made.findall(nodes.paragraph)][-1] == ["details"]


def test_other_tables_stay_as_they_are() -> None:
    assert [cell.astext() for cell in table("data-table").findall(nodes.entry)][-1] == "Diary"
