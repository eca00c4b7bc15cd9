"""The line at the head of a chapter that says how its statements fared."""

from __future__ import annotations

from dataclasses import fields

import pytest

from edition.ledger.claim import Claim
from edition.sphinx.claims.headline import in_words

USUAL = {field.name: "" for field in fields(Claim)} | {"kind": "event"}


def claims(*verdicts: str, wordings: int = 0) -> list[Claim]:
    """Return claims with these verdicts, and some of wording."""
    rows = [{"verdict": verdict} for verdict in verdicts]
    rows += [{"verdict": "confirmed", "kind": "wording"}] * wordings
    return [Claim(**USUAL | row) for row in rows]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (claims("differs"), "1 statement: 1 differs ≠"),
        (claims("differs", "differs"), "2 statements: 2 differ ≠"),
        (claims("differs", "confirmed", "differs"), "3 statements: 1 confirmed ✓, 2 differ ≠"),
        (
            claims("nuanced", "not checkable here", "differs"),
            "3 statements: 1 nuanced ≈, 1 differs ≠, 1 not checkable here ○",
        ),
        (claims("confirmed", wordings=2), "3 statements: 1 confirmed ✓, 2 of wording"),
    ],
)
def test_verdicts_are_counted_in_words_that_fit_the_number(found: list[Claim], words: str) -> None:
    assert in_words(found) == words


def test_the_line_stands_under_the_title_of_a_chapter_of_the_ledger_and_leads_to_it(orchard):
    title, line = orchard.built("orchard").h1, orchard.built("orchard").find(class_="claims-line")
    assert title.find_next_sibling() == line
    assert (
        line.text
        == "6 statements: 2 confirmed ✓, 1 nuanced ≈, 1 differs ≠, 1 not checkable here ○, 1 of wording. See the ledger."
    )
    assert line.a["href"] == "verification.html#ledger"
    assert orchard.built("before").find(class_="claims-line") is None
