"""What the source of a page shows to be wrong before it runs: ways past ``load``, by which a result would grow stale.

A table that a cell loads by its name is in the digest of the page, and behind the figures and claims made from it.
Whatever comes in by another way is in neither, so that it is refused here, with the cell, the line and the cure. What
the source does not show, the guard of the kernels stops as it happens (``edition/sphinx/run/guard.py``).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

from edition import CALLS
from edition.said import place
from edition.source.lineage import CellError, parse

# What a cell imports only to have something from outside: it goes into data/ beforehand.
OUTSIDE = {
    "aiohttp", "ftplib", "http", "httpx", "importlib", "requests", "runpy", "shelve", "socket", "sqlite3",
    "subprocess", "urllib", "urllib3", "webbrowser",
}  # fmt: skip
# Modules and functions that tell of the machine, the user, the moment or a file, which no digest knows.
OF_THE_MACHINE = {"getpass", "grp", "linecache", "platform", "psutil", "pwd", "resource", "time", "uuid"}
PASSING = re.compile(
    r"(now|today|utcnow|getcwdb?|cwd|expanduser|getlogin|getpid|getppid|uname|cpu_count|getloadavg|getenv|l?stat|statvfs"
    r"|l?exists|isfile|isdir|islink|is_file|is_dir|is_symlink|getsize|get[acm]time)\Z"
)
MOMENTS = {"now", "today"}  # which pandas and NumPy take for a day
# Functions and methods that read a file, whoever's they are.
READERS = re.compile(
    r"(read_(?!only)\w+|load(txt|mat)|genfromtxt|fromfile|from_csv|from_file|fromregex|memmap|imread|urlopen|urlretrieve"
    r"|popen|system|load_module|import_module|run_path|run_module|ExcelFile|HDFStore)\Z"
)
PLAIN = {"open", "exec", "eval", "compile", "__import__", "input", "breakpoint"}
NAMESPACES = {"globals", "locals", "vars"}
LOADERS = {"np", "numpy", "joblib", "torch"}  # whose load reads a file
MAGICS = {"matplotlib", "config", "precision"}  # that change how something is shown, and nothing else
FENCES = MarkdownIt("commonmark").use(colon_fence_plugin)
LANGUAGES = ("ipython3", "ipython", "python3", "python", "")  # of a cell
TABLES = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin)
# What a fence may hold that is no Markdown: code, with or without a directive.
VERBATIM = re.compile(r"(?!\{)|\{(code|raw|math|eval-rst|sourcecode|literalinclude|mermaid)\b")
# Backticks in it make text of a directive; another fault says so, and what closes it is no fence that is left open.
TITLE = re.compile(r"^(\s*`{3,}\{[^}\n]*\})(.*)$", re.MULTILINE)
MOST = 60  # letters of a line that a message quotes
PATH = "sys.path: code that cells import goes into a file that edition_kernel_code in _config.yml names"
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
    match node:
        case ast.Import() | ast.ImportFrom():
            return _import(node)
        case ast.Call(func=ast.Name()):
            return _function(node)
        case ast.Call(func=ast.Attribute()):
            return _method(node)
        case ast.Name(id=name) if name in CALLS:
            return _named(node, id(node) in calls)
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) if name in CALLS:
            return _other(name)
        case ast.Attribute():
            return _attribute(node, id(node) in calls)
        case ast.Subscript(value=ast.Attribute(attr="modules")):
            return "sys.modules: import what is called by its name"
    return None


def _import(node: ast.Import | ast.ImportFrom) -> str | None:
    """Return what is wrong with an import."""
    if isinstance(node, ast.Import):
        return _first(_module(alias.name) or _engine(alias.name) or _renamed(alias) for alias in node.names)
    module = node.module
    return _module(module or "") or _first(_renamed(alias) or _taken(module, alias) for alias in node.names)


def _attribute(node: ast.Attribute, called: bool) -> str | None:
    """Return what is wrong with what is reached by a dot."""
    if isinstance(node.ctx, ast.Store) and ast.unparse(node) == "sys.path":
        return PATH
    if _is_the_engines(node) and not called:
        return f"{ast.unparse(node)} gets another name: write {node.attr}(…) wherever it is called"
    if not called and ast.unparse(node.value) == "get_ipython()":
        return f"{ast.unparse(node)}: call what is meant by its name"
    return f"{ast.unparse(node)}: {LASTING}" if ast.unparse(node) == "os.environ" else None


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


def _renamed(alias: ast.alias) -> str | None:
    """Return what is wrong with the name that an import gives to what it imports."""
    if not alias.asname or alias.asname == alias.name:
        return None
    if alias.name in CALLS or alias.name == "edition":
        return f"import {alias.name} as {alias.asname}: import it by its own name, by which its calls are found"
    return _other(alias.asname) if alias.asname in CALLS else None


def _taken(module: str | None, alias: ast.alias) -> str | None:
    """Return what is wrong with what is imported from a module."""
    if alias.name == "*":
        return f"from {module} import *: name what is imported"
    if (module or "").startswith("edition.") and not f"{module}.".startswith("edition.cell."):
        return f"from {module} import {alias.name}: of the engine, cells import what stands in edition.cell"
    if PASSING.match(alias.name):
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
    words = {one.value for one in node.args if isinstance(one, ast.Constant)}
    name = ast.unparse(node.func).rpartition(".")[2]
    return bool(words & MOMENTS) and name in ("Timestamp", "Period", "to_datetime", "datetime64", "date_range")


def _method(node: ast.Call) -> str | None:
    """Return what is wrong with the call of a method, or of a function of a module."""
    owner, _, name = ast.unparse(node.func).rpartition(".")
    if owner == "sys.path":
        return PATH
    if owner == "get_ipython()":
        return _magic(node)
    if READERS.match(name) or name == "open" or (name == "load" and owner in LOADERS):
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


def _named(node: ast.Name, called: bool) -> str | None:
    """Return what is wrong with one of the calls for cells that is named and not called."""
    if isinstance(node.ctx, ast.Store | ast.Del):
        return _other(node.id)
    return None if called else f"{node.id} gets another name: write {node.id}(…) wherever it is called"


def _is_the_engines(node: ast.Attribute) -> bool:
    return node.attr in CALLS and ast.unparse(node.value).partition(".")[0] == "edition"


def _other(name: str) -> str:
    return f"{name} is given another meaning: choose another name, as the calls of {name} are found by it"


def faults_of_text(source: str) -> Iterator[tuple[int, str]]:
    """Yield the faults of a page that stand outside its code: the line, from 1, and what is wrong with the cure."""
    lines = source.split("\n")
    for number, line in enumerate(lines, start=1):
        if cell := re.match(r"\s*([`~:]{3,})\{code-cell\} *(.*)", line):
            if (language := cell[2].strip()) not in LANGUAGES:
                yield (
                    number,
                    f"a cell of {language} would be run as Python; write {LANGUAGES[0]}, or {{code-block}} to show it",
                )
            yield from _options(lines, number, cell[1])
    yield from _open_fences(source)
    yield from _long_rows(source)


def _long_rows(text: str, before: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the rows of tables that have more cells than the head, which Markdown leaves out.

    :param before: how many lines of the page stand before the text.
    """
    lines = text.split("\n")
    for token in TABLES.parse(text):
        if token.map is None:
            continue
        start, end = token.map
        if token.type == "table_open":
            head, *rows = [_cells(line) for line in lines[start:end]]
            for number, cells in enumerate(rows[1:], start=start + 3):
                if cells > head:
                    cure = "write the head of another column, or a bar within a cell as \\|"
                    yield (
                        before + number,
                        f"the row has {cells} cells for {head} columns, and none of the others is printed; {cure}",
                    )
        elif token.type in ("fence", "colon_fence") and not VERBATIM.match(token.info.strip()):
            yield from _long_rows(token.content, before + start + 1)


