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

from edition.ledger.claim import LEDGER, Claim, Value, in_ledger
from edition.ledger.evidence import Rows
from edition.package.read import PACKAGE, PLAIN, DataError, describe, file_of_table
from edition.said import place


def look_up(claim: Claim, data: Path) -> Value:
    """Return the value that the row named in the claim's `evidence` holds.

    The table's descriptor names the column in its property ``value_column``.

    :raises DataError: if there is no such table or row.
    """
    table = claim.evidence.partition(":")[0]
    column = describe(table, data).get("value_column")
    if column is None:
        raise DataError(f"{PACKAGE}: the table {table!r} names no value_column; add it")
    found = Rows(data).find(claim.evidence)
    if found is None:
        raise DataError(f"the evidence {claim.evidence!r} names a whole table; name one of its rows, as {table}:key")
    number, row = found
    if claim.unit == "date":
        return row[column]
    if not re.fullmatch(PLAIN["number"], row[column]):  # float() takes nan, inf and 1_000 as well
        where = place(file_of_table(table, data), row=number, column=column)
        raise DataError(f"{where}: {row[column]!r} is no number; correct it")
    return int(row[column]) if row[column].lstrip("-").isdecimal() else float(row[column])  # 24, not 24.0


@dataclass(frozen=True)
class Report:
    """A value reported by ``check`` in a cell, and its place, as messages name it."""

    id: str
    value: Value
    place: str


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
            wrong.append(f"{check.place}: {LEDGER} has no claim {check.id}; add it there, or correct the identifier")
        elif claim.method != "computed":
            row = in_ledger(claims, check.id)
            wrong.append(
                f"{check.place}: it checks {check.id}, but its method in {row}, is {claim.method!r}; correct one of them"
            )
        elif check.id in values:
            wrong.append(
                f"{check.place}: {check.id} is checked a second time, after {where[check.id]}; keep one of them"
            )
        else:
            values[check.id], where[check.id] = check.value, check.place
    for claim in claims.values():
        row = in_ledger(claims, claim.id)
        try:
            if claim.method == "looked up":
                values[claim.id] = look_up(claim, data)
            found = _contradictions(claim, values.get(claim.id))
            wrong += [f"{where.get(claim.id, row)}: {claim.id}{said}" for said in found]
            if claim.id in values:
                claim.prints(values[claim.id])
        except DataError as error:
            wrong.append(f"{row}: {claim.id}: {error}")
        except ValueError as error:
            values.pop(claim.id, None)  # it cannot be printed either
            wrong.append(
                f"{row}: {claim.id}: asserted, tolerance, form and value do not go together: {error}; correct one of them"
            )
    return values, wrong


def _contradictions(claim: Claim, value: Value | None) -> Iterator[str]:
    """Yield what is wrong with one claim, to be said after its identifier, given the `value` found for it, if any."""
    if claim.method == "computed" and value is None:
        yield f" is to be computed, but no cell checks it; add check('{claim.id}', …) to one, or choose another method"
    if value is not None and claim.checked_by_machine and claim.agreement:
        yield from _disagreement(claim, value)


def _disagreement(claim: Claim, value: Value) -> Iterator[str]:
    """Yield how the value that was found stands against what the ledger says of it."""
    if claim.agrees(value) != (claim.agreement == "yes"):
        yield (
            f": the article says {claim.article}, we find {value}: they "
            f"{'agree' if claim.agrees(value) else 'do not agree'}, but the ledger has the agreement {claim.agreement!r}; "
            "correct the datum, the cell or the claim"
        )
    elif (
        claim.agreement == "no"
        and claim.remark
        and not re.search(rf"(?<!\w){re.escape(claim.prints(value))}(?!\w)", claim.remark)
    ):
        yield f": the article says {claim.article}, we find {claim.prints(value)}: its remark must say so"
