"""The ledger compared with what cells and tables give for its claims.

Where there is a value, the machine holds the claim to its `agreement`, so that it cannot change from one to the other
unnoticed. Where a value does not agree, the remark names it, so that it cannot change unseen either. That verdict and
agreement go together is looked at for all claims alike (:mod:`edition.ledger.sense`).
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
    for claim in claims.values():
        try:
            if claim.method == "looked up":
                values[claim.id] = look_up(claim, data)
            wrong += _contradictions(claim, values.get(claim.id))
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


def _contradictions(claim: Claim, value: Value | None) -> Iterator[str]:
    """Yield what is wrong with one claim, given the `value` found for it, if any."""
    if claim.method == "computed" and value is None:
        yield f"{claim.id} is to be computed, but no cell checks it"
    if value is not None and claim.checked_by_machine and claim.agreement:
        yield from _disagreement(claim, value)


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
