"""The ledger of this book: what is looked up is as it says, and its file fits its schema."""

from __future__ import annotations

from dataclasses import asdict

import jsonschema

from edition.ledger.claim import read_claims
from edition.ledger.compare import compare
from edition.paths import DATA
from edition.sphinx.claims.ledger_file import schema

CLAIMS = read_claims(DATA)


def test_what_is_looked_up_agrees_as_the_ledger_has_it() -> None:
    others = {id: claim for id, claim in CLAIMS.items() if claim.method != "computed"}
    values, wrong = compare(others, [], DATA)
    assert len(values) > 20 and wrong == []


def test_its_claims_fit_the_schema() -> None:
    claims = [{**asdict(claim), "article": claim.article, "found": None} for claim in CLAIMS.values()]
    assert len(claims) > 200
    jsonschema.validate({"claims": claims, "wrong": []}, schema(DATA))
