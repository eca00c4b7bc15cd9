"""What a cross-check is: the tables that it reads, and a function that yields a line for each fault it finds."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from edition.package.read import read_rows
from edition.settings import registered

Row = dict[str, str]
Rows = list[Row]


@dataclass(frozen=True)
class CrossCheck:
    """A cross-check; called with tables by name, it returns its faults, one readable line each."""

    tables: tuple[str, ...]
    find: Callable[..., Iterator[str]]
    totals: bool = False  # whether sums are held against published totals

    def __call__(self, tables: Mapping[str, Rows]) -> list[str]:
        """Return the faults in `tables`, which hold rows of texts."""
        try:
            return list(self.find(*(tables[name] for name in self.tables)))
        except (ValueError, KeyError, IndexError) as error:  # a date that is none, a name that nobody knows
            files = ", ".join(f"data/{name}.csv" for name in self.tables)
            return [f"{files}: a cross-check cannot read a value: {error!r}; correct it, or the check"]


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


def by_key(rows: Rows, column: str = "key") -> dict[str, Row]:
    """Return the rows of a table by their key."""
    return {row[column]: row for row in rows}


def at(name: str, number: int) -> str:
    """Return the place of a row in words."""
    return f"data/{name}.csv, row {number}"


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
    tables = {name: read_rows(name, data) for check in checks for name in check.tables}
    return [fault for check in checks for fault in check(tables)]
