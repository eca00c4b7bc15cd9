"""The data package: what ``datapackage.json`` says about each table, and its rows. Standard library only.

Whatever is read here was typed or exported by somebody: what cannot be read is named by file, line or row, and cure.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from edition.package.unseen import said_of, unreadable
from edition.said import place

PACKAGE = "data/datapackage.json"
BYTE_ORDER_MARK = "\ufeff"
FORMULA = re.compile(r"[=+@\t]|-[^\W\d]")  # what a text begins with that a spreadsheet would calculate
TYPES = ("integer", "number", "string", "date")  # of a column
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")  # of a table: cells, addresses and evidence name it
DAYS = "ISO 8601"  # the unit of a column of texts that hold days, months or years
PLAIN = {"integer": r"-?(?:0|[1-9][0-9]{0,17})", "number": r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?"}
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
SHOWN = 80  # letters of a text that a message quotes
SAVE = "save the file as UTF-8"


class DataError(ValueError):
    """Data that do not fit their description; the message names file, row and cure."""


def as_text(content: bytes, file: str) -> str:
    """Return the content of `file` as text; a byte order mark stays.

    :raises DataError: if it is no UTF-8, or has characters in it that nobody typed.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:64].count(0) > len(content[:64]) // 3:
        raise DataError(f"{place(file, line=1)}: it is UTF-16, not UTF-8; {SAVE}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, byte = content.count(b"\n", 0, error.start) + 1, content[error.start]
        raise DataError(
            f"{place(file, line=line)}: the byte {byte:#04x} is no UTF-8, but of another encoding, such as cp1252; {SAVE}"
        ) from error
    if found := unreadable(text, int(text.startswith(BYTE_ORDER_MARK))):
        line = text.count("\n", 0, found.start()) + 1
        raise DataError(f"{place(file, line=line)}: {said_of(found)}, and {SAVE}")
    return text


def read_content(path: Path, file: str) -> bytes:
    """Return the content of the file at `path`, which is called `file`.

    :raises DataError: if there is no such file, or it cannot be read.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # whose reading need not end
            raise DataError(f"{file} is no file, but a pipe or a device; put a file there")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(f"{file} is missing; restore it") from error
    except (IsADirectoryError, NotADirectoryError) as error:
        raise DataError(f"{file} is a folder, not a file; name a file") from error
    except OSError as error:
        raise DataError(f"{file} cannot be read: {error.strerror or error}; let it be readable") from error


def parse_package(data: Path) -> Any:
    """Return what ``datapackage.json`` in the folder `data` holds, whatever that is.

    :raises DataError: if there is none, or it is no JSON.
    """
    return _parse(read_content(data / "datapackage.json", PACKAGE))


def _parse(content: bytes) -> Any:
    """Return what a descriptor holds.

    :raises DataError: if it is no JSON.
    """
    text = as_text(content, PACKAGE)
    if text.startswith(BYTE_ORDER_MARK):
        raise DataError(f"{PACKAGE} begins with a byte order mark; save it as UTF-8 without one")
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except DataError:
        raise
    except json.JSONDecodeError as error:
        raise DataError(f"{place(PACKAGE, line=error.lineno)}: {error.msg}; mend the JSON there") from error
    except ValueError as error:  # an integer of thousands of digits
        raise DataError(f"{PACKAGE}: {error}; write a number that a person can read") from error
    except RecursionError as error:
        raise DataError(f"{PACKAGE}: brackets stand in brackets without an end; mend the JSON") from error
    for said in _texts(found):
        if letters := unreadable(said):  # written by its number, as \\u202e
            raise DataError(f"{PACKAGE}: {said_of(letters)}, in {said[:SHOWN]!a}")
    return found


def _texts(part: Any) -> Iterator[str]:
    """Yield all texts of a descriptor."""
    if isinstance(part, str):
        yield part
    for one in [*part, *part.values()] if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _texts(one)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of the descriptor, in which no key stands twice: the first one would be lost without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        at = f" of {found['name']!r}" if isinstance(found.get("name"), str) else ""
        raise DataError(f"{PACKAGE}: the key {twice!r}{at} stands twice; keep one of the two")
    return found


def read_package(data: Path) -> dict[str, Any]:
    """Return the descriptor of the data package in the folder `data`.

    :raises DataError: if there is none, it is no JSON, or its tables cannot be read by what it says.
    """
    return _whole(parse_package(data))


def _whole(package: Any) -> dict[str, Any]:
    """Return a descriptor whose tables can be read.

    :raises DataError: if they cannot.
    """
    for fault in misshapen(package):
        raise DataError(fault)
    return package


@lru_cache(maxsize=8)
def _tables(content: bytes) -> dict[str, dict[str, Any]]:
    """Return the tables of a descriptor by name: a build asks for them a thousand times. Not to be changed."""
    return {resource["name"]: resource for resource in _whole(_parse(content))["resources"]}


def misshapen(package: Any) -> Iterator[str]:
    """Yield why tables cannot be read by their descriptor, one line each."""
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list):
        yield f"{PACKAGE}: no list of tables; let it be an object with the key resources, a list"
        return
    names = [resource.get("name") for resource in resources if isinstance(resource, dict)]
    for number, resource in enumerate(resources, start=1):
        if not isinstance(resource, dict):
            yield f"{PACKAGE}, table {number}: it is no object; describe the table as the others are"
        elif not isinstance(resource.get("name"), str) or not resource["name"]:
            yield f"{PACKAGE}, table {number}: lacks name; add it"
        elif names.index(resource["name"]) + 1 < number:
            yield f"{PACKAGE}: the name {resource['name']} stands twice; give one of the tables another"
        else:
            yield from _misshapen_table(resource)


def _misshapen_table(resource: dict[str, Any]) -> Iterator[str]:
    """Yield why one table cannot be read by its description."""
    name, path, schema = resource["name"], resource.get("path"), resource.get("schema")
    if not NAME.fullmatch(name):
        yield f"{PACKAGE}: the name {name!r} of a table is none; write small letters and digits, as in {_named_well(name)}"
    if not isinstance(path, str) or not path:
        yield f"{PACKAGE}: {name} lacks path; add it: the name of its file in data/"
    elif not is_inside(path):
        yield f"{PACKAGE}: the path {path!r} of {name} leads out of data/; let it name a file in data/"
    elif not path.isprintable() or any(part.startswith(".") for part in PurePosixPath(path).parts):
        yield f"{PACKAGE}: the path {path!r} of {name} is that of a hidden file, or has signs that nobody sees; rename the file"
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if isinstance(fields, list) and fields:
        yield from _misshapen_fields(name, fields)
    else:
        key = "fields in its schema" if isinstance(schema, dict) else "schema"
        yield f"{PACKAGE}: {name} lacks {key}; add it: an object whose fields list the columns"


def _misshapen_fields(name: str, fields: list[Any]) -> Iterator[str]:
    """Yield why the columns of the table `name` cannot be read by their descriptions."""
    columns = [field.get("name") if isinstance(field, dict) else None for field in fields]
    for number, (field, column) in enumerate(zip(fields, columns, strict=True), start=1):
        if not isinstance(column, str) or not column:
            yield f"{PACKAGE}: field {number} of {name} lacks name; add it"
        elif not column.isprintable() or column != column.strip():
            yield f"{PACKAGE}: field {number} of {name} has the name {column!r}; write it in one line, without spaces around it"
        elif columns.index(column) + 1 < number:
            yield f"{PACKAGE}: the field {column} of {name} stands twice; give one of the columns another name"
        elif field.get("type") not in TYPES:
            said = f"has the type {field['type']!r}" if "type" in field else "lacks type"
            yield f"{PACKAGE}: the field {column} of {name} {said}; choose from {', '.join(TYPES)}"


def _named_well(name: str) -> str:
    """Return a name for a table that is like another text."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "events"


def is_inside(path: str) -> bool:
    """Return whether a path of the descriptor names something within the folder of the data, on any system."""
    return not (PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts or re.search(r"[\\:\0]", path))


def describe(name: str, data: Path) -> dict[str, Any]:
    """Return the descriptor of the table `name`, which is not to be changed: others read it too.

    :raises DataError: if the data package holds no such table.
    """
    resources = _tables(read_content(data / "datapackage.json", PACKAGE))
    if name not in resources:
        raise DataError(f"{PACKAGE} has no table {name!r}; it has {', '.join(sorted(resources))}")
    return resources[name]


def file_of_table(name: str, data: Path) -> str:
    """Return the file of a table as messages name it: ``data/harvests.csv``.

    :raises DataError: if the descriptor cannot be read, or has no table of this name.
    """
    return f"data/{describe(name, data)['path']}"


def read_bytes(resource: dict[str, Any], data: Path) -> bytes:
    """Return the content of a table's file.

    :raises DataError: if there is no such file, or it lies outside the folder.
    """
    path, file = data / resource["path"], f"data/{resource['path']}"
    if not is_inside(resource["path"]) or not path.resolve().is_relative_to(data.resolve()):
        raise DataError(f"{file} leads out of data/; put the file itself there")
    if not path.exists():
        raise DataError(f"{file} is missing; restore it, or take it out of datapackage.json")
    return read_content(path, file)


def read_rows(name: str, data: Path) -> list[dict[str, str]]:
    """Return the rows of the table `name` as texts, each with exactly the columns of its schema.

    :raises DataError: if there is no such file, it is no text, or its header or the length of a row does not fit.
    """
    resource = describe(name, data)
    return rows_in(read_bytes(resource, data), resource)


def rows_in(content: bytes, resource: dict[str, Any]) -> list[dict[str, str]]:
    """Return the rows in the content of a table's file.

    :raises DataError: if it is no text, or its header or the length of a row does not fit the schema.
    """
    file = f"data/{resource['path']}"
    lines = _cells(as_text(content, file).removeprefix(BYTE_ORDER_MARK), file)
    if not lines:
        raise DataError(f"{file} is empty; restore it")
    header, *rows = lines
    expected = [field["name"] for field in resource["schema"]["fields"]]
    if header != expected:
        raise DataError(f"{place(file, line=1)}: {_other_columns(header, expected)}")
    for number, row in enumerate(rows, start=1):
        if not "".join(row).strip():
            raise DataError(f"{place(file, row=number)}: the line is blank; delete it")
        if len(row) != len(expected):
            cure = "a text with a comma in it needs double quotes around it"
            if len(row) < len(expected):
                cure = "add the missing cells, empty ones too, or put a broken line together again"
            raise DataError(f"{place(file, row=number)}: {len(row)} cells for {len(expected)} columns; {cure}")
    return [dict(zip(expected, row, strict=True)) for row in rows]


def _cells(text: str, file: str) -> list[list[str]]:
    """Return the cells of each line of a table.

    :raises DataError: if a double quote is not closed, or stands where it means nothing.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error as error:
        raise DataError(
            f"{place(file, row=len(lines))}: {error}; close every double quote, and write one within a cell twice"
        ) from error
    return lines


def _other_columns(header: list[str], expected: list[str]) -> str:
    """Return what is wrong with the header of a table."""
    if not "".join(header).strip():
        return "the line is blank; delete it"
    if twice := next((name for name in header if header.count(name) > 1), None):
        return f"the column {twice!r} stands twice; delete one, or rename it"
    return (
        f"the columns are {', '.join(header)}; datapackage.json wants {', '.join(expected)}: rename them in one of the two"
        + ("; columns are separated by commas, not semicolons or tabs" if re.search("[;\t]", "".join(header)) else "")
    )


def unplain(field: dict[str, Any], text: str) -> str | None:
    """Return what is wrong with a cell of the column `field`, and the cure; None if nothing is.

    Numbers are digits, with a point before decimals, and days are those of the calendar. An empty cell is missing, which
    an integer cannot be.
    """
    kind = field["type"]
    if len(text.splitlines()) > 1 or "\t" in text:
        return f"{text[:SHOWN]!r} has more than one line, or a tab, in it; write it in one, with spaces"
    if text != text.strip():
        return f"{text!r} begins or ends with a space, which nobody sees; delete it"
    if kind == "string" and FORMULA.match(text):
        return f"{text!r} begins as a formula, which a spreadsheet would calculate; begin it with a word"
    if kind in PLAIN and (text or kind == "integer") and not re.fullmatch(PLAIN[kind], text):
        return f"{text!r} is not of type {kind}; correct the cell: plain digits, as in {'-12' if kind == 'integer' else '-1.25'}"
    if text and (kind == "date" or field.get("unit") == DAYS):
        return _no_day(text, whole=kind == "date")
    return None


def _no_day(text: str, whole: bool) -> str | None:
    """Return why a text is no day; it may be a month or a year if it need not be a `whole` day."""
    found = DAY.fullmatch(text)
    if not found or (whole and not found[3]):
        return f"{text!r} is not of type date; correct the cell: year, month and day, as in 1901-05-10"
    try:
        datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return f"{text!r} is no day of the calendar; correct the cell"
    return None
