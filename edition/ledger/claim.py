"""A claim of the article: one row of ``data/claims.csv``.

Its `method` says how it is checked: **computed** (one cell calls ``check``), **looked up** (`evidence` names a row, as in
``harvests:first-apples``, and the value is read from there), **documented** (a source is named) or **none**.
Where there is a value, `agreement` says whether it agrees with the article's, at the article's precision; `verdict` is
what the editors make of it. :mod:`edition.ledger.compare` holds the two against each other, and :mod:`edition.ledger.sense`
the verdict against what it rests on.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from edition.ledger import form
from edition.ledger.tolerance import Bounds, bounds, decimal
from edition.package.read import DataError, read_rows
from edition.said import place

Value = float | str

# The five verdicts, each with the mark that stands for it in the text. The marks differ in shape, not in colour.
MARKS = {"agrees": "✓", "imprecise": "≈", "contested": "⇄", "differs": "≠", "open": "○"}
REASONS = ("a judgement", "source not seen", "nothing found")  # why a claim is open
METHODS = ("computed", "looked up", "documented", "none")
LEDGER = "data/claims.csv"
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
    reason: str
    source: str
    locator: str
    words: str
    remark: str
    limits: str
    tried: str

    @property
    def mark(self) -> str:
        """The mark of the verdict."""
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
        return {named.partition(":")[0] for named in self.evidence.split()}

    @property
    def bounds(self) -> Bounds | None:
        """The smallest and the largest number that agree, at the article's precision; None if none is asserted.

        `tolerance` is a number that may be added or taken away, or says how the article's words are read:
        ``at least 200``, ``at most 7``, ``2 to 7``.

        :raises ValueError: if the tolerance cannot be read.
        """
        return bounds(self.asserted, self.tolerance)

    def agrees(self, value: Value) -> bool:
        """Whether `value` agrees with what the article asserts.

        A date agrees if it falls within the asserted year, month or day; a number if it lies within the bounds;
        anything else if it is the same.
        """
        if self.unit == "date":
            return f"{value}-".startswith(f"{self.asserted}-")
        if self.bounds and not isinstance(value, str):
            return self.bounds[0] <= decimal(value) <= self.bounds[1]
        return str(value) == self.asserted

    @property
    def article(self) -> str:
        """What the article asserts, as a reader would write it, such as ``May 1901`` or ``94 per cent``."""
        text = DATE.sub(_in_words, self.asserted)
        return text if self.unit == "date" else f"{text} {self.unit}".strip()

    def prints(self, value: Value) -> str:
        """Return `value` in the form that the sentence needs, such as ``94 per cent`` or ``10 May 1901``."""
        return form.printed(self.form, value, date=self.unit == "date")


def _in_words(date: re.Match[str]) -> str:
    """Return a day or month such as ``1901-05`` in words."""
    day = datetime.date.fromisoformat(f"{date[0]}-01"[:10])
    return day.strftime("%-d %B %Y" if len(date[0]) == 10 else "%B %Y")


def in_ledger(claims: Iterable[str], id: str) -> str:
    """Return the place of a claim's row, given all identifiers in the order of the file."""
    return place(LEDGER, row=list(claims).index(id) + 1)


def read_claims(data: Path) -> dict[str, Claim]:
    """Return the claims of ``claims.csv`` by identifier, in the order of the file.

    :raises DataError: if an identifier stands twice, a verdict or method is none of those above, or an assertion or
        tolerance cannot be read.
    """
    names = [field.name for field in fields(Claim)]
    claims: dict[str, Claim] = {}
    for number, row in enumerate(read_rows("claims", data), start=1):
        where = place(LEDGER, row=number)
        if missing := [name for name in names if name not in row]:
            raise DataError(
                f"{place(LEDGER, line=1)}: the column {', '.join(missing)} is missing; add it, and to datapackage.json"
            )
        claim = Claim(**{name: row[name] for name in names})
        if claim.id in claims:
            raise DataError(f"{where}: {claim.id} stands twice; give it a number of its own")
        if claim.verdict not in MARKS or claim.method not in METHODS:
            raise DataError(
                f"{where}: {claim.id} has verdict {claim.verdict!r} and method "
                f"{claim.method!r}; choose from {', '.join(MARKS)}, and {', '.join(METHODS)}"
            )
        if wrong := form.fault_of(claim.form, claim.checked_by_machine, claim.unit):
            raise DataError(f"{where}: {claim.id}: {wrong}")  # before anything is printed with it
        try:
            _ = claim.bounds, claim.article
        except ValueError as error:
            raise DataError(
                f"{where}: {claim.id} asserts {claim.asserted!r} with the unit {claim.unit!r} and "
                f"the tolerance {claim.tolerance!r}, which cannot be read: {error}"
            ) from error
        claims[claim.id] = claim
    return claims
