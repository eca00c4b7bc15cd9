"""A page of the book, read once: its cells, the tables that they load, and what they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from IPython.core.inputtransformer2 import TransformerManager
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

from edition.source.lineage import Product, Statement, loads, products, statements


@dataclass(frozen=True)
class Page:
    """The source of a page, under its name; everything else follows from it, and is worked out once."""

    name: str
    source: str

    @cached_property
    def notebook(self) -> NotebookNode | None:
        """The page as a notebook; None if it runs no code. Not to be changed: others read it too."""
        if not is_myst_markdown_notebook(self.source):
            return None
        config = MdParserConfig(enable_extensions={"colon_fence"})
        return read_myst_markdown_notebook(self.source, config=config, add_source_map=True, path=self.name)

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
        return loads(self.statements, self.name)

    @cached_property
    def products(self) -> tuple[Product, ...]:
        """The figures and claims that the cells make, in order.

        :raises CellError: if a name is no literal.
        """
        return products(self.statements, self.name)


def plain_python(code: str) -> str:
    """Return `code` as IPython hands it to Python; the body of a cell magic counts as code."""
    return TransformerManager().transform_cell(re.sub(r"\A\s*%%.*\n", "", code))
