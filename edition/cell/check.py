"""What a cell says about a claim of the article: ``check("C001", value)``."""

from __future__ import annotations

import datetime

import pandas as pd

from edition.cell.plain import plain
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
    value = reported(id, value)
    emit(id, {"text/plain": repr(str(value)), CLAIM: {"id": id, "value": value}})


def reported(id: str, value: Reported) -> float | str:
    """Return `value` as JSON can carry it: an int, a float or a text; a date as ``1901-05-10``.

    :raises TypeError: if the value is neither a number nor a text nor a date.
    :raises ValueError: if the value is missing, or infinite.
    """
    if isinstance(value, datetime.date) and not pd.isna(value):  # pandas' missing date is a date, too
        return value.isoformat()[:10]
    return plain(value, f"check({id!r}, …)", "a number, a text or a date")
