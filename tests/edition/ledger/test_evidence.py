"""What a computed claim rests on: tables from the code, and rows that its evidence may point to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lighthouses import DATA

from edition.ledger.claim import Claim, read_claims
from edition.ledger.evidence import Rows, misplaced, places, sources_of
from edition.package.cited import Citation
from edition.package.read import read_rows

COMPUTED = read_claims(DATA)["C001"]
TABLE = "lighthouses"
ROW = f"{TABLE}:gull-rock"
CELLS = {"C1": "book/page.md, cell 2 (line 9)"}


def claim(**changes: str) -> dict[str, Claim]:
    """Return a ledger of one computed claim."""
    return {"C1": replace(COMPUTED, **{"id": "C1", **changes})}


def test_a_claim_rests_on_the_rows_it_names_and_on_the_tables_of_which_it_names_none() -> None:
    [one] = claim(evidence=f"{ROW} {TABLE}:other").values()
    assert places(one, {"C1": (TABLE, "claims")}) == [ROW, f"{TABLE}:other", "claims"]
    assert places(one, {}) == [ROW, f"{TABLE}:other"]


def test_rows_of_the_tables_that_the_code_reads_are_right() -> None:
    assert misplaced(claim(evidence=ROW), {"C1": (TABLE,)}, CELLS) == []
    assert misplaced(claim(evidence=""), {"C1": (TABLE,)}, CELLS) == []


@pytest.mark.parametrize(
    ("evidence", "tables", "fault"),
    [
        (
            ROW,
            ("claims",),
            f"data/claims.csv, row 1: C1: its evidence names {ROW}, but its cell, {CELLS['C1']}, reads claims; correct",
        ),
        (TABLE, (TABLE,), f"data/claims.csv, row 1: C1: its evidence names a whole table, {TABLE}, which follows from"),
        ("", (), f"{CELLS['C1']}: C1: its cell computes it from no table; let the value come from load"),
    ],
)
def test_other_evidence_is_refused_with_place_claim_and_cure(
    evidence: str, tables: tuple[str, ...], fault: str
) -> None:
    [line] = misplaced(claim(evidence=evidence), {"C1": tables}, CELLS)
    assert line.startswith(fault)


def test_only_computed_claims_that_a_cell_checks_are_looked_at() -> None:
    assert misplaced(claim(evidence="nothing:at-all", method="looked up"), {"C1": (TABLE,)}, CELLS) == []
    assert misplaced(claim(evidence="nothing:at-all"), {}, {}) == []


@pytest.mark.parametrize(
    ("own", "of_row", "expected"),
    [
        (("a", "p. 1", ""), ("b", "p. 2", ""), [Citation("a", "p. 1"), Citation("b", "p. 2")]),
        (("a", "", ""), ("a", "p. 2", ""), [Citation("a", "p. 2")]),
        (("a", "p. 1", ""), ("a", "p. 2", ""), [Citation("a", "p. 1")]),
        (("a", "", "the lamp"), ("a", "p. 2", ""), [Citation("a", "", "the lamp")]),
        (("", "", ""), ("b", "p. 2", ""), [Citation("b", "p. 2")]),
    ],
)
def test_a_source_counts_once_with_the_place_that_is_named_first(
    own: tuple[str, str, str], of_row: tuple[str, str, str], expected: list[Citation]
) -> None:
    names = ("source", "locator", "words")
    rows = Rows(DATA)
    rows.of = lambda table: [{"key": "rock", **dict(zip(names, of_row, strict=True))}]
    one = replace(COMPUTED, evidence=f"{TABLE}:rock", **dict(zip(names, own, strict=True)))
    assert sources_of(one, rows) == expected


def test_rows_are_counted_from_one() -> None:
    keys = [row["key"] for row in read_rows(TABLE, DATA)]
    assert [Rows(DATA).find(f"{TABLE}:{key}")[0] for key in keys] == list(range(1, len(keys) + 1))
    assert Rows(DATA).find(TABLE) is None
