"""Tables made of plain nodes."""

from __future__ import annotations

from edition.sphinx.tables.nodes import table


def test_a_table_with_a_caption_has_an_address() -> None:
    made = table(["Field"], [["North"]], [1], "The fields of the orchard")
    assert made.children[0].astext() == "The fields of the orchard" and made["ids"] == ["the-fields-of-the-orchard"]
    assert table(["Field"], [["North"]], [1], "Fields", ids=["own"])["ids"] == ["own"]
