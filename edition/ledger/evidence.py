"""What a claim rests on: tables, as the source of the chapter shows them, the rows that its `evidence` names, and sources.

The tables of a computed claim follow from the code alone (:mod:`edition.source.lineage`). Its `evidence` may point to
rows of these tables, for whoever wants to look, and to nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from edition.ledger.claim import Claim, in_ledger
from edition.package.cited import Citation, citations
from edition.package.read import DataError, file_of_table, read_rows

Tables = Mapping[str, Sequence[str]]  # of each computed claim, by its identifier


class Rows:
    """The rows of the tables in a folder; each table is read once."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.of = cache(lambda table: read_rows(table, data))

    def find(self, place: str) -> tuple[int, dict[str, str]] | None:
        """Return the row that a piece of evidence names, after its number, from 1; None for a whole table.

        :raises DataError: if there is no such table or row.
        """
        table, colon, key = place.partition(":")
        rows = enumerate(self.of(table), start=1)
        found = next(((number, row) for number, row in rows if row.get("key") == key), None) if colon else None
        if colon and not found:
            raise DataError(
                f"{file_of_table(table, self.data)} has no row with the key {key!r}; correct the evidence or the key"
            )
        return found


def sources_of(claim: Claim, rows: Rows) -> list[Citation]:
    """Return the sources of a claim, each once: those that it names, and those of the rows of its evidence.

    :raises DataError: if a row is not there, or has another number of locators than of sources.
    """
    found: dict[str, Citation] = {}
    named = [numbered[1] for place in claim.evidence.split() if (numbered := rows.find(place))]
    for row in (asdict(claim), *named):
        for citation in citations(row):
            before = found.get(citation.key, citation)
            found[citation.key] = before if before.locator or before.words else citation
    return list(found.values())


def places(claim: Claim, tables: Tables) -> list[str]:
    """Return what a claim rests on, as ``harvests:first-apples`` for a row and ``hives`` for a table without one."""
    rows = claim.evidence.split()
    named = {row.partition(":")[0] for row in rows}
    return [*rows, *(table for table in tables.get(claim.id, ()) if table not in named)]


def misplaced(claims: Mapping[str, Claim], tables: Tables, cells: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the evidence of the computed claims, one readable line each.

    :param cells: the place of the cell that computes each of them, as messages name it.

    That each row is there is looked at for all claims alike (:mod:`edition.ledger.sense`).
    """
    wrong = []
    for claim in claims.values():
        if claim.method != "computed" or claim.id not in tables:
            continue  # that no cell checks it is said by the comparison
        if not tables[claim.id]:
            wrong.append(
                f"{cells[claim.id]}: {claim.id}: its cell computes it from no table; let the value come from load(…)"
            )
        where = in_ledger(claims, claim.id)
        for named in claim.evidence.split():
            table, _, key = named.partition(":")
            if table not in tables[claim.id]:
                found = ", ".join(tables[claim.id]) or "no table"
                cell = f"its cell, {cells[claim.id]}, reads {found}"
                wrong.append(f"{where}: {claim.id}: its evidence names {named}, but {cell}; correct one of them")
            elif not key:
                wrong.append(
                    f"{where}: {claim.id}: its evidence names a whole table, {table}, which follows from its cell; take it out"
                )
    return wrong
