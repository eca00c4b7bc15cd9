"""What ``datapackage.json`` has to say of each table, for the checks and for the chapter that is made from it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition.package.address import fault_of
from edition.package.keys import strangers
from edition.package.read import PACKAGE, DataError, file_of_table, misshapen, parse_package, read_rows
from edition.said import place

Table = dict[str, Any]

TEXTS = ("title", "description", "verification", "gaps")  # what the chapter on the data prints of each table
RECORDED = {"hash": r"sha256:[0-9a-f]{64}", "bytes": r"[0-9]+"}


def printable(data: Path) -> list[str]:
    """Return why the descriptor in the folder `data` cannot be read, or not be printed; nothing if it can.

    These are the faults with which no book can be built.
    """
    try:
        package = parse_package(data)
    except DataError as error:
        return [str(error)]
    if wrong := list(misshapen(package)):
        return wrong
    wrong = [*_unlinkable(package, "the package")]
    wrong += [line for table in package["resources"] for line in _lacking(table)]
    return wrong or [*strangers(package)]


def hash_of(content: bytes) -> str:
    """Return the hash of a table's file as ``datapackage.json`` has it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def unrecorded(resources: list[Table]) -> Iterator[str]:
    """Yield what the descriptor does not record of a table, so that a change of it would pass."""
    for table in resources:
        for key, pattern in RECORDED.items():
            if key not in table:
                yield f"{PACKAGE}: {table['name']} lacks {key}; add it with: make data-accept"
            elif not re.fullmatch(pattern, str(table[key])):
                yield f"{PACKAGE}: {key} of {table['name']} is {table[key]!r}; record it anew with: make data-accept"


def unlinkable_sources(data: Path) -> list[str]:
    """Return the sources whose address may not be linked, one line each.

    :raises DataError: if the tables of sources cannot be read.
    """
    file = file_of_table("sources", data)
    return [
        f"{place(file, row=number, column='url')}: {wrong}"
        for number, row in enumerate(read_rows("sources", data), start=1)
        if row.get("url") and (wrong := fault_of(row["url"]))
    ]


def _lacking(table: Table) -> Iterator[str]:
    """Yield what the description of one table lacks, or says in a way that nobody can use."""
    name = table["name"]
    for key in TEXTS:
        if key not in table:
            yield f"{PACKAGE}: {name} lacks {key}; add it"
        elif not isinstance(table[key], str) or not table[key].strip():
            yield f"{PACKAGE}: {key} of {name} is no text; write one"
    yield from _unlinkable(table, name, required=True)
    if str(table.get("encoding", "utf-8")).lower() not in ("utf-8", "utf8"):
        yield f"{PACKAGE}: {name} has the encoding {table['encoding']!r}; save the file as UTF-8, and write utf-8"
    for field in table["schema"]["fields"]:
        yield from _lacking_field(field, name)
    yield from _lost_keys(table["schema"], name)


def _unlinkable(part: Table, name: str, required: bool = False) -> Iterator[str]:
    """Yield what is wrong with the sources and licences of a table, or of the package."""
    for key in ("sources", "licenses"):
        listed = part.get(key)
        if listed is None and (not required or key not in part):
            if required:
                yield f"{PACKAGE}: {name} lacks {key}; add it"
        elif not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            yield f'{PACKAGE}: {key} of {name} is no list of objects; write [{{"title": …, "path": …}}]'
        else:
            yield from _unlinkable_list(listed, f"{key} of {name}")


def _unlinkable_list(listed: list[Table], whose: str) -> Iterator[str]:
    """Yield what is wrong with a list of sources or licences."""
    for number, one in enumerate(listed, start=1):
        if not isinstance(one.get("title"), str):
            yield f"{PACKAGE}: number {number} of the {whose} lacks title; add it"
        if (path := one.get("path")) is not None and (wrong := fault_of(str(path))):
            yield f"{PACKAGE}: number {number} of the {whose}: {wrong}"


def _lacking_field(field: Table, name: str) -> Iterator[str]:
    """Yield what the description of a column lacks, or says in a way that nobody can use."""
    field_of = f"the field {field['name']} of {name}"
    if not isinstance(field.get("description"), str):
        yield f"{PACKAGE}: {field_of} lacks description; add it"
    if not isinstance(field.get("unit", ""), str):
        yield f"{PACKAGE}: the unit of {field_of} is no text; write one"


def _lost_keys(schema: Table, name: str) -> Iterator[str]:
    """Yield the keys that name no column."""
    columns = [field["name"] for field in schema["fields"]]
    keys = schema.get("foreignKeys", [])
    if not isinstance(keys, list) or not all(isinstance(key, dict) and "fields" in key for key in keys):
        yield f"{PACKAGE}: the foreignKeys of {name} are no list of objects with fields and reference; mend them"
        return
    for used in (schema.get("primaryKey", []), *(key["fields"] for key in keys)):
        for column in used if isinstance(used, list) else [used]:
            if column not in columns:
                yield f"{PACKAGE}: a key of {name} names the column {column!r}; it has {', '.join(columns)}"
