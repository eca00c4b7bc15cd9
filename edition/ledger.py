"""The ledger: every claim of ``data/claims.csv``, compared with what cells and tables give for it.

A claim's `method` says how it is checked: **computed** (one cell calls ``check``), **looked up** (`evidence`
names a row, as in ``timeline:shusha-declaration``, and the value is read from there), **documented** (a source
is named) or **none**. Where there is a value, `agreement` says whether it agrees with the article's, at the
article's precision, and the machine holds it to that; `verdict` is what the editors make of it. A confirmed claim must
agree and one that differs must not; a nuanced one may do either, but not change from one to the other unnoticed. Where a value does not agree, the remark
names it, so that it cannot change unseen either.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from edition.package import DataError, describe, read_rows

Value = float | str

# The four verdicts, each with the mark that stands for it in the text. The marks differ in shape, not in colour.
MARKS = {"confirmed": "✓", "nuanced": "≈", "differs": "≠", "not checkable here": "○"}
METHODS = ("computed", "looked up", "documented", "none")
DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")


@dataclass(frozen=True)
class Claim:
    """One row of ``data/claims.csv``; the columns are described in ``datapackage.json``."""

    id: str
    section: str
    paragraph: str
    page: str
    note: str
    statement: str
    kind: str
    finding: str
    asserted: str
    unit: str
    form: str
    tolerance: str
    method: str
    evidence: str
    agreement: str
    verdict: str
    source: str
    strength: str
    remark: str
    limits: str

    @property
    def mark(self) -> str:
        """The sign of the verdict."""
        return MARKS[self.verdict]

    @property
    def checked_by_machine(self) -> bool:
        """Whether a value of ours stands against the article's."""
        return self.method in ("computed", "looked up")

    @property
    def sources(self) -> list[str]:
        """Keys into ``data/sources.csv``."""
        return self.source.split()

    @property
    def tables(self) -> set[str]:
        """The tables that `evidence` names, with a row or as a whole."""
        return {place.partition(":")[0] for place in self.evidence.split()}

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The smallest and the largest number that agree, at the article's precision; None if none is asserted.

        `tolerance` is a number that may be added or taken away, or says how the article's words are read:
        ``at least 200``, ``at most 7``, ``2 to 7``.
        """
        words = self.tolerance.split()
        if words[:2] == ["at", "least"]:
            return float(words[2]), math.inf
        if words[:2] == ["at", "most"]:
            return -math.inf, float(words[2])
        if words[1:2] == ["to"]:
            return float(words[0]), float(words[2])
        try:
            asserted, margin = float(self.asserted.replace(",", "")), float(self.tolerance or 0)
        except ValueError:
            if self.tolerance:
                raise
            return None
        return asserted - margin, asserted + margin

    def agrees(self, value: Value) -> bool:
        """Whether `value` agrees with what the article asserts.

        A date agrees if it falls within the asserted year, month or day; a number if it lies within the bounds;
        anything else if it is the same.
        """
        if self.unit == "date":
            return f"{value}-".startswith(f"{self.asserted}-")
        if self.bounds and not isinstance(value, str):
            return self.bounds[0] <= value <= self.bounds[1]
        return str(value) == self.asserted

    @property
    def article(self) -> str:
        """What the article asserts, as a reader would write it, such as ``June 2021`` or ``94 per cent``."""
        text = DATE.sub(_in_words, self.asserted)
        return text if self.unit == "date" else f"{text} {self.unit}".strip()

    def prints(self, value: Value) -> str:
        """Return `value` in the form that the sentence needs, such as ``94 per cent`` or ``15 June 2021``."""
        if self.unit == "date" and isinstance(value, str) and "%" in self.form:
            return self.form.format(datetime.date.fromisoformat(value))
        return self.form.format(value)


def _in_words(date: re.Match[str]) -> str:
    """Return a day or month such as ``2022-02`` in words."""
    day = datetime.date.fromisoformat(f"{date[0]}-01"[:10])
    return day.strftime("%-d %B %Y" if len(date[0]) == 10 else "%B %Y")


def read_claims(data: Path) -> dict[str, Claim]:
    """Return the claims of ``claims.csv`` by identifier, in the order of the file.

    :raises DataError: if an identifier stands twice, a verdict or method is none of those above, or an assertion or
        tolerance cannot be read.
    """
    names = [field.name for field in fields(Claim)]
    claims: dict[str, Claim] = {}
    for number, row in enumerate(read_rows("claims", data), start=1):
        claim = Claim(**{name: row[name] for name in names})
        if claim.id in claims:
            raise DataError(f"data/claims.csv, row {number}: {claim.id} stands twice; give it a number of its own")
        if claim.verdict not in MARKS or claim.method not in METHODS:
            raise DataError(
                f"data/claims.csv, row {number}: {claim.id} has verdict {claim.verdict!r} and method "
                f"{claim.method!r}; choose from {', '.join(MARKS)}, and {', '.join(METHODS)}"
            )
        try:
            _ = claim.bounds, claim.article
        except (ValueError, IndexError) as error:
            raise DataError(
                f"data/claims.csv, row {number}: {claim.id} asserts {claim.asserted!r} with the unit {claim.unit!r} and "
                f"the tolerance {claim.tolerance!r}, which cannot be read: {error}"
            ) from error
        claims[claim.id] = claim
    return claims


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
class Check:
    """A value reported by ``check`` in a cell of the chapter `docname`."""

    id: str
    value: Value
    docname: str


def compare(claims: dict[str, Claim], checks: Iterable[Check], data: Path) -> tuple[dict[str, Value], list[str]]:
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
            wrong.append(f"data/claims.csv, {claim.id}: asserted, tolerance, form and value do not go together: {error}")
    return values, wrong


def _contradictions(claim: Claim, value: Value | None, sources: set[str]) -> list[str]:
    """Return what is wrong with one claim, given the `value` found for it, if any."""
    wrong = [f"{claim.id}: data/sources.csv has no source {key!r}" for key in claim.sources if key not in sources]
    if claim.method == "documented" and not claim.sources:
        wrong.append(f"{claim.id} is documented, but names no source")
    if claim.verdict in ("nuanced", "differs") and not claim.remark:
        wrong.append(f"{claim.id} has the verdict {claim.verdict!r}, but no remark that says why")
    if claim.checked_by_machine and not claim.asserted:
        wrong.append(f"{claim.id} is {claim.method}, but asserts nothing")
    if claim.method == "computed" and value is None:
        wrong.append(f"{claim.id} is to be computed, but no cell checks it")
    if claim.checked_by_machine and claim.verdict == "not checkable here":
        wrong.append(f"{claim.id} is {claim.method}, yet its verdict is 'not checkable here'")
    if (claim.verdict, claim.agreement) in (("confirmed", "no"), ("differs", "yes")):
        wrong.append(f"{claim.id} has the verdict {claim.verdict!r}, but its agreement is {claim.agreement!r}")
    if claim.checked_by_machine != bool(claim.agreement):
        wrong.append(f"{claim.id} is {claim.method}: its agreement must be {'yes or no' if claim.checked_by_machine else 'empty'}")
    elif value is not None and claim.agrees(value) != (claim.agreement == "yes"):
        wrong.append(
            f"{claim.id}: the article says {claim.article}, we find {value}: they "
            f"{'agree' if claim.agrees(value) else 'do not agree'}, but the ledger has the agreement {claim.agreement!r}"
        )
    elif claim.agreement == "no" and claim.remark and not re.search(rf"\b{re.escape(claim.prints(value))}\b", claim.remark):
        wrong.append(f"{claim.id}: the article says {claim.article}, we find {claim.prints(value)}: its remark must say so")
    return wrong
