"""Imports of major arms, as chapters add them up."""

from __future__ import annotations

import pandas as pd

#: What stands under each figure drawn from the table ``arms_transfers``.
SIPRI = "own calculation from the SIPRI Arms Transfers Database, release of March 2022"

#: First and last year of the article’s shares, the decade before the Second Karabakh War, and of its two halves.
DECADE = (2011, 2020)
HALVES = ((2011, 2015), (2016, 2020))


def imports(transfers: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Return imports in the years from `first` to `last`, both included, by supplier and recipient; millions of TIV.

    :param transfers: the table ``arms_transfers``.
    """
    window = transfers[transfers.year.between(first, last)]
    return window.pivot_table("tiv", index="supplier", columns="recipient", aggfunc="sum", fill_value=0)


def supplier_shares(transfers: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Return the suppliers’ shares of :func:`imports`, by supplier and recipient; per cent."""
    volumes = imports(transfers, first, last)
    return 100 * volumes / volumes.sum()
