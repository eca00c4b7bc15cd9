"""What a statement of a cell does with names: which it reads, to which it gives a value, whose values it changes.

Decided on the syntax tree alone, so that every version of Python gives the same answer.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Names = frozenset[str]
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
# Methods of a DataFrame that take code as text, in which ``@name`` stands for a name of the cell.
EVALUATING = {"query", "eval"}
# Methods that change what they belong to, also where their result is used.
CHANGING = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "reverse", "setdefault",
    "sort", "update",
}  # fmt: skip
# Functions that give what they are given, one thing at a time.
PASSING = {"iter", "list", "reversed", "set", "sorted", "tuple"}
# Functions of the standard library and of NumPy that change their first argument.
CHANGING_FIRST = {
    "copyto", "fill_diagonal", "heapify", "heappop", "heappush", "heappushpop", "heapreplace", "insort", "insort_left",
    "insort_right", "place", "put", "putmask", "shuffle",
}  # fmt: skip


@dataclass
class Flow:
    """The names of a block of statements, filled while it is walked through."""

    reads: set[str] = field(default_factory=set)  # from above the block
    writes: set[str] = field(default_factory=set)  # given a value for certain
    changes: set[str] = field(default_factory=set)  # changed in place, or given a value perhaps
    given: set[str] = field(default_factory=set)  # given a value, for certain or perhaps
    declared: set[str] = field(default_factory=set)  # said to be another block's: ``global``, ``nonlocal``


@dataclass(frozen=True)
class Function:
    """A function that a chapter defines."""

    uses: Names  # the names of the chapter that it reads
    alters: Names  # the names of the chapter whose values it changes
    parameters: tuple[str, ...]
    changed: Names  # the parameters that it changes


def flow(statements: Iterable[ast.AST], functions: Mapping[str, Function] | None = None) -> Flow:
    """Return the names of a block.

    :param functions: those that the chapter defines, wherever it does so: whoever reads the name of one also reads the
        names that it uses when it is called, and changes what it changes.
    """
    return _Walker(functions or {}).walk(statements)


def functions_of(statements: Iterable[ast.stmt]) -> dict[str, Function]:
    """Return the functions that the statements define at their top level, by name."""
    defined = dict(pair for statement in statements for pair in _definitions(statement))
    nothing: Names = frozenset()
    found = dict.fromkeys(defined, Function(nothing, nothing, (), nothing))
    # What a function changes through another is known once the other is; each round adds a call, so that few are needed.
    for _ in range(len(defined) + 1):
        before, found = found, {name: _function(node, found) for name, node in defined.items()}
        if found == before:
            break
    return found


def root(node: ast.AST) -> str | None:
    """Return the name at the bottom of ``name.part[…].call(…)``; None if there is none."""
    *_, bottom = _down(node)
    return bottom.id if isinstance(bottom, ast.Name) else None


def _is_made(node: ast.AST) -> bool:
    """Return whether the value of a node is made by a function, as in ``sorted(names)[0]``."""
    return any(isinstance(part, ast.Call) and isinstance(part.func, ast.Name) for part in _down(node))


def _down(node: ast.AST) -> Iterable[ast.AST]:
    """Yield the parts of ``name.part[…].call(…)``, down to its name."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        yield node
        node = node.func if isinstance(node, ast.Call) else node.value
    yield node


def passed(target: ast.AST, value: ast.AST) -> Iterable[tuple[ast.AST, ast.AST]]:
    """Yield what a target may stand for once it has a value, part by part where both are written out: ``a, b = c, d``."""
    if isinstance(value, ast.IfExp):
        yield from (*passed(target, value.body), *passed(target, value.orelse))
    elif isinstance(value, ast.NamedExpr):
        yield from (*passed(target, value.value), (target, value.target))
    elif isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        for one, other in zip(target.elts, value.elts, strict=False):  # what comes behind a star is left to Python
            yield from passed(one, other)
    else:
        yield target, value


def _gone_over(target: ast.AST, over: ast.AST) -> Iterable[tuple[ast.AST, ast.AST]]:
    """Yield what the target of a loop may stand for, with what the loop goes over: of ``zip`` and the like part by part."""
    function = over.func.id if isinstance(over, ast.Call) and isinstance(over.func, ast.Name) else ""
    parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    if isinstance(over, ast.List | ast.Tuple):
        for one in over.elts:
            yield from passed(target, one)
    elif function == "zip" and isinstance(over, ast.Call):
        wholes = parts if len(parts) == len(over.args) else [target] * len(over.args)
        for part, one in zip(wholes, over.args, strict=True):
            yield from _gone_over(part, one)
    elif function == "enumerate" and isinstance(over, ast.Call) and over.args:
        yield from _gone_over(parts[-1], over.args[0])
    elif function in PASSING and isinstance(over, ast.Call) and over.args:
        yield from _gone_over(target, over.args[0])
    else:
        yield target, over


