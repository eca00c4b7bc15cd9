"""What is made from a table: chapters, figures, claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.ledger.claim import Claim
from edition.source.page import Page


@dataclass(frozen=True)
class Users:
    """What is made from a table: the chapters that load it, their figures by name, and the claims that rest on it."""

    chapters: list[str]
    figures: dict[str, str]  # the chapter of each
    claims: list[str]


def users(table: str, pages: Iterable[Page], claims: Mapping[str, Claim]) -> Users:
    """Return what is made from `table`, given the pages of the book and the ledger."""
    loading = [page for page in pages if table in page.loads]
    computed = _made("check", table, loading)
    return Users(
        [page.name for page in loading],
        _made("show", table, loading),
        [id for id, claim in claims.items() if id in computed or _is_looked_up(claim, table)],
    )


def _made(maker: str, table: str, pages: Iterable[Page]) -> dict[str, str]:
    """Return what a maker makes from `table`, by name, with the page of each."""
    found = ((page.name, product) for page in pages for product in page.products if product.maker == maker)
    return {product.name: page for page, product in found if table in product.tables}


def _is_looked_up(claim: Claim, table: str) -> bool:
    """Return whether the ledger itself reads the value of a claim from `table`."""
    return claim.method == "looked up" and table in claim.tables
