"""An error that the framework finds in a table, as a line with file, row and cure."""

from __future__ import annotations

from typing import Any

from frictionless import Error, errors

from edition.said import place

Table = dict[str, Any]  # as the descriptor has it
Tables = dict[str, Table]  # by name


def explained(error: Error, name: str, tables: Tables) -> str:
    """Return one error of the framework in the table `name` as a line with file, row and cure."""
    resource = tables[name]
    file = f"data/{resource['path']}"
    row = error.row_number - 1 if isinstance(error, errors.RowError) else None
    if isinstance(error, errors.ForeignKeyError):
        other = f"data/{tables[error.reference_name]['path']}" if error.reference_name else "the table itself"
        where = place(file, row=row, column=error.field_names[0])
        return f"{where}: {other} has no row {error.field_cells[0]!r}; add it there, or correct the cell"
    if isinstance(error, (errors.UniqueError, errors.PrimaryKeyError)):
        return _stands_twice(resource, error)
    if isinstance(error, errors.ConstraintError):
        return f"{place(file, row=row, column=error.field_name)}: {_broken_rule(resource, error)}"
    return f"{place(file, row=row)}: {error.message}"


def _stands_twice(resource: Table, error: errors.RowError) -> str:
    """Return in words that a row has what must stand once in its table."""
    names = [field["name"] for field in resource["schema"]["fields"]]
    keys = resource["schema"].get("primaryKey", [])
    columns = [error.field_name] if isinstance(error, errors.UniqueError) else [keys] if isinstance(keys, str) else keys
    cells = [error.cells[names.index(column)] for column in columns]
    where = place(f"data/{resource['path']}", row=error.row_number - 1, column=" and ".join(columns))
    if not any(cells):
        return f"{where}: the cell is empty, by which the row is known; fill it in"
    return f"{where}: {', '.join(map(repr, cells))} stands in a row above; let each row have its own, or delete one"


def _broken_rule(resource: Table, error: errors.ConstraintError) -> str:
    """Return in words which rule of its column a cell breaks, and the cure."""
    rule = error.note.replace("constraint ", "").replace('"', "")
    if not rule.startswith("required is"):
        return f"{error.cell!r}, but {rule}; correct the cell, or the rule in datapackage.json"
    [field] = (field for field in resource["schema"]["fields"] if field["name"] == error.field_name)
    codes = field["constraints"].get("enum")
    return "the cell is empty; fill it in" + (f" with one of: {', '.join(map(str, codes))}" if codes else "")
