"""Spoiled tables: what each condition of a cross-check has to find, and which conditions have not been seen to fire."""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import GeneratorType, ModuleType

from edition.package.crosscheck import CrossCheck, Rows
from edition.package.read import read_package, read_rows
from edition.paths import DATA
from karabakh.checks import CHECKS

NAMES = [resource["name"] for resource in read_package(DATA)["resources"]]
TABLES: dict[str, Rows] = {name: read_rows(name, DATA) for name in NAMES}

Where = dict[str, str]
Place = tuple[str, int]  # a file and a line


@dataclass(frozen=True)
class Spoil:
    """A change of one table, or of several, and what the cross-check says of it."""

    check: str
    table: str
    change: Callable[[Rows], None]
    message: str
    also: tuple[tuple[str, Callable[[Rows], None]], ...] = ()

    def __str__(self) -> str:
        return f"{self.check}: {self.message}"

    @property
    def tables(self) -> dict[str, Rows]:
        """The tables, spoiled."""
        changes = ((self.table, self.change), *self.also)
        tables = {**TABLES, **{name: copy.deepcopy(TABLES[name]) for name, _ in changes}}
        for name, change in changes:
            change(tables[name])
        return tables


def put(where: Where, every: bool = False, **cells: str) -> Callable[[Rows], None]:
    """Return the change of some cells in the first row with the cells `where`, or in every one."""

    def change(rows: Rows) -> None:
        for row in _picked(rows, where, every):
            assert cells.items() - row.items(), f"{cells} is no change"
            row.update(cells)

    return change


def drop(where: Where, every: bool = False) -> Callable[[Rows], None]:
    """Return the change that takes out the first row with the cells `where`, or every one."""

    def change(rows: Rows) -> None:
        for row in _picked(rows, where, every):
            rows.remove(row)

    return change


def fired(check: CrossCheck, tables: dict[str, Rows]) -> list[tuple[str, Place]]:
    """Return the faults that a check finds, each with the line of the condition that found it."""
    found = []
    faults = check.find(*(tables[name] for name in check.tables))
    for fault in faults:
        inner = faults
        while isinstance(inner.gi_yieldfrom, GeneratorType):
            inner = inner.gi_yieldfrom
        found.append((fault, (inner.gi_code.co_filename, inner.gi_frame.f_lineno)))
    return found


def assert_fires(spoil: Spoil) -> None:
    """Fail unless the check finds what was spoiled by exactly one of its conditions."""
    found = fired(CHECKS[spoil.check], spoil.tables)
    assert any(spoil.message in fault for fault, _ in found), found
    assert all(fault.startswith("data/") for fault, _ in found)
    assert len({place for _, place in found}) == 1, f"more than one condition: {found}"


def unseen(module: ModuleType, spoils: Iterable[Spoil]) -> list[str]:
    """Return the conditions and checks of a module that none of the spoils makes fire."""
    file, source = inspect.getsourcefile(module), inspect.getsource(module)
    spoils = list(spoils)
    lines = {line for spoil in spoils for _, (at, line) in fired(CHECKS[spoil.check], spoil.tables) if at == file}
    idle = [f"line {node.lineno}: {ast.unparse(node)}" for node in _conditions(source) if not lines & _lines(node)]
    name = module.__name__.rpartition(".")[2]
    unspoiled = set(CHECKS) - {spoil.check for spoil in spoils}
    return idle + [check for check in CHECKS if check.startswith(f"{name}.") and check in unspoiled]


def _conditions(source: str) -> list[ast.Yield]:
    """Return where the checks of a module yield a fault."""
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Yield) and _is_fault(node)]


def _lines(node: ast.Yield) -> set[int]:
    """Return the lines on which a node stands."""
    return set(range(node.lineno, (node.end_lineno or node.lineno) + 1))


def _is_fault(node: ast.Yield) -> bool:
    """Return whether a text is yielded, and not what a helper makes."""
    return isinstance(node.value, (ast.JoinedStr, ast.Constant))


def _picked(rows: Rows, where: Where, every: bool) -> Rows:
    """Return the rows that have the cells `where`: the first of them, or every one."""
    picked = [row for row in rows if where.items() <= row.items()]
    assert picked, f"no row has {where}"
    return picked if every else picked[:1]
