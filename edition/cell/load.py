"""Read a table of ``data/`` as a typed DataFrame.

Only the standard library and pandas are used, so that the same code runs in the reader's browser.
Types are checked here, by the same rules as in ``make data-check``; hashes, constraints and keys are checked by ``make data-check`` and the tests,
or a reuser could never change a datum and look at what follows.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from edition.package.read import DataError, describe, read_rows, unplain
from edition.paths import DATA
from edition.said import place

# numpy's default integer is 32 bits wide in the browser and overflows without a word: the width is always named.
DTYPES = {"integer": "int64", "number": "float64", "string": "str", "date": "datetime64[s]"}
PARSERS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "string": str,
    "date": datetime.date.fromisoformat,
}


def load(name: str, data: Path = DATA) -> pd.DataFrame:
    """Return the table `name` with the columns and types of its schema, one row per record of the file.

    Integers are int64, numbers float64, dates datetime64, everything else text; an empty cell is missing.
    Units and sources of each column stand in ``datapackage.json`` and in the chapter *Data*.

    :raises DataError: if there is no such table, or its header or a value does not fit the schema.
    """
    resource = describe(name, data)
    rows = read_rows(name, data)
    return pd.DataFrame({field["name"]: _column(rows, field, resource) for field in resource["schema"]["fields"]})


def _column(rows: list[dict[str, str]], field: dict[str, Any], resource: dict[str, Any]) -> pd.Series:
    """Return one column in the type of its `field`; empty cells become missing values."""
    name, kind = field["name"], field["type"]
    values: list[Any] = []
    for number, row in enumerate(rows, start=1):
        if wrong := unplain(field, row[name]):
            where = place(f"data/{resource['path']}", row=number, column=name)
            raise DataError(f"{where}: {wrong}")
        values.append(PARSERS[kind](row[name]) if row[name] else None)
    return pd.Series(values, dtype=DTYPES[kind], name=name)
