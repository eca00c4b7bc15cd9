"""What a cross-check is: the tables that it reads, and a function that yields a line for each fault it finds."""

from __future__ import annotations

import itertools
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from edition.package.read import file_of_table, read_rows
from edition.said import place
from edition.settings import registered

Row = dict[str, str]
Rows = list[Row]

# The folder that is being checked: a check knows its tables by name alone, and a message names their files.
FOLDER: ContextVar[Path | None] = ContextVar("FOLDER", default=None)


@dataclass(frozen=True)
class CrossCheck:
    """A cross-check; called with tables by name, it returns its faults, one readable line each."""

    tables: tuple[str, ...]
    find: Callable[..., Iterator[str]]
    totals: bool = False  # whether sums are held against published totals

    def __call__(self, tables: Mapping[str, Rows]) -> list[str]:
        """Return the faults in `tables`, which hold rows of texts.

        What a check throws, as at a date that is none or a name that nobody knows, is a fault too, after those found before.
        """
        found: list[str] = []
        try:
            found.extend(self.find(*(tables[name] for name in self.tables)))
        except Exception as error:
            found.append(self._ended(error, tables))
        return found

    def _ended(self, error: Exception, tables: Mapping[str, Rows]) -> str:
        """Return in a line where a check has ended, and why; what stands further down it has not seen."""
        check = f"the cross-check {self.find.__module__}.{self.find.__name__}"
        again = "and run it again, as it saw nothing further"
        row = self._place(error, tables)
        files = ", ".join(map(file_of, self.tables))
        if isinstance(error, NoSuchRow):  # among all rows of a table, or those that the check has picked
            table = next((file_of(name) for name in self.tables if tables[name] is error.rows), files)
            wanted = f"{table}: no row has the {error.column} {error.key!r}, which {check} looks for"
            return f"{wanted}{f' at {row}' if row else ''}; restore the row, or correct who names it, {again}"
        empty = [file_of(name) for name in self.tables if not tables[name]]
        if empty and not row:
            return f"{', '.join(empty)}: the table has no row, and {check} ends at {error!r}; restore the rows, {again}"
        return f"{row or files}: {check} ends at {error!r}; correct the cell, or the check, {again}"

    def _place(self, error: Exception, tables: Mapping[str, Rows]) -> str | None:
        """Return the row that was being looked at when `error` was thrown; None if that is not known."""
        places = {id(row): at(name, number) for name in self.tables for number, row in enumerate(tables[name], start=1)}
        found = None
        for frame, _ in traceback.walk_tb(error.__traceback__):
            for value in frame.f_locals.values():
                found = places.get(id(value), found)
        return found


def over(*tables: str, totals: bool = False) -> Callable[[Callable[..., Iterator[str]]], CrossCheck]:
    """Make the decorated function a check over these tables, which it takes in this order."""
    return lambda find: CrossCheck(tables, find, totals)


def in_order(name: str, *columns: str) -> CrossCheck:
    """Return the check that the rows of the table `name` stand in the order of `columns`."""

    @over(name)
    def check(rows: Rows) -> Iterator[str]:
        keys = [[row[column] for column in columns] for row in rows]
        for number, (before, key) in enumerate(itertools.pairwise(keys), start=2):
            if key < before:
                yield f"{at(name, number)}: {', '.join(key)} stands after {', '.join(before)}; keep the order"

    return check


class NoSuchRow(KeyError):
    """A row that a check looks for in a table, and that is not there."""

    def __init__(self, rows: Rows, column: str, key: str) -> None:
        super().__init__(key)
        self.rows, self.column, self.key = rows, column, key


class Keyed(dict[str, Row]):
    """The rows of a table by their key."""

    def __init__(self, rows: Rows, column: str) -> None:
        super().__init__((row[column], row) for row in rows)
        self.rows, self.column = rows, column

    def __missing__(self, key: str) -> Row:
        """Say which table lacks a row."""
        raise NoSuchRow(self.rows, self.column, key)


def by_key(rows: Rows, column: str = "key") -> Keyed:
    """Return the rows of a table by their key; a row that is not there is named with its table."""
    return Keyed(rows, column)


def at(name: str, number: int) -> str:
    """Return the place of a row in words."""
    return place(file_of(name), row=number)


def file_of(name: str) -> str:
    """Return the file of a table as messages name it; one that is in no folder has the usual name."""
    folder = FOLDER.get()
    return file_of_table(name, folder) if folder else f"data/{name}.csv"


def collect(*modules: ModuleType) -> dict[str, CrossCheck]:
    """Return the cross-checks of some modules by name, such as ``hives.no_hive_is_counted_twice``."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": check
        for module in modules
        for name, check in vars(module).items()
        if isinstance(check, CrossCheck)
    }


def crosschecks() -> dict[str, CrossCheck]:
    """Return the cross-checks of the book: ``CHECKS`` of the module that ``edition_checks`` names; none without it."""
    module = registered("edition_checks")
    return module.CHECKS if module else {}


def contradictions(data: Path) -> list[str]:
    """Return every fault that the book's cross-checks find in the folder `data`; empty if there is none."""
    checks = crosschecks().values()
    names = dict.fromkeys(name for check in checks for name in check.tables)
    tables = {name: read_rows(name, data) for name in names}
    before = FOLDER.set(data)
    try:
        return [fault for check in checks for fault in check(tables)]
    finally:
        FOLDER.reset(before)
