"""A page of the book, read once: its cells, the tables that they load, and what they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

from edition.said import place
from edition.settings import SettingsError, parse_yaml
from edition.source.faults_of_code import faults_of_cell
from edition.source.faults_of_text import faults_of_text
from edition.source.lineage import CellError, Product, Statement, loads, products, statements
from edition.source.options import faults_of_options
from edition.source.shown import faults_of_figures

KERNEL = "python3"  # the only one that runs here: that of the environment
HEAD = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """The source of a page, under its name; everything else follows from it, and is worked out once."""

    name: str
    source: str

    @cached_property
    def notebook(self) -> NotebookNode | None:
        """The page as a notebook; None if it runs no code. Not to be changed: others read it too.

        :raises CellError: if it cannot be read.
        """
        try:
            if self.is_json:
                return without_outputs(nbformat.reads(self.source, as_version=4))
            if not is_myst_markdown_notebook(self.source):
                return None
            config = MdParserConfig(enable_extensions={"colon_fence"})
            return read_myst_markdown_notebook(self.source, config=config, add_source_map=True, path=self.file)
        except Exception as error:  # whatever stands in the options of a cell; which are YAML, JSON or neither
            raise _unreadable(self.file, error) from error

    @cached_property
    def head(self) -> dict[str, Any]:
        """The front matter; nothing for a notebook of Jupyter, or a page without any.

        :raises SettingsError: if it cannot be read.
        """
        return parse_yaml(self._head[1], self.file, before=1) if self._head else {}

    @property
    def end_of_head(self) -> int:
        """How many lines stand before the one that ends the front matter; none if there is no front matter."""
        return self._head[0].count("\n") if self._head else 0

    @cached_property
    def _head(self) -> re.Match[str] | None:
        return None if self.is_json else HEAD.match(self.source)

    @cached_property
    def is_json(self) -> bool:
        """Whether the page is a notebook as Jupyter keeps it (``.ipynb``)."""
        return self.source.lstrip().startswith("{") and '"nbformat"' in self.source

    @property
    def file(self) -> str:
        """The file of the page, as messages name it."""
        return f"{self.name}.{'ipynb' if self.is_json else 'md'}"

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The code of each code cell; none for a page that runs no code."""
        cells = self.notebook.cells if self.notebook else []
        return tuple(cell.source for cell in cells if cell.cell_type == "code")

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all cells; none if one cannot be parsed: the kernel will say so, and where."""
        try:
            return tuple(statements(map(plain_python, self.cells)))
        except SyntaxError:
            return ()

    @cached_property
    def loads(self) -> tuple[str, ...]:
        """The tables that the cells load, each once, in order.

        :raises CellError: if a name is no literal.
        """
        return loads(self.statements, self.place)

    @cached_property
    def products(self) -> tuple[Product, ...]:
        """The figures and claims that the cells make, in order.

        :raises CellError: if a name is no literal.
        """
        return products(self.statements, self.place)

    @cached_property
    def lines(self) -> tuple[int | None, ...]:
        """The line of the page, from 1, on which the fence of each code cell stands; None for each if it has no lines."""
        if self.notebook is None:
            return ()
        code = [cell.cell_type == "code" for cell in self.notebook.cells]
        starts = self.notebook.metadata.get("source_map", [None] * len(code))
        return tuple(start for start, wanted in zip(starts, code, strict=True) if wanted)

    @cached_property
    def faults(self) -> tuple[str, ...]:
        """What the source shows to be wrong: page, cell, line, and the cure."""
        text = [
            f"{place(self.file, line=line)}: {fault}"
            for line, fault in ([] if self.is_json else faults_of_text(self.source))
        ]
        if text:
            return tuple(text)  # the cells could not be read as they are meant
        try:
            if fault := self._fault_of_kernel():
                return (fault,)
            code = tuple(
                f"{self.place(number, line)}: {fault}"
                for number, code in enumerate(self.cells, start=1)
                for line, fault in faults_of_cell(code, plain_python(code))
            )
            cells = [cell.metadata for cell in self.notebook.cells if cell.cell_type == "code"] if self.notebook else []
            options = tuple(
                f"{self.place(number)}: {fault}"
                for number, metadata in enumerate(cells, start=1)
                for fault in faults_of_options(metadata)
            )
            figures = faults_of_figures(cells, self.products, self.place) if self.statements else ()
            return (*code, *options, *figures)
        except (CellError, SettingsError) as error:
            return (str(error),)

    def _fault_of_kernel(self) -> str | None:
        """Return what is wrong with the kernel that the page asks for, if it runs code."""
        head = self.notebook.metadata if self.is_json and self.notebook else self.head
        kernel = head.get("kernelspec", {})
        asked = kernel.get("name") if isinstance(kernel, dict) else kernel
        if asked == KERNEL or (isinstance(kernel, dict) and self.notebook is None):
            return None
        cure = (
            f"save it with the kernel {KERNEL}"
            if self.is_json
            else f"write name: {KERNEL} below kernelspec in its head"
        )
        return f"{self.file}: it asks for {f'the kernel {asked}' if asked else 'no kernel'}; {cure}, which is the one that runs here"

    def place(self, cell: int, line: int | None = None) -> str:
        """Return how a message names a cell: ``book/oil.md, cell 2 (line 30)``.

        :param line: one in the cell, from 1; its first, if it is not said.
        """
        start = self.lines[cell - 1]
        if start is None:
            return place(self.file, cell=cell, line=f"{line} of it" if line else None)
        return place(self.file, cell=cell, line=start + self._body(start) + (line or 1) - 1)

    def _body(self, fence: int) -> int:
        """Return how many lines after that of a fence the code of the cell begins: after its options."""
        rows = self.source.split("\n")
        number = fence  # the row after the fence, from 0
        if number < len(rows) and rows[number].strip() == "---":
            number = next((place for place in range(number + 1, len(rows)) if rows[place].strip() == "---"), number) + 1
        else:
            while number < len(rows) and re.match(r"\s*:\w", rows[number]):
                number += 1
        return number - fence + 1


def without_outputs(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook without what was once computed: only what is computed anew is shown."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def plain_python(code: str) -> str:
    """Return `code` as IPython hands it to Python; the body of a cell magic counts as code."""
    return TransformerManager().transform_cell(re.sub(r"\A\s*%%.*\n", "", code))


def _unreadable(file: str, error: Exception) -> CellError:
    """Return the error of a page that cannot be read as a notebook."""
    if said := re.search(r"cell (\d+) at line (\d+) could not be read: .*?msg='([^']*)'", str(error)):
        return CellError(f"{place(file, line=said[2])}: {said[3]}; correct the options of the cell that begins there")
    return CellError(f"{file}: {' '.join(str(error).split())}; correct the options of the cell, or the front matter")
