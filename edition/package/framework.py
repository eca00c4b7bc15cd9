"""What the Frictionless framework says of types, constraints and keys, in the words of this book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frictionless import Package, Report

from edition.package.explained import Tables, explained
from edition.package.read import PACKAGE, read_package

SAID = ("type-error", "blank-row")  # those that our own reading names, and more strictly


def broken(data: Path) -> list[str]:
    """Return which types, constraints and keys the tables break, each once, one line each.

    No exception: what the framework makes of a rule that it does not understand is a line too.
    """
    tables = {resource["name"]: resource for resource in read_package(data)["resources"]}
    try:
        return [*dict.fromkeys(_broken(report_on(tables, data), tables))]  # a key may be unique besides
    except Exception as error:
        return [f"{PACKAGE}: {_in_a_line(error)}; mend the descriptor"]


def _in_a_line(error: Exception) -> str:
    """Return what an error says, in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def report_on(tables: Tables, data: Path) -> Report:
    """Return what the framework says of types, constraints and keys.

    It is told no more than that: whatever else a descriptor may say, an address or a file to look into, it never sees.

    :raises FrictionlessException: if it cannot read the descriptor.
    """
    resources = [
        {
            "type": "table",
            "format": "csv",
            "encoding": "utf-8",
            **_only(table, ("name", "path")),
            "schema": _rules(table),
        }
        for table in tables.values()
    ]
    return Package.from_descriptor({"resources": resources}, basepath=str(data)).validate()


def _rules(table: dict[str, Any]) -> dict[str, Any]:
    """Return what the framework is to look at in a table; patterns it would match for as long as they take."""
    schema = _only(table["schema"], ("primaryKey", "foreignKeys"))
    fields = [_only(field, ("name", "type", "constraints")) for field in table["schema"]["fields"]]
    for field in fields:
        field["constraints"] = {key: rule for key, rule in field.get("constraints", {}).items() if key != "pattern"}
    return {"fields": fields, **schema}


def _only(part: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """Return what a part of the descriptor says under some keys, if it is there."""
    return {key: part[key] for key in keys if key in part}


def _broken(report: Report, tables: Tables) -> Iterator[str]:
    """Yield the errors of the framework, those apart that are said already."""
    for error in report.errors:
        yield f"{PACKAGE}: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            if error.type not in SAID:
                yield explained(error, task.name, tables)
