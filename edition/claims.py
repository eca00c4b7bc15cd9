"""What a cell says about a claim of the article: ``check("C022", value)``."""

from __future__ import annotations

import datetime
import numbers

import pandas as pd

from edition.records import CLAIM, emit


def check(id: str, value: float | str | datetime.date) -> None:
    """Report `value` as what the data give for the claim `id`.

    The cell only reports. Whether the value agrees with the article is decided once, when all chapters are
    read (:mod:`edition.ledger`), so that a changed remark or tolerance runs no cell again.

    :param id: the claim's identifier in ``data/claims.csv``, written as a literal.
    :param value: a number in the claim's unit, a text, or a date.
    :raises TypeError: if the value is none of these.
    :raises ValueError: if the value is missing.
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        raise ValueError(f"check({id!r}, …): the value is missing; look at the rows that the cell selects")
    if isinstance(value, datetime.date):
        plain: float | str = value.isoformat()[:10]
    elif isinstance(value, numbers.Integral):
        plain = int(value)
    elif isinstance(value, numbers.Real):
        plain = float(value)
    elif isinstance(value, str):
        plain = value
    else:
        raise TypeError(f"check({id!r}, …): a number, a text or a date is wanted, not {type(value).__name__}")
    emit(id, {"text/plain": repr(str(plain)), CLAIM: {"id": id, "value": plain}})
