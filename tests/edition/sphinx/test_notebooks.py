"""A chapter as a notebook beside its page."""

from __future__ import annotations

import nbformat

from edition.source.page import Page
from edition.sphinx.notebooks import FIND_THE_BOOK, notebook


def test_the_notebook_is_valid_and_holds_the_cells_of_its_page(orchard):
    made = nbformat.read(orchard.pages / "orchard.ipynb", as_version=4)
    nbformat.validate(made)
    source = (orchard.root / "book" / "orchard.md").read_text(encoding="utf-8")
    head, start, *cells = made.cells
    assert "The orchard" in head.source and start.source == FIND_THE_BOOK
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert [cell.source for cell in code] == list(Page("orchard", source).cells) != []
    assert not any(cell.outputs for cell in code)


def test_a_page_without_code_has_none(orchard):
    assert not (orchard.pages / "before.ipynb").exists()


def test_it_is_the_same_each_time_and_leaves_the_page_as_it_is():
    page = Page("p", "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n\n# P\n\n```{code-cell}\n1\n```\n")
    assert nbformat.writes(notebook(page, "P", "1")) == nbformat.writes(notebook(page, "P", "1"))
    assert page.cells == ("1",)
