"""The schema of the ledger's file, against what it is a schema of."""

from __future__ import annotations

from dataclasses import asdict

import jsonschema
import pytest
from lighthouses import DATA

from edition.ledger.claim import read_claims
from edition.sphinx.claims.ledger_file import schema


def test_the_claims_fit_the_schema_and_a_strange_verdict_does_not() -> None:
    said = schema(DATA)
    jsonschema.Draft202012Validator.check_schema(said)
    claims = [{**asdict(claim), "article": claim.article, "found": None} for claim in read_claims(DATA).values()]
    jsonschema.validate({"claims": claims, "wrong": []}, said)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"claims": [claims[0] | {"verdict": "true"}], "wrong": []}, said)