def _cells(line: str) -> int:
    """Return how many cells a row of a table has."""
    return len(re.split(r"(?<!\\)\|", line.strip(" >\t").removeprefix("|").removesuffix("|")))


def _open_fences(text: str, before: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the fences that nothing closes, so that all that follows stands in them.

    :param before: how many lines of the page stand before the text.
    """
    lines = text.split("\n")
    for token in FENCES.parse(TITLE.sub(lambda line: line[1] + line[2].replace("`", " "), text)):
        if token.type not in ("fence", "colon_fence") or token.map is None:
            continue
        start, end = token.map
        last = lines[end - 1].strip(" >\t\r")
        if end - 1 == start or not last.startswith(token.markup) or last.strip(token.markup[0]):
            opening = lines[start].strip()[:MOST]
            yield (
                before + start + 1,
                f"nothing closes {opening}; write {token.markup} on a line of its own where it ends",
            )
        elif not VERBATIM.match(token.info.strip()):
            yield from _open_fences(token.content, before + start + 1)


def _options(lines: list[str], start: int, fence: str) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with the options of the cell whose first line is `start`."""
    block = start < len(lines) and lines[start].strip() == "---"
    for number, line in enumerate(lines[start:], start=start + 1):
        text = line.strip()
        ended = number > start + 1 and text == "---" if block else not text.startswith(":")
        if ended or text.startswith(fence):
            return
        if re.match(r":?load:", text):
            yield number, ":load: brings in code that no digest knows; write it into the cell"


def unreadable(file: str, error: Exception) -> CellError:
    """Return the error of a page that cannot be read as a notebook."""
    if said := re.search(r"cell (\d+) at line (\d+) could not be read: .*?msg='([^']*)'", str(error)):
        return CellError(f"{place(file, line=said[2])}: {said[3]}; correct the options of the cell that begins there")
    return CellError(f"{file}: {' '.join(str(error).split())}; correct the options of the cell, or the front matter")
