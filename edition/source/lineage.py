"""What stands behind a figure or a claim: the statements of a chapter's cells, followed back to the tables they load.

A statement is followed if it gives a name a value that is read further down, at any remove, or changes such a value in
place (``shares["pears"] = …``, ``ax.plot(…)``). A chart is drawn by every statement from the one that binds the figure to
the one that shows it. The scan reads the source only and runs nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from edition.source.names import Names, flow, functions_of, passed, root

# The calls that make something, and which of their arguments names it.
MAKERS = {"check": 0, "show": 1}
Place = Callable[[int, int], str]  # how a message names a line of a cell


class CellError(ValueError):
    """Code that no scan of the source can resolve; the message names the page and the cure."""


@dataclass(frozen=True)
class Statement:
    """A statement at the top level of a cell: what it reads, gives a value, and changes in place."""

    cell: int  # the number of the cell in its chapter, from 1
    node: ast.stmt
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


def statements(code_cells: Iterable[str]) -> list[Statement]:
    """Return the statements of the cells of a chapter, in order.

    :raises SyntaxError: if a cell cannot be parsed.
    """
    nodes = [(number, node) for number, code in enumerate(code_cells, start=1) for node in parse(code).body]
    functions = functions_of(node for _, node in nodes)
    found = []
    shared = Shared()
    for number, node in nodes:
        names = flow([node], functions)
        names.writes |= _sheets(node)
        changes = shared.others(names.changes) | names.changes
        found.append(Statement(number, node, frozenset(names.reads), frozenset(names.writes), frozenset(changes)))
        shared.forget(names.writes)
        shared.learn(node)
    return found


def _sheets(node: ast.stmt) -> set[str]:
    """Return the names that ``for fig, ax, narrow in drawings(…)`` gives a value for certain, as that loop is never empty."""
    if (
        not isinstance(node, ast.For)
        or not isinstance(node.iter, ast.Call)
        or ast.unparse(node.iter.func) != "drawings"
    ):
        return set()
    return {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}


class Shared:
    """Names that stand for one value, or for a part of it, so that what changes one changes the others."""

    def __init__(self) -> None:
        self.groups: list[set[str]] = []

    def others(self, names: Iterable[str]) -> set[str]:
        """Return the names that share a value with one of `names`."""
        return {other for group in self.groups if group & set(names) for other in group}

    def forget(self, names: Iterable[str]) -> None:
        """Note that the names get values of their own."""
        for group in self.groups:
            group -= set(names)

    def learn(self, node: ast.stmt) -> None:
        """Note what an assignment without a call, such as ``pears = fruit["pears"]``, gives another name."""
        for given in (part for part in ast.walk(node) if isinstance(part, ast.Assign | ast.NamedExpr)):
            targets = given.targets if isinstance(given, ast.Assign) else [given.target]
            for target, value in (pair for one in targets for pair in passed(one, given.value)):
                if isinstance(target, ast.Name) and (bottom := _named_again(value)):
                    self.groups.append({bottom, target.id, *self.others([bottom])})


def parse(code: str) -> ast.Module:
    """Return the syntax tree of a cell, in which ``await`` may stand at the top.

    :raises SyntaxError: if it cannot be parsed.
    """
    return ast.parse(code, "cell")


def behind(found: Sequence[Statement], ends: Iterable[int]) -> list[int]:
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


def products(found: Sequence[Statement], at: Place) -> tuple[Product, ...]:
    """Return the figures and claims that statements make, in order, each with the tables it is made from.

    :raises CellError: if a name is no literal.
    """
    made = []
    for place, statement in enumerate(found):
        for maker, argument in MAKERS.items():
            for call in calls(statement, maker):
                name = _named(statement, call, argument, at)
                ends = drawn_by(found, place, call) if maker == "show" else [place]
                made.append(
                    Product(maker, name, statement.cell, loads([found[one] for one in behind(found, ends)], at))
                )
    return tuple(made)


def loads(found: Iterable[Statement], at: Place) -> tuple[str, ...]:
    """Return the tables that statements load, each once, in order.

    :raises CellError: if a name is no literal.
    """
    loading = ((statement, call) for statement in found for call in calls(statement, "load"))
    return tuple(dict.fromkeys(_named(statement, call, 0, at) for statement, call in loading))


def drawn_by(found: Sequence[Statement], end: int, show: ast.Call) -> range:
    """Return the places of the statements that draw the chart which `show`, in the one at `end`, shows."""
    start, figure = end, root(show.args[0]) if show.args else None
    while figure is not None and (place := _bound(found[:start], figure)) is not None:
        start = place
        # Another name for the same figure, or for a part of it: the figure begins further up.
        node = found[place].node
        figure = _named_again(node.value) if isinstance(node, ast.Assign) else None
    return range(start, end + 1)


def _named_again(value: ast.AST) -> str | None:
    """Return the name at the bottom of a value that has one, and is made by no call; None if it is."""
    return root(value) if isinstance(value, ast.Name | ast.Attribute | ast.Subscript) else None


def _bound(found: Sequence[Statement], name: str) -> int | None:
    """Return the place of the last statement that gives `name` a value; else of the first that perhaps does."""
    given = [place for place, one in enumerate(found) if name in one.writes and not _defines(one)]
    perhaps = [place for place, one in enumerate(found) if name in one.changes]
    return next(iter([*given[-1:], *perhaps]), None)


def _defines(statement: Statement) -> bool:
    """Return whether a statement only defines a function or imports something."""
    return isinstance(statement.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Import | ast.ImportFrom)


def calls(statement: Statement, function: str) -> list[ast.Call]:
    """Return the calls of `function` in a statement, in the order in which they are written."""
    wanted = {function, f"edition.{function}"}
    found = (
        node for node in ast.walk(statement.node) if isinstance(node, ast.Call) and ast.unparse(node.func) in wanted
    )
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def literal(call: ast.Call, place: int) -> str | None:
    """Return the argument of a call at `place`; None if it is no literal, so that no scan of the source can resolve it."""
    argument = call.args[place] if len(call.args) > place else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def _named(statement: Statement, call: ast.Call, place: int, at: Place) -> str:
    """Return the name that a call gives to what it reads or makes.

    :raises CellError: if it is no literal.
    """
    if (name := literal(call, place)) is not None:
        return name
    function = ast.unparse(call.func).rpartition(".")[2]
    where = at(statement.cell, call.lineno)
    raise CellError(f"{where}: {ast.unparse(call)}: write {function}({'…, ' * place}'…')")
