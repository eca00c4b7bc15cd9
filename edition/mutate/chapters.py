"""The chapters' cells that check claims, run in this process: no kernel, no drawing.

A cell is run if it calls ``check``, or gives a name a value that such a cell reads, at any remove. Everything else,
the charts above all, cannot change what is checked and is left out. Leaving a cell out can only hide that it would
have failed, so that the score is rather too low than too high.
"""

from __future__ import annotations

import ast
import types
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pandas as pd

import edition
from edition.cells import calls, cells
from edition.ledger import Check
from edition.records import CLAIM


@dataclass(frozen=True)
class Chapter:
    """A chapter, as far as it checks claims."""

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
        if claims := calls(source, "check", path.stem):
            code = tuple(compile(cell, path.name, "exec") for cell in needed(cells(source)))
            tables = frozenset(calls(source, "load", path.stem))
            found.append(Chapter(f"book/{path.stem}", tables, frozenset(claims), code))
    return found


def needed(code_cells: Iterable[str]) -> list[str]:
    """Return the cells that check claims, and those on which they depend, in order."""
    kept: list[str] = []
    wanted: set[str] = set()
    for cell in reversed(list(code_cells)):
        tree = ast.parse(cell)
        if "check" in _called(tree) or _bound(tree) & wanted:
            kept.insert(0, cell)
            wanted |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return kept


def _called(tree: ast.Module) -> set[str]:
    """Return the names of the functions that a cell calls."""
    return {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def _bound(tree: ast.Module) -> set[str]:
    """Return the names to which a cell gives a value, or a part of one, as in ``share.loc[…] = …``."""
    bound: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            bound.add(node.name)
        elif isinstance(node, ast.alias):
            bound.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
            bound |= {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return bound
