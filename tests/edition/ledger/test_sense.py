"""No verdict is stronger than its evidence: each rule of the ledger, with what breaks it and what does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lighthouses import DATA

from edition.ledger import sense
from edition.ledger.claim import Claim, read_claims
from edition.ledger.independence import Support
from edition.ledger.sense import RULES, senseless
from edition.mutate_data.guards import as_csv
from edition.package.read import read_package, read_rows

CLAIMS = read_claims(DATA)
PRIMARY, ONE, TWO = Support(1, 1, primary=1), Support(1, 1), Support(2, 2)
NAMED = replace(
    CLAIMS["C001"], kind="event", method="documented", agreement="", source="a b", locator="p. 1 | p. 2", words=""
)
COMPUTED = replace(CLAIMS["C001"], method="computed", verdict="agrees", agreement="yes")

# Each rule: what breaks it, with what is said; and what is near it and right.
CASES: dict[str, list[tuple[Claim, Support, str | None]]] = {
    "judged": [
        (replace(NAMED, kind="judgement", verdict="agrees"), TWO, "let it be open or contested"),
        (replace(NAMED, kind="judgement", verdict="differs"), TWO, "let it be open or contested"),
        (replace(NAMED, kind="judgement", verdict="contested"), TWO, None),
        (replace(NAMED, kind="event", verdict="agrees"), TWO, None),
    ],
    "judged_by_no_machine": [
        (replace(COMPUTED, kind="judgement", verdict="contested"), TWO, "it is a judgement, but computed"),
        (replace(NAMED, kind="judgement", method="none"), TWO, None),
        (COMPUTED, TWO, None),
    ],
    "open_for_a_reason": [
        (replace(NAMED, verdict="open", reason=""), ONE, "choose from a judgement, source not seen, nothing found"),
        (replace(NAMED, verdict="open", reason="not looked for"), ONE, "choose from a judgement"),
        (replace(NAMED, verdict="agrees", reason="nothing found"), ONE, "delete the reason"),
        (replace(NAMED, verdict="open", reason="nothing found"), ONE, None),
    ],
    "open_without_a_value": [
        (replace(COMPUTED, verdict="open", reason="nothing found"), ONE, "it is computed, but its verdict is 'open'"),
        (replace(NAMED, verdict="open", reason="nothing found"), ONE, None),
    ],
    "decided_by_something": [
        (replace(NAMED, method="none", verdict="agrees"), ONE, "without a method"),
        (replace(NAMED, method="none", verdict="contested"), ONE, None),
        (replace(NAMED, method="none", verdict="open"), ONE, None),
        (replace(NAMED, kind="wording", method="none", verdict="agrees"), ONE, None),  # the text itself decides
    ],
    "explained": [
        (replace(NAMED, verdict="imprecise", remark=""), ONE, "'imprecise', but no remark"),
        (replace(NAMED, verdict="contested", remark=""), ONE, "'contested', but no remark"),
        (replace(NAMED, verdict="differs", remark=""), ONE, "'differs', but no remark"),
        (replace(NAMED, verdict="agrees", remark=""), ONE, None),
    ],
    "differing_on_good_grounds": [
        (replace(NAMED, verdict="differs"), ONE, "no primary source, nor on two independent ones"),
        (replace(NAMED, verdict="differs"), Support(2, 1), "no primary source, nor on two independent ones"),
        (replace(NAMED, verdict="differs"), PRIMARY, None),
        (replace(NAMED, verdict="differs"), TWO, None),
    ],
    "documented_by_a_source": [
        (replace(NAMED, source=""), ONE, "it is documented, but names no source"),
        (NAMED, ONE, None),
    ],
    "asserting": [
        (replace(COMPUTED, asserted=""), ONE, "it is computed, but asserts nothing"),
        (replace(COMPUTED, agreement=""), ONE, "its agreement must be yes or no"),
        (replace(NAMED, agreement="yes"), ONE, "its agreement must be empty"),
        (COMPUTED, ONE, None),
    ],
    "of_one_mind": [
        (replace(COMPUTED, verdict="agrees", agreement="no"), ONE, "'agrees', but its agreement is 'no'"),
        (replace(COMPUTED, verdict="differs", agreement="yes"), ONE, "'differs', but its agreement is 'yes'"),
        (replace(COMPUTED, verdict="contested", agreement="yes"), ONE, None),
    ],
    "open_after_a_search": [
        (replace(NAMED, verdict="open", tried=""), ONE, "does not say what was tried"),
        (replace(NAMED, verdict="open", tried="two searches"), ONE, None),
    ],
    "documented_at_a_place": [
        (replace(NAMED, locator=""), ONE, "it is documented, but not where"),
        (replace(NAMED, locator="p. 1 |"), ONE, "it is documented, but not where"),
        (replace(NAMED, locator="p. 1 | –"), ONE, "it is documented, but not where"),
        (replace(NAMED, locator="p. 1 | not known"), ONE, None),
        (replace(NAMED, locator="p. 1 | –17 degrees"), ONE, None),  # which only begins as what stands for nothing
        (replace(NAMED, source="", locator=""), ONE, None),  # which another rule refuses
        (replace(COMPUTED, locator=""), ONE, None),
    ],
    "agreeing_with_more_than_a_list": [
        (replace(NAMED, verdict="agrees"), Support(1, 1, reference=1), "with works of reference alone"),
        (replace(NAMED, verdict="agrees"), Support(2, 2, reference=1), None),
        (replace(NAMED, verdict="imprecise"), Support(1, 1, reference=1), None),
        (replace(NAMED, verdict="agrees"), Support(0, 0), None),  # by a value, or by nothing, which others refuse
    ],
}


@pytest.mark.parametrize(
    ("rule", "claim", "found", "fault"), [(rule, *case) for rule, cases in CASES.items() for case in cases]
)
def test_a_rule_refuses_what_breaks_it_and_nothing_near_it(
    rule: str, claim: Claim, found: Support, fault: str | None
) -> None:
    said = getattr(sense, rule)(claim, found)
    assert said is None if fault is None else fault in said


def test_every_rule_has_its_cases() -> None:
    assert [rule.__name__ for rule in RULES] == list(CASES)


def ledger(folder: Path, change: Callable[[dict[str, dict[str, str]]], object]) -> list[str]:
    """Change a copy of the ledger, its rows by identifier, and return what makes no sense in it."""
    for file in DATA.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    rows = read_rows("claims", DATA)
    change({row["id"]: row for row in rows})
    (folder / "claims.csv").write_bytes(as_csv(rows))
    return senseless(folder)


def test_a_ledger_of_sense_is_let_through() -> None:
    assert senseless(DATA) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "judgement"}, "it is a judgement, but has the verdict"),
        ({"source": "nowhere"}, "data/sources.csv has no source 'nowhere'; add it there"),
        ({"locator": "p. 1 | p. 2"}, "column locator: 2 entries for 1 sources; write one for each key"),
        ({"words": " | ".join("ab")}, "column words: 2 entries for 1 sources"),
        ({"words": "word " * 12 + "word"}, "keep 12 at most"),
        ({"evidence": "lighthouses:nothing"}, "data/lighthouses.csv has no row with the key 'nothing'"),
    ],
)
def test_a_fault_is_told_with_file_row_and_cure(tmp_path: Path, change: dict[str, str], fault: str) -> None:
    claim = next(claim for claim in CLAIMS.values() if claim.method == "documented" and len(claim.sources) == 1)
    lines = ledger(tmp_path, lambda rows: rows[claim.id].update(change))
    number = list(CLAIMS).index(claim.id) + 1
    assert any(line.startswith(f"data/claims.csv, row {number}: {claim.id}: ") and fault in line for line in lines), (
        lines
    )


def test_a_source_that_is_none_is_missed_in_the_file_of_the_sources(tmp_path: Path) -> None:
    package = read_package(DATA)
    next(one for one in package["resources"] if one["name"] == "sources")["path"] = "works.csv"
    ledger(tmp_path, lambda rows: rows["C003"].update(source="nowhere"))
    (tmp_path / "sources.csv").rename(tmp_path / "works.csv")
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert "data/works.csv has no source 'nowhere'; add it there, or correct the key" in senseless(tmp_path)[0]


def test_the_sources_of_the_rows_of_the_evidence_count_too(tmp_path: Path) -> None:
    """Without them, what differs by a row that names a primary source would be refused."""
    claim = next(c for c in CLAIMS.values() if c.verdict == "differs" and c.method == "looked up")
    assert ledger(tmp_path, lambda rows: rows[claim.id].update(source="", locator="", words="")) == []


@pytest.mark.parametrize("evidence", ["", "lighthouses:gull-rock lighthouses:low-point"])
def test_what_is_looked_up_is_looked_up_in_one_row(tmp_path: Path, evidence: str) -> None:
    lines = ledger(tmp_path, lambda rows: rows["C002"].update(evidence=evidence))
    assert any("C002: it is looked up, but its evidence is not one row; name it, as table:key" in one for one in lines)


def test_a_row_that_is_lost_is_said_once_where_values_are_looked_up_too(tmp_path: Path) -> None:
    lost = "lighthouses:nothing"
    assert any(lost in one for one in ledger(tmp_path, lambda rows: rows["C002"].update(evidence=lost)))
    assert not any(lost in one for one in senseless(tmp_path, looked_up=True))


def test_a_tolerance_without_sense_is_told_with_its_row(tmp_path: Path) -> None:
    lines = ledger(tmp_path, lambda rows: rows["C001"].update(tolerance="100"))
    assert "data/claims.csv, row 1: C001: a tolerance of 100 on 120 says nothing; let it be 60 at most" in lines


def test_identifiers_stand_in_order_and_are_such(tmp_path: Path) -> None:
    assert any("row 2: C000 stands after C001; keep the order" in one for one in with_id(tmp_path, "C002", "C000"))
    assert any("row 3, column id: 'X03', but pattern is" in one for one in with_id(tmp_path, "C003", "X03"))


def test_a_finding_is_a_claim_or_shared(tmp_path: Path) -> None:
    alone = ledger(tmp_path, lambda rows: rows["C001"].update(finding="lamps"))
    assert [one for one in alone if "the finding 'lamps' is no claim, nor shared by another one" in one]
    shared = ledger(tmp_path, lambda rows: [rows[id].update(finding="lamps") for id in ("C001", "C002")])
    assert not [one for one in shared if "finding" in one]


def test_a_package_without_a_ledger_has_none_that_makes_no_sense(tmp_path: Path) -> None:
    package = read_package(DATA)
    package["resources"] = [one for one in package["resources"] if one["name"] != "claims"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert senseless(tmp_path) == []


def with_id(folder: Path, id: str, other: str) -> list[str]:
    """Give a claim another identifier, and return what makes no sense in the ledger."""
    return ledger(folder, lambda rows: rows[id].update(id=other))
