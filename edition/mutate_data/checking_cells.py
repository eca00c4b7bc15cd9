"""The chapters' statements that check claims, run in this process: no kernel, no drawing.

A statement is run if it calls ``check``, or if such a call depends on it (:mod:`edition.source.lineage`). Everything else,
the charts above all, cannot change what is checked and is left out. Leaving a statement out can only hide that it
would have failed, so that the score is rather too low than too high.
"""

from __future__ import annotations

import ast
import copy
import types
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from edition import CALLS
from edition.cell.check import Reported, reported
from edition.ledger.compare import Report
from edition.source.lineage import Statement, behind, calls
from edition.source.page import Page
from edition.source.page_files import page_files


@dataclass(frozen=True)
class CheckingCells:
    """What of a chapter checks claims, and the tables on which each of them rests."""

    docname: str
    tables: dict[str, tuple[str, ...]]  # by claim
    code: tuple[types.CodeType, ...]

    def run(self, load: Callable[[str], pd.DataFrame]) -> list[Report]:
        """Return what the cells report, given the tables that `load` gives them.

        :raises Exception: whatever a cell raises.
        """
        reports: list[Report] = []

        def check(id: str, value: Reported) -> None:
            reports.append(Report(id, reported(id, value), self.docname))

        def nothing(*arguments: Any, **options: Any) -> None:
            """Do nothing: what the reader sees is not wanted here."""

        given: dict[str, Any] = dict.fromkeys(CALLS, nothing) | {"check": check, "load": load}
        namespace = {**given, "edition": types.SimpleNamespace(**given)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for code in self.code:
                exec(code, namespace)
        return reports


def read_chapters(book: Path) -> list[CheckingCells]:
    """Return what checks claims in the chapters of `book`."""
    found = []
    for name, path in page_files(book).items():
        page = Page(name, path.read_text(encoding="utf-8"))
        tables = {product.name: product.tables for product in page.products if product.maker == "check"}
        if tables:
            code = tuple(compile(module, path.name, "exec") for module in needed(page.statements))
            found.append(CheckingCells(name, tables, code))
    return found


def needed(found: Iterable[Statement]) -> list[ast.Module]:
    """Return the statements that check claims, and those on which they depend, in order, without imports of the calls."""
    found = list(found)
    ends = [place for place, statement in enumerate(found) if calls(statement, "check")]
    wanted = (without_given(found[place].node) for place in behind(found, ends))
    return [ast.Module([node], []) for node in wanted if node is not None]


def without_given(node: ast.stmt) -> ast.stmt | None:
    """Return a statement without the imports of the calls that cells get from us; None if nothing is left of it."""
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return node
    given = {"edition"} if isinstance(node, ast.Import) else CALLS
    left = copy.copy(node)
    left.names = [alias for alias in node.names if (alias.asname or alias.name) not in given]
    return left if left.names else None
