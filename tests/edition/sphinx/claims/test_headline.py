"""The line at the end of a chapter that says how its claims fared."""

from __future__ import annotations

from dataclasses import fields

import pytest

from edition.ledger.claim import Claim
from edition.sphinx.claims.headline import in_words

USUAL = {field.name: "" for field in fields(Claim)} | {"kind": "event"}


def claims(*verdicts: str, wordings: int = 0) -> list[Claim]:
    """Return claims with these verdicts, and some of wording."""
    rows = [{"verdict": verdict} for verdict in verdicts]
    rows += [{"verdict": "agrees", "kind": "wording"}] * wordings
    return [Claim(**USUAL | row) for row in rows]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (claims("differs"), "1 claim: 1 differs ≠"),
        (claims("differs", "differs"), "2 claims: 2 differ ≠"),
        (claims("differs", "agrees", "differs", "agrees"), "4 claims: 2 agree ✓, 2 differ ≠"),
        (
            claims("imprecise", "open", "contested", "differs"),
            "4 claims: 1 imprecise ≈, 1 contested ⇄, 1 differs ≠, 1 open ○",
        ),
        (claims("agrees", wordings=2), "3 claims: 1 agrees ✓, 2 of wording"),
    ],
)
def test_verdicts_are_counted_in_words_that_fit_the_number(found: list[Claim], words: str) -> None:
    assert in_words(found) == words


def test_the_line_stands_at_the_end_of_a_chapter_before_its_notes_and_leads_to_the_ledger(orchard):
    line = orchard.built("orchard").find(class_="claims-line")
    assert line.find_next(class_="footnote")
    assert "Planted on" in line.find_previous_sibling().text
    assert line.text == "6 claims: 2 agree ✓, 1 imprecise ≈, 1 differs ≠, 1 open ○, 1 of wording. See the ledger."
    assert line.a["href"] == "verification.html#ledger"
    assert orchard.built("before").find(class_="claims-line") is None
