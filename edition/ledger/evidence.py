"""What a claim rests on: tables, as the source of the chapter shows them, and the rows that its `evidence` names.

The tables of a computed claim follow from the code alone (:mod:`edition.source.lineage`). Its `evidence` may point to
rows of these tables, for whoever wants to look, and to nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.ledger.claim import Claim

Tables = Mapping[str, Sequence[str]]  # of each computed claim, by its identifier


def places(claim: Claim, tables: Tables) -> list[str]:
    """Return what a claim rests on, as ``harvests:first-apples`` for a row and ``hives`` for a table without one."""
    rows = claim.evidence.split()
    named = {row.partition(":")[0] for row in rows}
    return [*rows, *(table for table in tables.get(claim.id, ()) if table not in named)]


def misplaced(claims: Mapping[str, Claim], tables: Tables) -> list[str]:
    """Return what is wrong with the evidence of the computed claims, one readable line each.

    That each row is there is looked at for all claims alike (:mod:`edition.ledger.sense`).
    """
    wrong = []
    for claim in claims.values():
        if claim.method != "computed" or claim.id not in tables:
            continue  # that no cell checks it is said by the comparison
        if not tables[claim.id]:
            wrong.append(f"{claim.id}: its cell computes it from no table; let the value come from load(…)")
        for place in claim.evidence.split():
            table, _, key = place.partition(":")
            if table not in tables[claim.id]:
                found = ", ".join(tables[claim.id])
                wrong.append(
                    f"data/claims.csv, {claim.id}: its evidence names {place}, but its cell reads {found}; correct one"
                )
            elif not key:
                wrong.append(
                    f"data/claims.csv, {claim.id}: its evidence names a whole table, {table}, which follows from its cell"
                )
    return wrong
