"""What a cell says about a claim of the article: ``check("C001", value)``."""

from __future__ import annotations

import datetime
import math
import numbers

import pandas as pd

from edition.cell.record import CLAIM, emit

Reported = float | str | datetime.date


def check(id: str, value: Reported) -> None:
    """Report `value` as what the data give for the claim `id`.

    The cell only reports. Whether the value agrees with the article is decided once, when all chapters are
    read (:mod:`edition.ledger.compare`), so that a changed remark or tolerance runs no cell again.

    :param id: the claim's identifier in ``data/claims.csv``, written as a literal.
    :param value: a number in the claim's unit, a text, or a date.
    :raises TypeError: if the value is none of these.
    :raises ValueError: if the value is missing, or infinite.
    """
    reported = plain(id, value)
    emit(id, {"text/plain": repr(str(reported)), CLAIM: {"id": id, "value": reported}})


def plain(id: str, value: Reported) -> float | str:
    """Return `value` as JSON can carry it: an int, a float or a text; a date as ``1901-05-10``.

    :raises TypeError: if the value is neither a number nor a text nor a date.
    :raises ValueError: if the value is missing, or infinite.
    """
    if isinstance(value, bool):  # which Python takes for 1 or 0
        raise TypeError(f"check({id!r}, …): a number, a text or a date is wanted, not bool")
    if pd.api.types.is_scalar(value) and pd.isna(value):
        raise ValueError(f"check({id!r}, …): the value is missing; look at the rows that the cell selects")
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        if not math.isfinite(value):
            raise ValueError(f"check({id!r}, …): the value is infinite; look for a division by zero")
        return float(value)
    if isinstance(value, str):
        return value
    raise TypeError(f"check({id!r}, …): a number, a text or a date is wanted, not {type(value).__name__}")
