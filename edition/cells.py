"""What a chapter's source says about its code: the cells, and the names that they load and check."""

from __future__ import annotations

import ast
import re

from IPython.core.inputtransformer2 import TransformerManager
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig


class CellError(ValueError):
    """Code that no scan of the source can resolve; the message names the page and the cure."""


def cells(source: str) -> list[str]:
    """Return the code of each code cell in a chapter's `source`; none for a page that is not a notebook."""
    if not is_myst_markdown_notebook(source):
        return []
    notebook = read_myst_markdown_notebook(source, config=MdParserConfig(enable_extensions={"colon_fence"}))
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def names_in(code: str, function: str, docname: str, place: int = 0) -> list[str]:
    """Return the literal arguments at `place` of the calls of `function` in `code`, in order.

    :raises CellError: if a call has no literal there, so that no scan of the source could resolve it.
    """
    names = []
    for node in ast.walk(ast.parse(plain_python(code))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in (function, f"edition.{function}"):
            argument = node.args[place] if len(node.args) > place else None
            if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                raise CellError(f"{docname}: {ast.unparse(node)}: write {function}({'…, ' * place}'…')")
            names.append((node.lineno, node.col_offset, argument.value))
    return [name for *_, name in sorted(names)]


def calls(source: str, function: str, docname: str) -> list[str]:
    """Return the literal names with which the cells of a chapter call `function`, each once, in order."""
    try:
        return list(dict.fromkeys(name for code in cells(source) for name in names_in(code, function, docname)))
    except SyntaxError:
        return []  # the kernel will say so, and where


def plain_python(code: str) -> str:
    """Return `code` as IPython hands it to Python; the body of a cell magic counts as code."""
    return TransformerManager().transform_cell(re.sub(r"\A\s*%%.*\n", "", code))
