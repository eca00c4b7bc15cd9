"""What the source of a page shows to be wrong before it runs: ways past ``load``, by which a result would grow stale.

A table that a cell loads by its name is in the digest of the page, and behind the figures and claims made from it.
Whatever comes in by another way is in neither, so that it is refused here, with the cell, the line and the cure. What
the source does not show, the guard of the kernels stops as it happens (``edition/sphinx/run/guard.py``).
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator

from edition import CALLS
from edition.source.lineage import parse

# What a cell imports only to have something from outside: it goes into data/ beforehand.
OUTSIDE = {
    "aiohttp", "builtins", "ftplib", "http", "httpx", "importlib", "requests", "runpy", "shelve", "socket", "sqlite3",
    "subprocess", "urllib", "urllib3", "webbrowser",
}  # fmt: skip
# Modules and functions that tell of the machine, the user, the moment or a file, which no digest knows.
OF_THE_MACHINE = {"getpass", "grp", "linecache", "platform", "psutil", "pwd", "resource", "time", "uuid"}
PASSING = re.compile(
    r"(now|today|utcnow|getcwdb?|cwd|expanduser|getlogin|getpid|getppid|uname|cpu_count|getloadavg|getenv|l?stat|statvfs"
    r"|l?exists|isfile|isdir|islink|is_file|is_dir|is_symlink|getsize|get[acm]time)\Z"
)
ENVIRONMENT = {"environ", "environb"}
MOMENTS = {"now", "today"}  # which pandas and NumPy take for a day
# Functions and methods that read a file, whoever's they are.
READERS = re.compile(
    r"(read_(?!only)\w+|load(txt|mat)|genfromtxt|fromfile|from_csv|from_file|fromregex|memmap|imread|urlopen|urlretrieve"
    r"|popen|system|load_module|import_module|run_path|run_module|ExcelFile|HDFStore)\Z"
)
PLAIN = {"open", "exec", "eval", "compile", "__import__", "input", "breakpoint"}
NAMESPACES = {"globals", "locals", "vars", "__builtins__"}
LOADERS = {"np", "numpy", "joblib", "torch"}  # whose load reads a file
MAGICS = {"matplotlib", "config", "precision"}  # that change how something is shown, and nothing else
PATH = "sys.path: code that cells import goes into a file that edition_kernel_code in _config.yml names"
MODULES = "sys.modules: import what is called by its name"
OF_SYS = {"path": PATH, "modules": MODULES}
CURE = "put the data into a table of data/ and load('…') it"
LASTING = (
    "it differs with the machine or the moment, and no digest knows it; write what is meant, or take it from a table"
)


def faults_of_cell(code: str, plain: str) -> Iterator[tuple[int, str]]:
    """Yield the faults of a cell: the line in it, from 1, and what is wrong with the cure.

    :param code: the cell as it is written.
    :param plain: the same as IPython hands it to Python.
    """
    if magic := re.match(r"\s*%%(\w+)", code):
        yield 1, f"%%{magic[1]}: a cell is Python alone; take the line out"
    try:
        tree = parse(plain)
    except SyntaxError as error:  # nothing could be known of the page: neither its tables nor its figures
        yield error.lineno or 1, f"the code cannot be read: {error.msg}; correct it"
        return
    calls = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if fault := _fault(node, calls):
            yield getattr(node, "lineno", 1), fault


def _fault(node: ast.AST, calls: set[int]) -> str | None:
    """Return what is wrong with one part of a cell.

    :param calls: what is called, by the identity of its node.
    """
    if name := next((name for name in _given(node) if name in CALLS), None):
        return _hidden(name)
    match node:
        case ast.Import() | ast.ImportFrom():
            return _import(node)
        case ast.Call(func=ast.Name()):
            return _function(node)
        case ast.Call(func=ast.Attribute()):
            return _method(node)
        case ast.Name(ctx=ast.Load(), id=name) if id(node) not in calls:
            return _named(name)
        case ast.Attribute():
            return _attribute(node, id(node) in calls)
        case ast.Subscript(value=ast.Attribute(attr="modules")):
            return MODULES
        case ast.Subscript(ctx=ast.Store() | ast.Del(), value=owner) if ast.unparse(owner) == "sys.path":
            return PATH
    return None


def _given(node: ast.AST) -> tuple[str | None, ...]:
    """Return the names to which one part of a cell gives a meaning, or takes it from them; imports apart."""
    match node:
        case ast.Name(ctx=ast.Store() | ast.Del(), id=name) | ast.arg(arg=name) | ast.MatchMapping(rest=name):
            return (name,)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
        case ast.ExceptHandler(name=name) | ast.MatchAs(name=name) | ast.MatchStar(name=name):
            return (name,)
    return ()


def _import(node: ast.Import | ast.ImportFrom) -> str | None:
    """Return what is wrong with an import."""
    if isinstance(node, ast.Import):
        return _first(_module(alias.name) or _engine(alias.name) or _alias(alias) for alias in node.names)
    module = node.module
    return _module(module or "") or _first(_alias(alias) or _taken(module or "", alias) for alias in node.names)


def _attribute(node: ast.Attribute, called: bool) -> str | None:
    """Return what is wrong with what is reached by a dot."""
    path, owner = ast.unparse(node), ast.unparse(node.value)
    if path == "sys.path" and not isinstance(node.ctx, ast.Load):
        return PATH
    if owner == "os" and node.attr in ENVIRONMENT:
        return f"{path}: {LASTING}"
    if called:
        return None
    if node.attr in CALLS and owner.partition(".")[0] == "edition":
        return _renamed(path, node.attr)
    if owner == "get_ipython()":
        return f"{path}: call what is meant by its name"
    # A table may have a column "system".
    is_reader = _reads(owner, node.attr) and (node.attr != "system" or owner == "os")
    return f"{path} gets another name: {CURE}" if is_reader and isinstance(node.ctx, ast.Load) else None


def _reads(owner: str, name: str) -> bool:
    """Return whether a method, or a function of a module, reads a file."""
    return bool(READERS.match(name)) or (name == "load" and owner in LOADERS)


def _renamed(called: str, name: str) -> str:
    return f"{called} gets another name: write {name}(…) wherever it is called"


def _first(faults: Iterable[str | None]) -> str | None:
    """Return the first fault, if there is one."""
    return next(filter(None, faults), None)


def _module(name: str) -> str | None:
    """Return what is wrong with importing from a module."""
    first = name.partition(".")[0]
    if first in OF_THE_MACHINE:
        return f"import {name}: {LASTING}"
    return f"import {name}: {CURE}" if first in OUTSIDE else None


def _engine(name: str) -> str | None:
    """Return what is wrong with importing a module of the engine as a whole."""
    return f"import {name}: write from edition import load, check, show, glue" if name.startswith("edition.") else None


def _alias(alias: ast.alias) -> str | None:
    """Return what is wrong with the name that an import gives to what it imports."""
    if not alias.asname or alias.asname == alias.name:
        return None
    if alias.name in CALLS or alias.name == "edition":
        return f"import {alias.name} as {alias.asname}: import it by its own name, by which its calls are found"
    return _hidden(alias.asname) if alias.asname in CALLS else None


def _hidden(name: str) -> str:
    return f"{name} is given another meaning: choose another name, as the calls of {name} are found by it"


def _taken(module: str, alias: ast.alias) -> str | None:
    """Return what is wrong with what is imported from a module."""
    if alias.name == "*":
        return f"from {module} import *: name what is imported"
    if module.startswith("edition.") and not f"{module}.".startswith("edition.cell."):
        return f"from {module} import {alias.name}: of the engine, cells import what stands in edition.cell"
    first = module.partition(".")[0]
    if alias.name in CALLS and (first in LOADERS or first in sys.stdlib_module_names):
        return _hidden(alias.name)
    if module == "sys" and alias.name in OF_SYS:
        return OF_SYS[alias.name]
    if PASSING.match(alias.name) or (module == "os" and alias.name in ENVIRONMENT):
        return f"from {module} import {alias.name}: {LASTING}"
    if alias.name in PLAIN or READERS.match(alias.name):
        return f"from {module} import {alias.name}: {CURE}"
    return None


def _function(node: ast.Call) -> str | None:
    """Return what is wrong with the call of a function by its name."""
    name = ast.unparse(node.func)
    if name == "getattr" and len(node.args) > 1:
        return _asked_for(node.args[1])
    if name in NAMESPACES:
        return f"{name}(…): call what is meant by its name, by which it is found"
    if _is_of_a_moment(node):
        return f"{ast.unparse(node)}: {LASTING}"
    return f"{name}(…): {CURE}" if name in PLAIN or READERS.match(name) else None


def _is_of_a_moment(node: ast.Call) -> bool:
    """Return whether a call is given the word that stands for the present day."""
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    words = {one.value for one in given if isinstance(one, ast.Constant)}
    name = ast.unparse(node.func).rpartition(".")[2]
    return bool(words & MOMENTS) and name in ("Timestamp", "Period", "to_datetime", "datetime64", "date_range")


def _method(node: ast.Call) -> str | None:
    """Return what is wrong with the call of a method, or of a function of a module."""
    owner, _, name = ast.unparse(node.func).rpartition(".")
    if owner == "sys.path":
        return PATH
    if owner == "get_ipython()":
        return _magic(node)
    if name == "open" or _reads(owner, name):
        return f"{owner}.{name}(…): {CURE}"
    if name in CALLS and owner != "edition":
        return f"{owner}.{name}(…): write {name}(…), by which its calls are found, and import it by its name"
    return f"{owner}.{name}(…): {LASTING}" if PASSING.match(name) or _is_of_a_moment(node) else None


def _magic(node: ast.Call) -> str | None:
    """Return what is wrong with a magic or a command of the shell."""
    call = ast.unparse(node.func).rpartition(".")[2]
    first = node.args[0] if node.args else None
    name = str(first.value) if isinstance(first, ast.Constant) else "…"
    if call == "run_line_magic":
        return None if name in MAGICS else f"%{name}: a cell is Python alone; take the line out"
    if call in ("system", "getoutput", "run_cell_magic"):
        return f"!{name}: a cell starts no process and is Python alone; {CURE}"
    return f"get_ipython().{call}(…): write into the cell what is to run"


def _asked_for(name: ast.expr) -> str | None:
    """Return what is wrong with ``getattr(…, name)``."""
    if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
        return None
    if name.value in CALLS:
        return f"getattr(…, '{name.value}'): write {name.value}(…)"
    return f"getattr(…, '{name.value}'): {CURE}" if name.value in PLAIN or READERS.match(name.value) else None


def _named(name: str) -> str | None:
    """Return what is wrong with a function that is named and not called."""
    if name in CALLS:
        return _renamed(name, name)
    if name in NAMESPACES:
        return f"{name}: call what is meant by its name, by which it is found"
    return f"{name} gets another name: {CURE}" if name in PLAIN else None
