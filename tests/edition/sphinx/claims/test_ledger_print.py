"""The ledger on paper follows the numbers that stand beside the marks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from edition.sphinx.claims.ledger_print import finding, in_order, number


@pytest.mark.parametrize(("id", "said"), [("C001", "1"), ("C020", "20"), ("C100", "100")])
def test_a_number_has_no_zeros_before_it(id: str, said: str) -> None:
    assert number(SimpleNamespace(id=id)) == said


def test_rows_follow_the_numbers_and_not_the_file() -> None:
    assert list(in_order({"C010": None, "C129": None, "C002": None})) == ["C002", "C010", "C129"]


def test_what_was_found_is_one_paragraph_of_sentences() -> None:
    assert finding(["94", "", "Of 99 trees."]).astext() == "We find: 94. Of 99 trees."