def _definitions(statement: ast.stmt) -> Iterable[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda]]:
    """Yield the functions that a statement defines: ``def name``, ``name = lambda …``."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        yield statement.name, statement
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda):
        yield from ((target.id, statement.value) for target in statement.targets if isinstance(target, ast.Name))


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, functions: Mapping[str, Function]) -> Function:
    """Return what a function uses and changes; defaults and decorators are read where it is defined, not here."""
    arguments = node.args
    ordered = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    others = [argument.arg for argument in (arguments.vararg, *arguments.kwonlyargs, arguments.kwarg) if argument]
    body = _Inner(functions).walk([ast.Expr(node.body)] if isinstance(node, ast.Lambda) else node.body)
    local = {*ordered, *others, *body.given} - body.declared
    alters = (body.changes | body.given & body.declared) - local
    return Function(frozenset(body.reads - local), frozenset(alters), tuple(ordered), frozenset(body.changes & local))


def _changed_arguments(call: ast.Call, function: Function) -> set[str]:
    """Return the names at the bottom of the arguments of a call that the function changes."""
    # A star, or an argument too many, is left to Python to complain of.
    given = [*zip(function.parameters, call.args, strict=False), *((word.arg, word.value) for word in call.keywords)]
    return {bottom for name, value in given if name in function.changed and (bottom := root(value))}


def _texts(arguments: Iterable[ast.AST]) -> list[str]:
    """Return the texts that are written in some arguments."""
    constants = (part for argument in arguments for part in ast.walk(argument) if isinstance(part, ast.Constant))
    return [part.value for part in constants if isinstance(part.value, str)]


class _Walker(ast.NodeVisitor):
    """Walks through statements in the order in which they run."""

    def __init__(self, functions: Mapping[str, Function]) -> None:
        self.flow = Flow()
        self.functions = functions

    def walk(self, statements: Iterable[ast.AST]) -> Flow:
        """Return the names of the statements."""
        for statement in statements:
            self.visit(statement)
        return self.flow

    def _read(self, name: str) -> None:
        """Note that `name` is read, and with it what a function of that name uses and changes."""
        left, seen = [name], set()
        while left:
            name = left.pop()
            seen.add(name)
            if name not in self.flow.writes:
                self.flow.reads.add(name)
            if name in self.functions:
                self.flow.changes |= self.functions[name].alters
                left += self.functions[name].uses - seen

    def _change(self, value: ast.AST | None) -> None:
        """Note that a value, if there is one, is changed: that of the name at its bottom, but not what a function gave."""
        if value is not None and (name := root(value)) and not _is_made(value):
            self.flow.changes.add(name)

    def _give(self, name: str | None) -> None:
        """Note that `name`, if there is one, gets a value."""
        if name:
            self.flow.writes.add(name)
            self.flow.given.add(name)

    # -- names

    def visit_Name(self, node: ast.Name) -> None:
        """Note a name that is read or given a value."""
        if isinstance(node.ctx, ast.Store):
            self._give(node.id)
        else:
            self._read(node.id)

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> None:
        """Note that the names are not this block's own."""
        self.flow.declared |= set(node.names)

    visit_Nonlocal = visit_Global

    def visit_Attribute(self, node: ast.Attribute | ast.Subscript) -> None:
        """A stored attribute or item changes the value at its bottom."""
        if not isinstance(node.ctx, ast.Load):
            self._change(node)
        self.generic_visit(node)

    visit_Subscript = visit_Attribute

    # -- statements that give a value

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
        if isinstance(node.target, ast.Name):
            self.flow.given.add(node.target.id)
        self.generic_visit(node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        """Read the value before the target gets it."""
        self.visit(node.value)
        self.visit(node.target)

    def visit_Delete(self, node: ast.Delete) -> None:
        """``del shares["pears"]`` changes `shares`."""
        for target in node.targets:
            self._change(target)
        self.generic_visit(node)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        """An import gives a name its value."""
        for alias in node.names:
            self._give(alias.asname or alias.name.partition(".")[0])

    visit_ImportFrom = visit_Import

    # -- calls

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call that stands alone is made for what it changes: the value at the bottom of ``ax.plot(…)``.

        If it calls a function of whose body nothing is known, that is the first argument, as in ``heappush(heap, one)``.
        """
        if isinstance(call := node.value, ast.Call):
            if isinstance(call.func, ast.Attribute):
                self._change(call.func.value)
            elif isinstance(call.func, ast.Name) and call.func.id not in {*self.functions, "print", "display"}:
                self._change(call.args[0] if call.args else None)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note what a function of the chapter changes among its arguments, and names in code that is text."""
        function = self.functions.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if function:
            self.flow.changes |= _changed_arguments(node, function)
        if isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            self._change(node.func.value)
        if isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING_FIRST:
            self._change(node.args[0] if node.args else None)
        for word in node.keywords:
            self._change(word.value if word.arg == "out" else None)
        if isinstance(node.func, ast.Attribute) and node.func.attr in EVALUATING:
            texts = _texts([*node.args, *(word.value for word in node.keywords)])
            for name in re.findall(r"@(\w+)", " ".join(texts)):
                self._read(name)
        self.generic_visit(node)

    # -- blocks of their own

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Read defaults and decorators now; what the body uses, when it is called, if the whole chapter can call it."""
        for part in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(part)
        if node.name not in self.functions:
            self._run(_function(node, self.functions))
        self._give(node.name)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """A lambda reads what it uses; its parameters are its own."""
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(part)
        self._run(_function(node, self.functions))

    def _run(self, function: Function) -> None:
        """Note what a function does, as if it were called here."""
        for name in sorted(function.uses):
            self._read(name)
        self.flow.changes |= function.alters

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """A class reads what its body and its methods read."""
        for part in (*node.decorator_list, *node.bases):
            self.visit(part)
        for name in sorted(_Inner(self.functions).walk(node.body).reads):
            self._read(name)
        self._give(node.name)

    def visit_ListComp(self, node: Comprehension) -> None:
        """The targets of a comprehension are its own; what ``:=`` names in it is not."""
        inner = _Inner(self.functions)
        for generator in node.generators:
            inner.walk([generator.iter, generator.target, *generator.ifs])
        inner.walk([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
        for name in sorted(inner.flow.reads):
            self._read(name)
        outer = {part.target.id for part in ast.walk(node) if isinstance(part, ast.NamedExpr)}
        self.flow.changes |= (inner.flow.changes - inner.flow.given) | outer
        self.flow.given |= outer

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp

    # -- what may not run, or not to its end: what gets a value there only perhaps has a new one

    def _branches(self, *blocks: Sequence[ast.AST]) -> None:
        start = set(self.flow.writes)
        for block in blocks:
            self.flow.writes = set(start)
            self.walk(block)
            self.flow.changes |= self.flow.writes - start
        self.flow.writes = start

    def visit_If(self, node: ast.If | ast.While) -> None:
        """The test runs in any case."""
        self.visit(node.test)
        self._branches(node.body, node.orelse)

    visit_While = visit_If

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        """A loop over nothing gives its target no value; what changes the target changes what the loop goes over."""
        self.visit(node.iter)
        body = _Inner(self.functions).walk(node.body)
        for target, over in _gone_over(node.target, node.iter):
            if body.changes & {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}:
                self._change(over)
        self._branches([node.target, *node.body], node.orelse)

    visit_AsyncFor = visit_For

    def visit_Try(self, node: ast.Try | ast.TryStar) -> None:
        """Any part may be left out."""
        self._branches(node.body, *([handler] for handler in node.handlers), node.orelse, node.finalbody)

    visit_TryStar = visit_Try

    def visit_Match(self, node: ast.Match) -> None:
        """One of the cases runs, or none."""
        self.visit(node.subject)
        self._branches(*([case] for case in node.cases))

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """The name of an exception is a value of its own."""
        self._give(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        """A pattern gives its name a value."""
        self._give(node.name)
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        """So it does to the name of what is left over."""
        self._give(node.rest)
        self.generic_visit(node)


class _Inner(_Walker):
    """Walks through a block with names of its own, whose functions may use names of the same spelling outside of it."""

    def _read(self, name: str) -> None:
        """Note that `name` is read; whoever walks the block around this one knows what it stands for."""
        if name not in self.flow.writes:
            self.flow.reads.add(name)
            if name in self.functions:
                self.flow.changes |= self.functions[name].alters
