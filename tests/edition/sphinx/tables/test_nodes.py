"""Tables made of plain nodes."""

from __future__ import annotations

from docutils import nodes

from edition.sphinx.tables.nodes import table


def test_numbers_are_set_to_the_right_with_their_head() -> None:
    made = table(["Field", "Trees", "Note"], [["North", "1,200.5", "12"], ["South", "–", "old"]], [1, 1, 1])
    right = ["text-right" in cell["classes"] for cell in made.findall(nodes.entry)]
    assert right == [False, True, False] * 3


def test_a_table_with_a_caption_has_an_address() -> None:
    made = table(["Field"], [["North"]], [1], "The fields of the orchard")
    assert made.children[0].astext() == "The fields of the orchard" and made["ids"] == ["the-fields-of-the-orchard"]
    assert table(["Field"], [["North"]], [1], "Fields", ids=["own"])["ids"] == ["own"]
