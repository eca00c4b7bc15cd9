"""The data package: what ``datapackage.json`` says about each table. Standard library only."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

BYTE_ORDER_MARK = "\ufeff"


class DataError(ValueError):
    """Data that do not fit their description; the message names file, row and cure."""


def read_package(data: Path) -> dict[str, Any]:
    """Return the descriptor of the data package in the folder `data`.

    :raises DataError: if there is none, or it is no JSON.
    """
    try:
        text = (data / "datapackage.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError("data/datapackage.json is missing; restore it") from error
    if text.startswith(BYTE_ORDER_MARK):
        raise DataError("data/datapackage.json begins with a byte order mark; save it as UTF-8 without one")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(f"data/datapackage.json, line {error.lineno}: {error.msg}; mend the JSON there") from error


def describe(name: str, data: Path) -> dict[str, Any]:
    """Return the descriptor of the table `name`.

    :raises DataError: if the data package holds no such table.
    """
    resources = {resource["name"]: resource for resource in read_package(data)["resources"]}
    if name not in resources:
        raise DataError(f"data/datapackage.json has no table {name!r}; it has {', '.join(sorted(resources))}")
    return resources[name]


def read_bytes(resource: dict[str, Any], data: Path) -> bytes:
    """Return the content of a table's file.

    :raises DataError: if there is no such file.
    """
    try:
        return (data / resource["path"]).read_bytes()
    except FileNotFoundError as error:
        raise DataError(
            f"data/{resource['path']} is missing; restore it, or take it out of datapackage.json"
        ) from error


def read_rows(name: str, data: Path) -> list[dict[str, str]]:
    """Return the rows of the table `name` as texts, each with exactly the columns of its schema.

    :raises DataError: if there is no such file, or its header or the length of a row does not fit the schema.
    """
    resource = describe(name, data)
    file = f"data/{resource['path']}"
    lines = list(csv.reader(io.StringIO(read_bytes(resource, data).decode("utf-8-sig"), newline="")))
    if not lines:
        raise DataError(f"{file} is empty; restore it")
    header, *rows = lines
    expected = [field["name"] for field in resource["schema"]["fields"]]
    if header != expected:
        raise DataError(
            f"{file}, line 1: the columns are {', '.join(header)}; "
            f"datapackage.json wants {', '.join(expected)}: rename them in one of the two"
            + ("; columns are separated by commas, not semicolons" if ";" in "".join(header) else "")
        )
    for number, row in enumerate(rows, start=1):
        if len(row) != len(expected):
            raise DataError(
                f"{file}, row {number}: {len(row)} cells for {len(expected)} columns; "
                f"a text with a comma in it needs double quotes around it"
            )
    return [dict(zip(expected, row, strict=True)) for row in rows]
