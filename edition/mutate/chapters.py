"""The chapters' statements that check claims, run in this process: no kernel, no drawing.

A statement is run if it calls ``check``, or if such a call depends on it (:mod:`edition.lineage`). Everything else,
the charts above all, cannot change what is checked and is left out. Leaving a statement out can only hide that it
would have failed, so that the score is rather too low than too high.
"""

from __future__ import annotations

import types
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pandas as pd

import edition
from edition.cells import cells
from edition.ledger import Check
from edition.lineage import behind, products, statements
from edition.records import CLAIM


@dataclass(frozen=True)
class Chapter:
    """A chapter, as far as it checks claims, and the tables on which its claims rest."""

    docname: str
    tables: frozenset[str]
    claims: frozenset[str]
    code: tuple[types.CodeType, ...]

    def run(self, load: Callable[[str], pd.DataFrame]) -> list[Check]:
        """Return what the cells report, given the tables that `load` gives them.

        :raises Exception: whatever a cell raises.
        """
        reports: list[Check] = []

        def emit(name: str, bundle: dict[str, Any]) -> None:
            reports.append(Check(bundle[CLAIM]["id"], bundle[CLAIM]["value"], self.docname))

        silent = {"load": load, "glue": mock.DEFAULT, "show": mock.DEFAULT}
        with mock.patch.multiple(edition, **silent), mock.patch("edition.claims.emit", emit), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            namespace: dict[str, Any] = {}
            for code in self.code:
                exec(code, namespace)
        return reports


def read_chapters(folder: Path) -> list[Chapter]:
    """Return the chapters in `folder` that check claims."""
    found = []
    for path in sorted(folder.glob("*.md")):
        source = path.read_text(encoding="utf-8")
        checks = [product for product in products(source, path.stem) if product.maker == "check"]
        if checks:
            tables = frozenset(table for check in checks for table in check.tables)
            claims = frozenset(check.name for check in checks)
            code = tuple(compile(statement, path.name, "exec") for statement in needed(cells(source)))
            found.append(Chapter(f"book/{path.stem}", tables, claims, code))
    return found


def needed(code_cells: Iterable[str]) -> list[str]:
    """Return the statements that check claims, and those on which they depend, in order."""
    found = statements(code_cells)
    ends = [place for place, statement in enumerate(found) if "check" in statement.reads]
    return [found[place].code for place in behind(found, ends)]
