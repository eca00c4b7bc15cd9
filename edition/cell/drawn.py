"""The numbers that a figure draws, as tables to read under it."""

from __future__ import annotations

import numbers
from collections.abc import Mapping
from typing import Any

import pandas as pd

MISSING = "–"
Table = dict[str, Any]


def written_tables(tables: Mapping[str, pd.DataFrame], form: str) -> list[Table]:
    """Return the tables as texts: of each what its numbers are, its heads, and the cells of its rows.

    :param tables: what is drawn, each under what its numbers are, with their unit, such as ``tons``.
    :param form: how a number with a fraction is written; whole numbers are written in full, what an index holds as it is.
    :raises ValueError: if there is no table, or one of them is empty, or its rows or columns have no name.
    """
    if not tables:
        raise ValueError("no table says what is drawn; give table={'what the numbers are, and their unit': frame}")
    return [{"units": units, **_written(units, frame, form)} for units, frame in tables.items()]


def _written(units: str, frame: pd.DataFrame, form: str) -> Table:
    """Return one table; the index of its frame becomes its first columns."""
    if frame.empty or not units.strip():
        raise ValueError(f"the table {units!r} is empty, or nothing says what its numbers are")
    if None in frame.index.names:
        raise ValueError(f"the table {units!r}: say what its rows are, with set_index(…) or rename_axis(…)")
    names = frame.index.to_frame(index=False)
    columns = [_texts(names[name], "") for name in names] + [_texts(column, form) for _, column in frame.items()]
    heads = [_head(name) for name in (*frame.index.names, *frame.columns)]
    return {"heads": heads, "rows": [list(row) for row in zip(*columns, strict=True)]}


def _head(name: Any) -> str:
    """Return the head of a column; the parts of a name of several levels stand one after the other."""
    text = ", ".join(map(str, name)) if isinstance(name, tuple) else str(name)
    return (text[:1].upper() + text[1:]).replace("_", " ")


def _texts(column: pd.Series, form: str) -> list[str]:
    """Return the values of a column as a reader wants them; without a form a number is a name, such as a year."""
    if pd.api.types.is_datetime64_any_dtype(column):
        is_day = (column.dropna() == column.dropna().dt.normalize()).all()
        column = column.dt.strftime("%-d %B %Y" if is_day else "%-d %B %Y, %H:%M")
    return [MISSING if pd.isna(value) else _text(value, form) for value in column]


def _text(value: Any, form: str) -> str:
    """Return a value that is there."""
    if isinstance(value, numbers.Real) and form:
        return f"{value:,}" if isinstance(value, numbers.Integral) else form.format(value)
    return str(value)
