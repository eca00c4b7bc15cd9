"""The ledger: every claim of ``data/claims.csv``, compared with what cells and tables give for it.

A claim's `method` says how it is checked: **computed** (one cell calls ``check``), **looked up** (`evidence`
names a row, as in ``timeline:shusha-declaration``, and the value is read from there), **documented** (a source
is named) or **none**. The machine says whether value and assertion agree at the article's precision; the
editor's `verdict` says what to make of it, and the two may not contradict each other.
"""

from __future__ import annotations

import datetime
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

    def agrees(self, value: Value) -> bool:
        """Whether `value` agrees with what the article asserts, at the article's own precision.

        A date agrees if it falls within the asserted year, month or day. A number agrees within `tolerance`;
        ``at least`` and ``at most`` make the assertion a bound. Anything else agrees if it is the same.
        """
        if self.unit == "date":
            return str(value).startswith(self.asserted)
        try:
            asserted, found = float(self.asserted), float(value)
        except ValueError:
            return str(value) == self.asserted
        if self.tolerance == "at least":
            return found >= asserted
        if self.tolerance == "at most":
            return found <= asserted
        return abs(found - asserted) <= float(self.tolerance or 0)

    def says(self) -> str:
        """Return what the article asserts as one would write it: ``February 2022``, ``at least 200 persons``."""
        try:
            number = float(self.asserted)
        except ValueError:
            return DATE.sub(_in_words, self.asserted)
        if self.unit == "date":  # a year
            return self.asserted
        text = self.form.format(number)
        if self.unit not in text:
            text += f" {self.unit}"
        if number == 1:
            text = text.removesuffix("s")
        return f"{self.tolerance} {text}" if self.tolerance.startswith("at ") else text

    def prints(self, value: Value) -> str:
        """Return `value` in the form that the sentence needs, such as ``94 per cent`` or ``15 June 2021``."""
        if self.unit == "date" and isinstance(value, str) and len(value) == 10:
            return self.form.format(datetime.date.fromisoformat(value))
        return self.form.format(value)


def _in_words(date: re.Match[str]) -> str:
    """Return a day or month such as ``2022-02`` in words."""
    day = datetime.date.fromisoformat(f"{date[0]}-01"[:10])
    return day.strftime("%-d %B %Y" if len(date[0]) == 10 else "%B %Y")


def read_claims(data: Path) -> dict[str, Claim]:
    """Return the claims of ``claims.csv`` by identifier, in the order of the file.

    :raises DataError: if an identifier stands twice, or a verdict or method is none of those above.
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
        raise DataError(f"{claim.id}: the table {table!r} names no value_column in data/datapackage.json; add it")
    for row in read_rows(table, data):
        if row["key"] == key:
            return row[column] if claim.unit == "date" else float(row[column])
    raise DataError(f"{claim.id}: data/{table}.csv has no row with the key {key!r}; correct the evidence or the key")


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
        if claim.method == "looked up":
            try:
                values[claim.id] = look_up(claim, data)
            except DataError as error:
                wrong.append(str(error))
        wrong += _contradictions(claim, values.get(claim.id), sources)
    return values, wrong


def _contradictions(claim: Claim, value: Value | None, sources: set[str]) -> list[str]:
    """Return what is wrong with one claim, given the `value` found for it, if any."""
    wrong = [f"{claim.id}: data/sources.csv has no source {key!r}" for key in claim.sources if key not in sources]
    if claim.method == "documented" and not claim.sources:
        wrong.append(f"{claim.id} is documented, but names no source")
    if claim.verdict in ("nuanced", "differs") and not claim.remark:
        wrong.append(f"{claim.id} has the verdict {claim.verdict!r}, but no remark that says why")
    if claim.method == "computed" and value is None:
        wrong.append(f"{claim.id} is to be computed, but no cell checks it")
    if claim.checked_by_machine and claim.verdict == "not checkable here":
        wrong.append(f"{claim.id} is {claim.method}, yet its verdict is 'not checkable here'")
    if value is not None:
        agrees = claim.agrees(value)
        if (claim.verdict == "confirmed" and not agrees) or (claim.verdict == "differs" and agrees):
            wrong.append(
                f"{claim.id}: the article says {claim.asserted} {claim.unit}, we find {value}: "
                f"they {'agree' if agrees else 'do not agree'}, but the verdict is {claim.verdict!r}"
            )
    return wrong
