"""Whether the ledger makes sense in itself, before anything is compared: identifiers, tolerances, evidence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from edition.ledger import tolerance
from edition.ledger.claim import Claim, read_claims
from edition.package.read import DataError, describe, read_package, read_rows

IDENTIFIER = r"C\d{3}"


def senseless(data: Path, looked_up: bool = False) -> list[str]:
    """Return what makes no sense in the ledger in the folder `data`, one line each; nothing if there is no ledger.

    :param looked_up: whether values are looked up besides, which says what evidence of that kind is lost.
    """
    if all(resource["name"] != "claims" for resource in read_package(data)["resources"]):
        return []
    claims = list(read_claims(data).values())
    lines = [*_identifiers(claims, data)]
    for number, claim in enumerate(claims, start=1):
        lines += [
            f"data/claims.csv, row {number}: {claim.id}: {wrong}" for wrong in _in_row(claim, data, looked_up) if wrong
        ]
    return lines


def _identifiers(claims: list[Claim], data: Path) -> Iterator[str]:
    """Yield the identifiers that are none, or stand out of order; :func:`read_claims` names those that stand twice."""
    fields = {field["name"]: field for field in describe("claims", data)["schema"]["fields"]}
    pattern = fields["id"].get("constraints", {}).get("pattern", IDENTIFIER)
    for number, claim in enumerate(claims, start=1):
        if not re.fullmatch(pattern, claim.id, re.ASCII):
            yield f"data/claims.csv, row {number}: {claim.id!r} is no identifier; let it follow {pattern}"
    for number, (before, claim) in enumerate(itertools.pairwise(claims), start=2):
        if claim.id < before.id:
            yield f"data/claims.csv, row {number}: {claim.id} stands after {before.id}; keep the order"


def _in_row(claim: Claim, data: Path, looked_up: bool) -> Iterator[str | None]:
    """Yield what is wrong in the row of one claim, or None."""
    yield tolerance.fault_of(claim.asserted, claim.unit, claim.kind, claim.tolerance)
    if claim.method == "looked up" and len(claim.evidence.split()) != 1:
        yield "it is looked up, but its evidence is not one row; name it, as table:key"
    for place in [] if looked_up and claim.method == "looked up" else claim.evidence.split():
        yield _lost(place, data)


def _lost(place: str, data: Path) -> str | None:
    """Return that a piece of evidence is not there, and the cure; None if it is."""
    table, colon, key = place.partition(":")
    try:
        rows = read_rows(table, data)
    except DataError as error:
        return f"its evidence names {place}: {error}"
    if colon and all(row.get("key") != key for row in rows):
        return f"its evidence names {place}, but data/{table}.csv has no row with the key {key!r}; correct one of them"
    return None
