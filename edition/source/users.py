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
    made = [(page.name, product) for page in loading for product in page.products if table in product.tables]
    resting = {product.name for _, product in made if product.maker == "check"}
    resting |= {id for id, claim in claims.items() if claim.method == "looked up" and table in claim.tables}
    return Users(
        [page.name for page in loading],
        {product.name: name for name, product in made if product.maker == "show"},
        [id for id in claims if id in resting],
    )
