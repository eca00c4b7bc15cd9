"""The guards: what is asked whether it notices a change."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
from frictionless import Resource, Schema

from edition.cell.load import load
from edition.ledger.claim import Claim, read_claims
from edition.ledger.compare import Report, compare
from edition.mutate_data.changes import Change
from edition.mutate_data.checking_cells import read_chapters
from edition.package.crosscheck import Rows, crosschecks
from edition.package.read import read_package, read_rows
from edition.package.structure import hash_of

GUARDS = ("constraint", "recount", "claim", "hash")


class Guards:
    """The guards of a copy of ``data/``, which is changed and put right again for every change."""

    def __init__(self, data: Path, book: Path) -> None:
        self.data = data
        self.resources = {resource["name"]: resource for resource in read_package(data)["resources"]}
        self.tables: dict[str, Rows] = {name: read_rows(name, data) for name in self.resources}
        self.frames: dict[str, pd.DataFrame] = {}
        self.chapters = read_chapters(book)
        self.claims = read_claims(data)
        self.reports = [report for chapter in self.chapters for report in chapter.run(self._frame)]
        if wrong := [fault for check in crosschecks().values() for fault in check(self.tables)]:
            raise ValueError(f"the data are at fault before any change: {wrong}")
        if wrong := compare(self.claims, self.reports, data)[1]:
            raise ValueError(f"the ledger does not hold before any change: {wrong}")

    def notice(self, change: Change) -> set[str]:
        """Return the guards that notice `change`."""
        row = self.tables[change.table][change.row - 1]
        file = self.data / self.resources[change.table]["path"]
        before = file.read_bytes()
        row[change.column] = change.new
        try:
            file.write_bytes(as_csv(self.tables[change.table]))
            answers = (self.constraint(change), self.recount(change), self.claim(change), self.hash(change))
        finally:
            row[change.column] = change.old
            file.write_bytes(before)
        return {guard for guard, noticed in zip(GUARDS, answers, strict=True) if noticed}

    def constraint(self, change: Change) -> bool:
        """Return whether the schema refuses the table: a type, a constraint, or a key that stands twice.

        Where the column is part of no key, the other rows are as they were, and the changed row is enough.
        """
        schema = {key: value for key, value in self.resources[change.table]["schema"].items() if key != "foreignKeys"}
        rows = self.tables[change.table]
        if change.column not in _keys(schema):
            rows = [rows[change.row - 1]]
        lines = [list(rows[0]), *(list(row.values()) for row in rows)]
        return not Resource(data=lines, schema=Schema.from_descriptor(schema)).validate().valid

    def recount(self, change: Change) -> bool:
        """Return whether a cross-check that reads the table finds a fault."""
        return any(check(self.tables) for check in crosschecks().values() if change.table in check.tables)

    def claim(self, change: Change) -> bool:
        """Return whether a claim that rests on the table no longer holds, or a cell that checks one fails."""
        if change.table == "claims":
            id = self.tables["claims"][change.row - 1]["id"]
            changed = replace(self.claims[id], **{change.column: change.new})
            return self._contradicts({id: changed}, self.reports)
        reports: list[Report] = []
        concerned = {
            id: claim
            for id, claim in self.claims.items()
            if claim.method == "looked up" and change.table in claim.tables
        }
        for chapter in self.chapters:
            resting = [id for id, tables in chapter.tables.items() if change.table in tables]
            if resting:
                try:
                    reports += chapter.run(lambda name: self._frame(name, name == change.table))
                except Exception:  # whatever a cell raises stops the build
                    return True
                concerned |= {id: self.claims[id] for id in chapter.tables}
        return self._contradicts(concerned, reports)

    def hash(self, change: Change) -> bool:
        """Return whether the file is another than the one that ``datapackage.json`` records."""
        resource = self.resources[change.table]
        return hash_of((self.data / resource["path"]).read_bytes()) != resource["hash"]

    def _frame(self, name: str, changed: bool = False) -> pd.DataFrame:
        """Return a table as a chapter loads it; it is read once unless it is the `changed` one."""
        if changed:
            return load(name, self.data)
        if name not in self.frames:
            self.frames[name] = load(name, self.data)
        return self.frames[name].copy()

    def _contradicts(self, claims: dict[str, Claim], reports: list[Report]) -> bool:
        """Return whether the comparison of these claims finds anything wrong."""
        return bool(compare(claims, [report for report in reports if report.id in claims], self.data)[1])


def as_csv(rows: Rows) -> bytes:
    """Return a table as its file holds it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _keys(schema: dict[str, Any]) -> set[str]:
    """Return the columns whose values may not stand twice, alone or together."""
    primary = schema.get("primaryKey", [])
    unique = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("unique")}
    return unique | set([primary] if isinstance(primary, str) else primary)
