"""The values that a cell hands over, as Python has them: numbers and texts, not in the types of a library."""

from __future__ import annotations

import math
import numbers
from typing import Any

import pandas as pd


def plain(value: Any, call: str, wanted: str) -> int | float | str:
    """Return a number or a text as an int, a float or a str.

    :param call: what the cell calls, as messages name it: ``check('C001', …)``.
    :param wanted: what it takes, in words.
    :raises TypeError: if the value is neither a number nor a text; a truth value, which Python takes for 1 or 0, is none.
    :raises ValueError: if it is missing, or infinite.
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        raise ValueError(f"{call}: the value is missing; look at the rows that the cell selects")
    if isinstance(value, str):
        return str(value)
    if isinstance(value, numbers.Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, numbers.Real) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise ValueError(f"{call}: the value is infinite; look for a division by zero")
        return float(value)
    raise TypeError(f"{call}: {wanted} is wanted, not {type(value).__name__}")
