"""The changes: which cells are changed, and into what.

* A number changes twice: by one in its last digit (**step**: 477 becomes 478 in rows of odd number and 476 in rows
  of even number, 7.1 becomes 7.2 or 7.0), and in its first digit, as a misprint that one can see (**digit**: 477
  becomes 577, 9 becomes 8). Of a number with one digit only the step is taken.
* A year steps by one, and its digit is that of the decade. A date steps by a day, or by a month or year where it is
  no more precise, and its digit is the last of the year. A time of day steps by an hour.
* A coded value, such as a grade, becomes the next one in the list of its column (**code**: fine, good, poor, fine);
  one that is alone there is taken away.
* What the ledger asserts changes as a number, a date or a number within a text; an assertion without any becomes its
  opposite (**word**). A tolerance changes as a number. Its agreement becomes the other one (**code**).
* Of a table whose rows differ in nothing but their place on a line, one row in so many is changed (``THINNED`` of the module that
  ``edition_unnoticed`` names).

Steps down and up alternate because several rules look in one direction only. Texts, keys and addresses stay as they
are, and so do numbers of points, which move a word in a drawing and state nothing.
"""

from __future__ import annotations

import datetime
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from edition.package.read import read_package, read_rows
from edition.settings import registered


@dataclass(frozen=True)
class Change:
    """One cell, changed."""

    table: str
    row: int
    column: str
    kind: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.table}, row {self.row}, {self.column}: {self.old} to {self.new}"


def changes(data: Path) -> list[Change]:
    """Return every change of every table in the folder `data`, the ledger last."""
    thinned = getattr(registered("edition_unnoticed"), "THINNED", {})
    found: list[Change] = []
    for resource in read_package(data)["resources"]:
        if resource["name"] != "claims":
            rows = read_rows(resource["name"], data)
            for field in resource["schema"]["fields"]:
                found += _column(resource["name"], field, rows, thinned.get(resource["name"], 1))
    return [*found, *_ledger(read_rows("claims", data))]


def sample(all_changes: list[Change], size: int, seed: int = 1) -> list[Change]:
    """Return about `size` changes, some of each table, column and kind, in proportion to the root of their number."""
    strata = defaultdict(list)
    for change in all_changes:
        strata[stratum(change)].append(change)
    rate = size / sum(len(group) ** 0.5 for group in strata.values())
    choose = random.Random(seed)
    return [
        change
        for group in strata.values()
        for change in choose.sample(group, min(len(group), max(1, round(rate * len(group) ** 0.5))))
    ]


def stratum(change: Change) -> tuple[str, str, str]:
    """Return what a change is one of: its table, column and kind."""
    return change.table, change.column, change.kind


def _column(table: str, field: dict[str, Any], rows: list[dict[str, str]], every: int) -> Iterator[Change]:
    """Yield the changes of one column, in one row of `every` so many."""
    name = field["name"]
    for number, row in enumerate(rows, start=1):
        if row[name] and number % every == 0:
            for kind, new in _of_cell(row[name], field, down=number % 2 == 0).items():
                yield Change(table, number, name, kind, row[name], new)


def _of_cell(value: str, field: dict[str, Any], down: bool) -> dict[str, str]:
    """Return what becomes of a value of the column that `field` describes; nothing becomes of a text."""
    if field.get("unit") == "points":
        return {}
    limits = field.get("constraints", {})
    pattern = limits.get("pattern", "")
    if codes := [str(code) for code in limits.get("enum", ())]:
        others = [*codes[codes.index(value) + 1 :], *codes[: codes.index(value)], ""]  # an only one is taken away
        return {"code": others[0]}
    if field["type"] == "integer" and field["name"].endswith("year"):
        return _of_date(value, down)
    if field["type"] in ("integer", "number"):
        return _of_number(value, down)
    if field["type"] == "date" or pattern.startswith(r"\d{4}"):
        return _of_date(value, down)
    if pattern == r"\d{2}:\d{2}":
        return {"step": f"{(int(value[:2]) + (-1 if down else 1)) % 24:02}{value[2:]}"}
    return {}


def _ledger(rows: list[dict[str, str]]) -> Iterator[Change]:
    """Yield the changes of what the ledger asserts and tolerates."""
    for number, row in enumerate(rows, start=1):
        for column in ("asserted", "tolerance", "agreement"):
            if row[column]:
                for kind, new in _of_claim(row, column, down=number % 2 == 0).items():
                    yield Change("claims", number, column, kind, row[column], new)


def _of_claim(row: dict[str, str], column: str, down: bool) -> dict[str, str]:
    """Return what becomes of one thing that a claim says."""
    value = row[column]
    if column == "agreement":
        return {"code": "no" if value == "yes" else "yes"}
    if row["unit"] == "date" and column == "asserted":
        return _of_date(value, down)
    if part := re.search(r"\d+(\.\d+)?", value):
        numbers = _of_number(part[0], down)
        return {kind: value[: part.start()] + one + value[part.end() :] for kind, one in numbers.items()}
    return {"word": f"not {value}"}


def _of_number(value: str, down: bool) -> dict[str, str]:
    """Return what becomes of a number; a step below nothing goes up."""
    unit = Decimal(1).scaleb(-len(value.partition(".")[2]))
    step = Decimal(value) - unit if down and Decimal(value) >= unit else Decimal(value) + unit
    digit = _other_digit(value, int(value[0] == "-"))
    return {"step": str(step)} | ({"digit": digit} if len(value) > 1 and digit != str(step) else {})


def _of_date(value: str, down: bool) -> dict[str, str]:
    """Return what becomes of a year, of a month or of a day."""
    sign = -1 if down else 1
    year, month, day = (int(part) for part in (value + "-01-01").split("-")[:3])
    if len(value) == 4:
        return {"step": str(year + sign), "digit": _other_digit(value, 2)}
    digit = _other_digit(value, 3)
    if len(value) == 7:
        months = 12 * year + month - 1 + sign
        return {"step": f"{months // 12}-{months % 12 + 1:02}", "digit": digit}
    step = datetime.date(year, month, day) + datetime.timedelta(sign)
    return {"step": step.isoformat(), "digit": digit.replace("-02-29", "-02-28")}


def _other_digit(value: str, place: int) -> str:
    """Return `value` with the digit at `place` one higher, or 8 for 9."""
    old = int(value[place])
    return f"{value[:place]}{old + 1 if old < 9 else 8}{value[place + 1 :]}"
