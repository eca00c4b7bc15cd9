"""Hand a value of a cell to the prose."""

from __future__ import annotations

import math
import numbers

import pandas as pd

from edition.cell.record import emit


def glue(name: str, value: float | str | pd.DataFrame) -> None:
    """Make `value` available to the prose.

    :param value: a number, which ``{glue:text}`name:.1f` `` prints in the format after the colon; a text; or a table of
        texts, for ``{glue:md}``.
    :raises TypeError: if it is none of these.
    :raises ValueError: if the number is missing, or infinite.
    """
    if isinstance(value, pd.DataFrame):
        markdown = value.to_markdown(index=False, disable_numparse=True)
        emit(name, {"text/plain": repr(value), "text/markdown": markdown})
        return
    if isinstance(value, numbers.Integral):
        value = int(value)  # the book prints the number, not numpy's name for its type
    elif isinstance(value, numbers.Real):
        value = float(value)
    elif not isinstance(value, str):
        raise TypeError(f"glue({name!r}, …): a number, a text or a table is wanted, not {type(value).__name__}")
    if value != value:
        raise ValueError(f"glue({name!r}, …): the number is missing; look at the rows that the cell selects")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"glue({name!r}, …): the number is infinite; look for a division by zero")
    emit(name, {"text/plain": repr(value)})
