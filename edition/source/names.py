"""What a statement of a cell does with names: which it reads, to which it gives a value, whose values it changes.

Decided on the syntax tree alone, so that every version of Python gives the same answer.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Names = frozenset[str]
# The parts of a compound statement that may run once, several times or not at all.
BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")
# Methods of a DataFrame that take code as text, in which ``@name`` stands for a name of the cell.
EVALUATING = {"query", "eval"}


@dataclass
class Flow:
    """The names of a block of statements, filled while it is walked through."""

    reads: set[str] = field(default_factory=set)  # from above the block
    writes: set[str] = field(default_factory=set)  # given a value for certain
    changes: set[str] = field(default_factory=set)  # changed in place, or given a value perhaps


@dataclass(frozen=True)
class Function:
    """A function that a chapter defines: the names of the chapter that it uses, and the parameters that it changes."""

    uses: Names
    parameters: tuple[str, ...]
    changes: Names


def flow(statements: Iterable[ast.AST], functions: Mapping[str, Function] | None = None) -> Flow:
    """Return the names of a block.

    :param functions: those that the chapter defines, wherever it does so: whoever reads the name of one also reads the
        names that it uses when it is called.
    """
    walker = _Walker(functions or {})
    for statement in statements:
        walker.visit(statement)
    return walker.flow


def functions_of(statements: Iterable[ast.stmt]) -> dict[str, Function]:
    """Return the functions that the statements define at their top level, by name."""
    return {
        node.name: _function(node) for node in statements if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def root(node: ast.AST) -> str | None:
    """Return the name at the bottom of ``name.part[…].call(…)``; None if there is none."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Function:
    """Return what a function uses and changes; defaults and decorators are read where it is defined, not here."""
    arguments = node.args
    ordered = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    others = [argument.arg for argument in (arguments.vararg, *arguments.kwonlyargs, arguments.kwarg) if argument]
    body = flow(node.body if isinstance(node.body, list) else [node.body])
    local = {*ordered, *others, *body.writes} | _assigned(node)
    return Function(frozenset(body.reads - local), tuple(ordered), frozenset(body.changes))


def _assigned(function: ast.AST) -> set[str]:
    """Return the names to which a function gives a value anywhere: they are its own, unless it says ``global``."""
    nodes = list(ast.walk(function))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored - {name for node in nodes if isinstance(node, ast.Global) for name in node.names}


class _Walker(ast.NodeVisitor):
    """Walks through statements in the order in which they run."""

    def __init__(self, functions: Mapping[str, Function]) -> None:
        self.flow = Flow()
        self.functions = functions

    def visit_Name(self, node: ast.Name) -> None:
        """Note a name that is read or given a value."""
        if isinstance(node.ctx, ast.Store):
            self.flow.writes.add(node.id)
        else:
            self._read(node.id)

    def _read(self, name: str, seen: Names = frozenset()) -> None:
        """Note that `name` is read, and with it what a function of that name uses."""
        if name in self.flow.writes or name in seen:
            return
        self.flow.reads.add(name)
        if name in self.functions:
            for used in sorted(self.functions[name].uses):
                self._read(used, seen | {name})

    def visit_Assign(self, node: ast.Assign) -> None:
        """Read the value before the targets get it."""
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Read the value before the target gets it; a target without a value gets none."""
        self.visit(node.annotation)
        if node.value:
            self.visit(node.value)
            self.visit(node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Read what is added to."""
        self.visit(node.value)
        if name := root(node.target):
            self._read(name)
            self.flow.changes.add(name)
        self.generic_visit(node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        """Read the value before the target gets it."""
        self.visit(node.value)
        self.visit(node.target)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """A stored attribute changes the value at its bottom."""
        self._stored_part(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """A stored item changes the value at its bottom."""
        self._stored_part(node)

    def _stored_part(self, node: ast.Attribute | ast.Subscript) -> None:
        if not isinstance(node.ctx, ast.Load) and (name := root(node)):
            self.flow.changes.add(name)
        self.generic_visit(node)

    def visit_Delete(self, node: ast.Delete) -> None:
        """``del shares["Other"]`` changes `shares`."""
        self.flow.changes |= {name for target in node.targets if (name := root(target))}
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call that stands alone is made for what it changes: the value at the bottom of ``ax.plot(…)``."""
        if isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
            self.flow.changes |= {name for name in [root(node.value.func)] if name}
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note what a function of the chapter changes among its arguments, and names in code that is text."""
        if isinstance(node.func, ast.Name) and (function := self.functions.get(node.func.id)):
            given = [
                *zip(function.parameters, node.args, strict=False),
                *((word.arg, word.value) for word in node.keywords),
            ]
            changed = {root(value) for name, value in given if name in function.changes}
            self.flow.changes |= {name for name in changed if name}
        if isinstance(node.func, ast.Attribute) and node.func.attr in EVALUATING:
            texts = [
                part.value for argument in node.args for part in ast.walk(argument) if isinstance(part, ast.Constant)
            ]
            for name in re.findall(r"@(\w+)", " ".join(text for text in texts if isinstance(text, str))):
                self._read(name)
        self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        """An import gives a name its value."""
        self.flow.writes |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """An import gives a name its value."""
        self.flow.writes |= {alias.asname or alias.name for alias in node.names}

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Read defaults and decorators now, and what the body uses; then the name has its value."""
        for part in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(part)
        for name in sorted(_function(node).uses):
            self._read(name)
        self.flow.writes.add(node.name)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """A lambda reads what it uses; its parameters are its own."""
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(part)
        for name in sorted(_function(node).uses):
            self._read(name)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """A class reads what its body and its methods read."""
        for name in sorted(flow(node.body).reads):
            self._read(name)
        self.flow.writes.add(node.name)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        """The targets of a comprehension are its own."""
        inner = _Walker(self.functions)
        for generator in node.generators:
            inner.visit(generator.iter)
            inner.visit(generator.target)
            for condition in generator.ifs:
                inner.visit(condition)
        for part in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
            inner.visit(part)
        for name in sorted(inner.flow.reads):
            self._read(name)
        self.flow.changes |= inner.flow.changes - inner.flow.writes

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def _perhaps(self, node: ast.AST) -> None:
        """What is written in a block that may not run, or not to its end, only perhaps has a new value."""
        before, given = set(self.flow.writes), set()
        blocks = {name: part for name, part in ast.iter_fields(node) if name in BLOCKS}
        head = [
            part
            for name, part in ast.iter_fields(node)
            if name not in (*BLOCKS, "target") and isinstance(part, ast.AST)
        ]
        for part in (*head, *([node.target] if isinstance(node, ast.For | ast.AsyncFor) else [])):
            self.visit(part)
        start = set(self.flow.writes)
        for name, statements in blocks.items():
            for block in [[one] for one in statements] if name in ("handlers", "cases") else [statements]:
                self.flow.writes = set(start)
                for statement in block:
                    self.visit(statement)
                given |= self.flow.writes
        self.flow.changes |= given - before
        self.flow.writes = before

    visit_For = visit_AsyncFor = visit_While = visit_If = visit_Try = visit_Match = visit_TryStar = _perhaps

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """The name of an exception is a value of its own."""
        if node.name:
            self.flow.writes.add(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        """A pattern gives its name a value."""
        self.flow.writes |= {node.name} if node.name else set()
        self.generic_visit(node)
