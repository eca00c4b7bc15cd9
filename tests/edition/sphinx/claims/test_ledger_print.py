"""The ledger on paper follows the numbers that stand beside the marks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from docutils import nodes

from edition.ledger.independence import Support
from edition.sphinx.claims.ledger_print import compact, entry, number


@pytest.mark.parametrize(
    ("id", "said"), [("C001", "1"), ("C020", "20"), ("C100", "100"), ("M007", "7"), ("claim-20", "20")]
)
def test_a_number_has_no_zeros_before_it(id: str, said: str) -> None:
    assert number(SimpleNamespace(id=id)) == said


CLAIM = SimpleNamespace(
    id="C020", mark="○", verdict="open", statement="The bees slept", article="June", limits="", method="none"
)


def entries(found: list[str], *, how: str = "") -> nodes.definition_list:
    """Return the ledger of one claim that has no source."""
    known = SimpleNamespace(cited={"C020": []}, support={"C020": Support()}, sources={})
    texts = [nodes.Text(how)] if how else []
    return compact([entry(known, CLAIM, "claim-c020", nodes.Text("C020"), found, texts, [])])


def test_number_and_verdict_of_a_claim_are_one_line_to_which_the_marks_lead() -> None:
    [head] = entries(["Nobody saw them."]).findall(nodes.term)
    assert head.astext() == "C020 ○ open" and head["ids"] == ["claim-c020"]


def test_below_it_stand_what_is_said_what_is_found_and_the_evidence() -> None:
    said, ours, evidence = entries(["Nobody saw them"], how="Documented").findall(nodes.paragraph)
    assert said.astext() == "The bees slept [June]"
    assert ours.astext() == "We find: Nobody saw them."
    assert evidence.astext() == "Documented. No source. " and evidence["classes"] == ["details"]


def test_nothing_is_said_of_what_was_not_found() -> None:
    assert [part.astext() for part in entries([""]).findall(nodes.paragraph)] == [
        "The bees slept [June]",
        "No source. ",
    ]
