"""A page read once: its cells and the tables that they load."""

from __future__ import annotations

import json

import pytest

from edition.source.lineage import CellError
from edition.source.page import Page

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"


def source(*codes: str) -> str:
    """Return a chapter with these cells."""
    return FRONT + "\n# Title\n\n" + "\n\n".join(f"```{{code-cell}} ipython3\n{code}\n```" for code in codes) + "\n"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("arms = load('arms')", ["arms"]),
        ('both = load("arms"), load(\n    "votes"\n)', ["arms", "votes"]),
        ("share = f(load('arms').query('year > 2010').pivot(), load('votes', data))", ["arms", "votes"]),
        ("%matplotlib inline\nload('arms')", ["arms"]),
        ("# load('old')\ntext = \"load('older')\"", []),
        ("download('arms')\njson.load(stream)", []),
        ("import edition\nedition.load('arms')", ["arms"]),
    ],
)
def test_the_names_of_tables_are_found_in_the_code(code, names):
    assert list(Page("book/page", source(code)).loads) == names


@pytest.mark.parametrize("code", ["load(name)", "load(f'{state}_arms')", "load()", "load(name='arms')", "load(7)"])
def test_a_name_that_is_no_literal_is_refused_with_page_call_and_cure(code):
    with pytest.raises(CellError) as caught:
        _ = Page("book/page", source(f"x = 1\n{code}")).loads
    [line] = [line for line in str(caught.value).splitlines() if code in line]
    assert "book/page" in line
    assert "load('…')" in line


def test_a_chapter_names_each_table_once_in_the_order_of_its_cells():
    assert list(Page("book/page", source("load('b')", "load('a')", "load('b')")).loads) == ["b", "a"]


def test_a_page_without_cells_calls_nothing():
    assert Page("book/page", "# Title\n\n```python\nload('arms')\n```\n").loads == ()


@pytest.mark.parametrize("code", ["files = !ls", "load?", "tables = %who_ls"])
def test_a_cell_of_ipython_does_not_hide_what_the_chapter_loads(code):
    assert list(Page("book/page", source(code, "load('arms')")).loads) == ["arms"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("file_format: mystnb", "book/page.md: it asks for no kernel; write name: python3 below kernelspec"),
        ("file_format: mystnb\nkernelspec: {name: ir}", "it asks for the kernel ir; write name: python3"),
        ("kernelspec: 3\nfile_format: mystnb", "it asks for the kernel 3"),
        ("orphan: true\norphan: false", "book/page.md, line 3: the key 'orphan' stands twice"),
        ("year: " + "9" * 5000, "book/page.md: Exceeds the limit"),
        ("born: 2020-02-31", "book/page.md"),
    ],
)
def test_a_head_that_says_nothing_that_can_be_done_is_refused(head, said):
    [fault] = Page("book/page", f"---\n{head}\n---\n\n# Title\n\n```{{code-cell}} ipython3\nx = 1\n```\n").faults
    assert said in fault


def test_a_notebook_of_jupyter_names_its_kernel_too():
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}
    [fault] = Page("book/page", json.dumps(notebook)).faults
    assert fault.startswith("book/page.ipynb: it asks for no kernel; save it with the kernel python3")


def test_options_that_cannot_be_read_are_named_with_page_and_line():
    [fault] = Page("book/page", source(":tags: [hide-input, remove-cell\nx = 1")).faults
    assert fault.startswith("book/page.md, line 10: ") and "correct the options" in fault


def test_a_notebook_is_read_without_what_it_once_computed():
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 7, "source": "load('arms')\nopen('x')"}
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "stale"}]
    page = Page(
        "book/page",
        json.dumps(
            {"cells": [cell], "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}
        ),
    )
    assert page.loads == ("arms",)
    assert page.notebook.cells[0].outputs == []
    [fault] = page.faults
    assert fault.startswith("book/page.ipynb, cell 1 (line 2 of it): open(")


def test_await_at_the_top_does_not_hide_what_is_loaded():
    assert Page("p", f"{FRONT}\n```{{code-cell}} ipython3\nawait f()\nload('arms')\n```\n").loads == ("arms",)
