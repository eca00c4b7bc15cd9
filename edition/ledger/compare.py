"""The ledger compared with what cells and tables give for its claims.

Where there is a value, the machine holds the claim to its `agreement`, so that it cannot change from one to the other
unnoticed. A confirmed claim must agree and one that differs must not; a nuanced one may do either. Where a value does
not agree, the remark names it, so that it cannot change unseen either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.ledger.claim import Claim, Value
from edition.package.read import DataError, describe, read_rows


def look_up(claim: Claim, data: Path) -> Value:
    """Return the value that the row named in the claim's `evidence` holds.

    The table's descriptor names the column in its property ``value_column``.

    :raises DataError: if there is no such table or row.
    """
    table, _, key = claim.evidence.partition(":")
    column = describe(table, data).get("value_column")
    if column is None:
        raise DataError(f"the table {table!r} names no value_column in data/datapackage.json; add it")
    for number, row in enumerate(read_rows(table, data), start=1):
        if row.get("key") == key:
            try:
                return row[column] if claim.unit == "date" else float(row[column])
            except ValueError as error:
                raise DataError(f"data/{table}.csv, row {number}: {row[column]!r} is no number; correct it") from error
    raise DataError(f"data/{table}.csv has no row with the key {key!r}; correct the evidence or the key")


@dataclass(frozen=True)
class Report:
    """A value reported by ``check`` in a cell of the chapter `docname`."""

    id: str
    value: Value
    docname: str


def compare(claims: dict[str, Claim], checks: Iterable[Report], data: Path) -> tuple[dict[str, Value], list[str]]:
    """Hold the values that cells and tables give against the ledger.

    :returns: the value of each claim checked by machine, and every contradiction, one readable line each.
    """
    values: dict[str, Value] = {}
    wrong: list[str] = []
    where: dict[str, str] = {}
    for check in checks:
        claim = claims.get(check.id)
        if claim is None:
            wrong.append(f"{check.docname}: check({check.id!r}, …): data/claims.csv has no such claim")
        elif claim.method != "computed":
            wrong.append(f"{check.docname}: check({check.id!r}, …): its method in data/claims.csv is {claim.method!r}")
        elif check.id in values:
            wrong.append(f"{check.id} is checked twice, in {where[check.id]} and in {check.docname}: keep one of them")
        else:
            values[check.id], where[check.id] = check.value, check.docname
    sources = {row["key"] for row in read_rows("sources", data)}
    for claim in claims.values():
        try:
            if claim.method == "looked up":
                values[claim.id] = look_up(claim, data)
            wrong += _contradictions(claim, values.get(claim.id), sources)
            if claim.id in values:
                claim.prints(values[claim.id])
        except DataError as error:
            wrong.append(f"{claim.id}: {error}")
        except ValueError as error:
            values.pop(claim.id, None)  # it cannot be printed either
            wrong.append(
                f"data/claims.csv, {claim.id}: asserted, tolerance, form and value do not go together: {error}"
            )
    return values, wrong


def _contradictions(claim: Claim, value: Value | None, sources: set[str]) -> list[str]:
    """Return what is wrong with one claim, given the `value` found for it, if any."""
    wrong = [f"{claim.id}: data/sources.csv has no source {key!r}" for key in claim.sources if key not in sources]
    wrong += [message for applies, message in _rules(claim) if applies]
    if claim.method == "computed" and value is None:
        wrong.append(f"{claim.id} is to be computed, but no cell checks it")
    if value is not None and claim.checked_by_machine and claim.agreement:
        wrong += _disagreement(claim, value)
    return wrong


def _rules(claim: Claim) -> list[tuple[bool, str]]:
    """Return what must not be the case within the row of a claim, each with what is said if it is."""
    checked, verdict, agreement = claim.checked_by_machine, claim.verdict, claim.agreement
    return [
        (
            claim.method == "documented" and not claim.sources,
            f"{claim.id} is documented, but names no source",
        ),
        (
            verdict in ("nuanced", "differs") and not claim.remark,
            f"{claim.id} has the verdict {verdict!r}, but no remark that says why",
        ),
        (
            checked and not claim.asserted,
            f"{claim.id} is {claim.method}, but asserts nothing",
        ),
        (
            checked and verdict == "not checkable here",
            f"{claim.id} is {claim.method}, yet its verdict is 'not checkable here'",
        ),
        (
            (verdict, agreement) in (("confirmed", "no"), ("differs", "yes")),
            f"{claim.id} has the verdict {verdict!r}, but its agreement is {agreement!r}",
        ),
        (
            checked != bool(agreement),
            f"{claim.id} is {claim.method}: its agreement must be {'yes or no' if checked else 'empty'}",
        ),
    ]


def _disagreement(claim: Claim, value: Value) -> Iterator[str]:
    """Yield how the value that was found stands against what the ledger says of it."""
    if claim.agrees(value) != (claim.agreement == "yes"):
        yield (
            f"{claim.id}: the article says {claim.article}, we find {value}: they "
            f"{'agree' if claim.agrees(value) else 'do not agree'}, but the ledger has the agreement {claim.agreement!r}"
        )
    elif (
        claim.agreement == "no"
        and claim.remark
        and not re.search(rf"\b{re.escape(claim.prints(value))}\b", claim.remark)
    ):
        yield (f"{claim.id}: the article says {claim.article}, we find {claim.prints(value)}: its remark must say so")
