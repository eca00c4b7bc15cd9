"""The keys that ``datapackage.json`` may have, those of its standard and our own, and what each may say.

What the standard knows and nothing here reads (a dialect, other signs for a missing value) is refused: it would change
what others read, and not what the book prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edition.package.read import PACKAGE, unplain
from edition.said import choice

Part = dict[str, Any]

DESCRIBING = ("name", "title", "description", "sources", "licenses")
OF_PACKAGE = (
    *DESCRIBING, "profile", "id", "version", "created", "homepage", "image", "keywords", "contributors", "resources",
)  # fmt: skip
OF_TABLE = (
    *DESCRIBING, "profile", "type", "path", "scheme", "format", "mediatype", "encoding", "hash", "bytes", "schema",
    "locator", "verification", "gaps", "value_column", "row_name",
)  # fmt: skip
OF_SCHEMA = ("fields", "primaryKey", "foreignKeys", "missingValues")
OF_FIELD = ("name", "title", "type", "format", "description", "unit", "language", "example", "constraints")
OF_SOURCE = ("name", "title", "path", "email")
OF_KEY, OF_REFERENCE = ("fields", "reference"), ("resource", "fields")
#: What these may say if they are there: the tables are read in no other way.
ONLY: dict[str, tuple[Any, ...]] = {
    "type": ("table",),
    "scheme": ("file",),
    "format": ("csv",),
    "mediatype": ("text/csv",),
    "profile": ("tabular-data-resource", "data-resource"),
    "missingValues": ([""],),
}
PROFILES = ("data-package", "tabular-data-package")
ROW_NAME = r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"  # an address is made of it
LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"  # a tag of BCP 47
BOUNDS, LENGTHS, YES_OR_NO = ("minimum", "maximum"), ("minLength", "maxLength"), ("required", "unique")
RULES = (*YES_OR_NO, "enum", "pattern", *BOUNDS, *LENGTHS)


def strangers(package: Part) -> Iterator[str]:
    """Yield the keys of a descriptor that are none, and values that nothing reads, one line each.

    :param package: whose tables can be read (:func:`edition.package.read.misshapen`).
    """
    yield from _unknown(package, OF_PACKAGE, "the package")
    if package.get("profile", PROFILES[0]) not in PROFILES:  # an address would be fetched
        yield f"{PACKAGE}: the profile of the package is {package['profile']!r}; write {PROFILES[0]}, or take it out"
    tables = {table["name"]: [field["name"] for field in table["schema"]["fields"]] for table in package["resources"]}
    for table in package["resources"]:
        name, schema = table["name"], table["schema"]
        yield from _unknown(table, OF_TABLE, name)
        yield from _unread({**table, **schema}, name)
        yield from _unknown(schema, OF_SCHEMA, f"the schema of {name}")
        for field in schema["fields"]:
            place = f"the field {field['name']} of {name}"
            yield from _unknown(field, OF_FIELD, place)
            if field.get("format", "default") != "default":
                said = f"the format of {place} is {field['format']!r}, but cells are read in one way"
                yield f"{PACKAGE}: {said}; take it out"
            yield from _broken_rules(field, place)
            if not re.fullmatch(LANGUAGE, str(field.get("language", "en"))):
                said = f"the language of {place} is {field['language']!r}"
                yield f"{PACKAGE}: {said}; write its code, as az, or az-Latn"
        yield from _own(table, tables[name])
        yield from _references(table, tables)


def _unknown(part: Part, known: tuple[str, ...], place: str) -> Iterator[str]:
    """Yield the keys of a part that are none; and of its sources and licences."""
    for key in part:
        if key not in known:
            yield f"{PACKAGE}: {place} has the key {key!r}, which nothing reads; take it out, or {choice(key, known)}"
    for name in ("sources", "licenses"):
        listed = part.get(name)
        for number, one in enumerate(listed if isinstance(listed, list) else [], start=1):
            if isinstance(one, dict):
                yield from _unknown(one, OF_SOURCE, f"number {number} of the {name} of {place}")


def _unread(part: Part, name: str) -> Iterator[str]:
    """Yield the values by which others would read a table in another way."""
    for key, values in ONLY.items():
        if key in part and part[key] not in values:
            said = f"{key} of {name} is {part[key]!r}, but tables are read in one way"
            yield f"{PACKAGE}: {said}; write {values[0]!r}, or take it out".replace("'", '"')


def _own(table: Part, columns: list[str]) -> Iterator[str]:
    """Yield what is wrong with the keys that are our own."""
    name, column = table["name"], table.get("value_column")
    if column is not None and column not in columns:
        cure = choice(column, columns)
        yield f"{PACKAGE}: the value_column of {name} is {column!r}, which is no column of it; {cure}"
    if column is not None and "key" not in columns:
        yield f"{PACKAGE}: {name} has a value_column, but no column key by which a row is found; add one, or take it out"
    row_name = table.get("row_name")
    if row_name is not None and not (isinstance(row_name, str) and re.fullmatch(ROW_NAME, row_name)):
        yield f"{PACKAGE}: the row_name of {name} is {row_name!r}; write a word of small letters, such as event"
    if not isinstance(table.get("locator", ""), str):
        yield f"{PACKAGE}: the locator of {name} is {table['locator']!r}; write a text, such as the row of {{state}}"


def _references(table: Part, tables: dict[str, list[str]]) -> Iterator[str]:
    """Yield where keys lead to a table or a column that is not there."""
    name = table["name"]
    for key in table["schema"].get("foreignKeys", []):
        yield from _unknown(key, OF_KEY, f"a foreign key of {name}")
        reference = key.get("reference")
        if not isinstance(reference, dict) or not isinstance(reference.get("resource"), str):
            yield f"{PACKAGE}: a foreign key of {name} lacks reference; add it: an object with resource and fields"
            continue
        yield from _unknown(reference, OF_REFERENCE, f"the reference of a foreign key of {name}")
        other = reference["resource"] or name
        if other not in tables:
            yield f"{PACKAGE}: a foreign key of {name} names the table {other!r}, which is none; {choice(other, tables)}"
            continue
        fields = reference.get("fields")
        for column in fields if isinstance(fields, list) else [fields]:
            if column not in tables[other]:
                cure = choice(column, tables[other])
                yield f"{PACKAGE}: a foreign key of {name} names the column {column!r} of {other}, which is none; {cure}"


def _broken_rules(field: Part, place: str) -> Iterator[str]:
    """Yield what is wrong with the constraints of a column."""
    rules = field.get("constraints", {})
    if not isinstance(rules, dict):
        yield f'{PACKAGE}: the constraints of {place} are no object; write {{"required": true}}, for example'
        return
    for rule, value in rules.items():
        if rule not in RULES:
            yield f"{PACKAGE}: {place} has the constraint {rule!r}, which is none; {choice(rule, RULES)}"
        elif wanted := _unfit(rule, value, field["type"]):
            yield f"{PACKAGE}: the constraint {rule} of {place} is {value!r}; {wanted}"
        elif rule == "pattern":
            yield from _bad_pattern(value, place)


def _unfit(rule: str, value: Any, kind: str) -> str | None:
    """Return what a constraint on a column of a type should be; None if it is so."""
    if rule in YES_OR_NO:
        return None if isinstance(value, bool) else "let it be true or false"
    if rule in (*LENGTHS, "pattern") and kind != "string":
        return f"a column of type {kind} has none; take it out"
    if rule in LENGTHS:
        return None if _is_of(value, "integer") else "let it be a whole number"
    if rule == "pattern":
        return None if isinstance(value, str) else "let it be a text"
    if rule == "enum":
        right = isinstance(value, list) and value and all(_is_of(one, kind) for one in value)
        return None if right else f"let it be a list of what the cells may say, each of type {kind}"
    if kind == "string":
        return "a column of type string has none; take it out, or use minLength and maxLength"
    return None if _is_of(value, kind) else f"let it be of type {kind}"


def _is_of(value: Any, kind: str) -> bool:
    """Return whether a value in JSON is of the type of a column."""
    if kind == "date":
        return isinstance(value, str) and bool(value) and unplain({"type": "date"}, value) is None
    kinds = {"integer": (int,), "number": (int, float), "string": (str,)}[kind]
    return isinstance(value, kinds) and not isinstance(value, bool)


def _bad_pattern(pattern: str, place: str) -> Iterator[str]:
    """Yield why a pattern cannot be used."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        yield f"{PACKAGE}: the pattern {pattern!r} of {place} is no regular expression: {error}; mend it"
