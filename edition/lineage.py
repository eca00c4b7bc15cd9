"""What stands behind a figure or a claim: the statements of a chapter's cells, followed back to the tables they load.

A statement is followed if it gives a name a value that is read further down, at any remove, or changes such a value in
place (``shares["Other"] = …``, ``ax.plot(…)``). The scan reads the source only and runs nothing.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from edition.cells import calls, cells, names_in, plain_python
from edition.ledger import Claim

# The calls that make something, and which of their arguments names it.
MAKERS = {"check": 0, "show": 1}
Names = frozenset[str]


@dataclass(frozen=True)
class Statement:
    """A statement at the top level of a cell: what it reads, gives a value, and changes in place."""

    cell: int  # the number of the cell in its chapter, from 1
    code: str
    reads: Names
    writes: Names
    changes: Names


@dataclass(frozen=True)
class Product:
    """What a call in a chapter makes: the value of a claim (``check``) or a figure (``show``)."""

    maker: str
    name: str
    cell: int
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Users:
    """What is made from a table: the chapters that load it, their figures by name, and the claims that rest on it."""

    chapters: list[str]
    figures: dict[str, str]  # the chapter of each
    claims: list[str]


def users(table: str, sources: Mapping[str, str], claims: Mapping[str, Claim]) -> Users:
    """Return what is made from `table`, given the source of each page by its name, and the ledger."""
    made = [(page, product) for page, source in sources.items() for product in products(source, page) if table in product.tables]
    resting = {product.name for _, product in made if product.maker == "check"}
    resting |= {id for id, claim in claims.items() if claim.method == "looked up" and table in claim.tables}
    return Users(
        [page for page, source in sources.items() if table in calls(source, "load", page)],
        {product.name: page for page, product in made if product.maker == "show"},
        [id for id in claims if id in resting],
    )


@lru_cache(maxsize=64)
def products(source: str, docname: str) -> tuple[Product, ...]:
    """Return the figures and claims of a chapter in the order of its cells, each with the tables it is made from.

    Code that cannot be parsed makes nothing; the kernel will say so, and where.

    :raises CellError: if a name is no literal.
    """
    try:
        found = statements(cells(source))
    except SyntaxError:
        return ()
    made = []
    for end, statement in enumerate(found):
        for maker, place in MAKERS.items():
            for name in names_in(statement.code, maker, docname, place):
                # A chart is drawn by its whole cell, a claim is computed by one statement.
                ends = [i for i in range(end + 1) if i == end or maker == "show" and found[i].cell == statement.cell]
                loads = [names_in(found[i].code, "load", docname) for i in behind(found, ends)]
                tables = dict.fromkeys(table for names in loads for table in names)
                made.append(Product(maker, name, statement.cell, tuple(tables)))
    return tuple(made)


def statements(code_cells: Iterable[str]) -> list[Statement]:
    """Return the statements of the cells of a chapter, in order."""
    return [
        Statement(number, ast.unparse(node), *map(frozenset, (*_flow([node]), _changed(node))))
        for number, code in enumerate(code_cells, start=1)
        for node in ast.parse(plain_python(code)).body
    ]


def behind(found: list[Statement], ends: Iterable[int]) -> list[int]:
    """Return the places of the statements at `ends` and of all on which they depend, in order."""
    kept: list[int] = []
    wanted: set[str] = set()
    ends = set(ends)
    for place in range(max(ends, default=-1), -1, -1):
        statement = found[place]
        if place in ends or (statement.writes | statement.changes) & wanted:
            kept.insert(0, place)
            wanted = (wanted - statement.writes) | statement.reads
    return kept


def _flow(block: list[ast.stmt]) -> tuple[set[str], set[str]]:
    """Return the names that a block reads from above it, and the names to which it gives a value."""
    reads: set[str] = set()
    writes: set[str] = set()
    for node in block:
        read, written = _of_statement(node)
        reads |= read - writes
        writes |= written
    return reads, writes


def _of_statement(node: ast.stmt) -> tuple[set[str], set[str]]:
    """Return what :func:`_flow` returns, for one statement."""
    if isinstance(node, ast.For):
        read, written = _flow(node.body + node.orelse)
        targets = _stored(node.target)
        return _referenced(node.iter) | (read - targets), written | targets
    if isinstance(node, ast.If):
        read, _ = _flow(node.body + node.orelse)
        return _referenced(node.test) | read, set()  # what is written in one case only keeps its value in the other
    return _referenced(node), _stored(node)


def _referenced(node: ast.AST) -> set[str]:
    """Return the names that a simple statement or an expression reads; names of comprehensions and lambdas are their own."""
    top = symtable.symtable(ast.unparse(node), "cell", "exec")
    read = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    read |= {name for scope in top.get_children() for name in _free(scope)}
    return read | ({node.target.id} if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) else set())


def _free(scope: symtable.SymbolTable) -> Iterator[str]:
    """Yield the names that a function, lambda or comprehension reads from the chapter."""
    yield from (symbol.get_name() for symbol in scope.get_symbols() if symbol.is_global())
    for inner in scope.get_children():
        yield from _free(inner)


def _stored(node: ast.AST) -> set[str]:
    """Return the names to which a simple statement gives a value."""
    if isinstance(node, ast.expr):
        return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    top = symtable.symtable(ast.unparse(node), "cell", "exec")
    return {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}


def _changed(node: ast.AST) -> set[str]:
    """Return the names whose values a statement changes in place, or in one case only."""
    changed: set[str] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store):
            changed |= _root(part)
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Call) and isinstance(part.value.func, ast.Attribute):
            changed |= _root(part.value.func)
        elif isinstance(part, ast.If):
            changed |= {part.id for part in ast.walk(part) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    return changed


def _root(node: ast.AST) -> set[str]:
    """Return the name at the bottom of ``name.part[…].call(…)``."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()
