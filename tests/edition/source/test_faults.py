"""Ways past ``load`` that the source shows, each refused with page, cell, line and cure."""

from __future__ import annotations

import json

import pytest

from edition.source import faults as names
from edition.source.page import Page

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"


def faults(*codes: str) -> tuple[str, ...]:
    """Return the faults of a page with these cells; the first begins with line 10."""
    cells = "\n\n".join(f"```{{code-cell}} ipython3\n{code}\n```" for code in codes)
    return Page("book/page", f"{FRONT}\n# Title\n\n{cells}\n").faults


@pytest.mark.parametrize(
    "code",
    [
        "pd.read_csv('../data/trade.csv')",
        "pd.read_excel(path)",
        "pandas.read_parquet('x')",
        "open('note.txt').read()",
        "with open('note.txt') as file:\n    pass",
        "Path('note.txt').read_text()",
        "Path('note.txt').open()",
        "np.loadtxt('x')",
        "np.genfromtxt('x')",
        "np.fromfile('x')",
        "np.load('x.npy')",
        "from numpy import loadtxt",
        "from pandas import read_csv as rc",
        "import requests",
        "from urllib.request import urlopen",
        "import urllib.request as u",
        "import sqlite3",
        "import subprocess",
        "os.system('ls')",
        "files = !ls",
        "!ls",
        "%run other.py",
        "%load other.py",
        "%%bash\nls",
        "exec('x = 1')",
        "__import__('localmod')",
        "import importlib",
        "sys.path.insert(0, '.')",
        "from edition import load as ld",
        "import edition as e",
        "import edition.cell.load",
        "edition.cell.load.load('trade')",
        "L = load",
        "coast.notebook.check('C001', 120)",
        "coast.notebook.load('trade')",
        "notebook.show(fig, 'fig-trade', alt='x', source='y')",
        "globals()['check']('C001', 120)",
        "vars(notebook)['load']('trade')",
        "get_ipython().run_cell(\"check('C001', 120)\")",
        "get_ipython().user_ns['check']('C001', 120)",
        "sys.modules['coast.notebook'].check('C001', 120)",
        "from edition.package.read import describe",
        "from edition.paths import ROOT",
        "os.path.getsize('../references.bib')",
        "os.path.exists('x')",
        "Path('x').stat().st_size",
        "Path('x').is_file()",
        "from os.path import getmtime",
        "datetime.now(UTC)",
        "date.today()",
        "pd.Timestamp.now('UTC')",
        "pd.Timestamp('now')",
        "np.datetime64('today')",
        "pd.to_datetime('today')",
        "import time",
        "import platform",
        "from getpass import getuser",
        "import linecache",
        "os.cpu_count()",
        "os.getcwd()",
        "os.environ['HOME']",
        "tables = map(load, ['a', 'b'])",
        "L = edition.load",
        "getattr(edition, 'load')('trade')",
        "def load(name):\n    return 1",
        "check = print",
        "from json import load as show",
        "from edition import *",
        "plt.imread('x.png')",
        "class load:\n    pass",
        "del load",
        "sys.path = []",
        "from builtins import open",
        "locals()['check']('C001', 120)",
        "datetime.utcnow()",
        "os.path.lexists('x')",
        "os.path.islink('x')",
        "Path.cwd()",
        "import uuid",
        "import resource",
        "numpy.load('x.npy')",
        "joblib.load('x')",
        "torch.load('x')",
        "pd.Period('now')",
        "Timestamp('now')",
        "pd.date_range('today', periods=2)",
        "get_ipython().getoutput('ls')",
        "get_ipython().run_cell_magic('bash', '', 'ls')",
        "found = sys.modules['json']",
    ],
)
def test_a_way_past_load_is_refused_with_page_cell_line_and_cure(code):
    found = faults("x = 1", f"y = 1\n{code}" if not code.startswith("%%") else code)
    assert found, code
    assert found[0].startswith(f"book/page.md, cell 2 (line {16 - code.startswith('%%')}): "), found
    assert len(found[0].partition("): ")[2].split(": ")) > 1, "no cure"


@pytest.mark.parametrize(
    "code",
    [
        "arms = load('arms')",
        "edition.load('arms')",
        "---\nmystnb:\n  figure:\n    name: fig-x\n---\nshow(fig, 'fig-x', alt='', source='')",
        "frame.query('year > 2010').plot()",
        "%matplotlib inline",
        "ax.plot(frame.open, frame.close)",
        "json.loads(text)",
        "def f(spread):\n    return written(spread)",
        "from karabakh.notebook import check, load, show",
        "import pandas as pd",
        "from edition.cell.load import load",
        "pd.to_datetime('1901-05-10')",
        "pd.Timestamp('1901-05-10')",
        "written('now')",
        "weights = frame.load",
        "workbook.read_only()",
        "%config InlineBackend.figure_format = 'svg'",
    ],
)
def test_what_is_no_way_past_load_is_not_refused(code):
    assert faults(code) == ()


def test_the_line_counts_the_options_of_a_cell():
    assert faults(":tags: [hide-input]\n:name: x\nopen('x')")[0].startswith("book/page.md, cell 1 (line 13): ")
    assert faults("---\ntags: [hide-input]\n---\nopen('x')")[0].startswith("book/page.md, cell 1 (line 14): ")


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        *((f"{library}.load('x')", "put the data into a table") for library in ("np", "numpy", "joblib", "torch")),
        ("get_ipython().getoutput('ls')", "a cell starts no process"),
        ("get_ipython().run_cell_magic('bash', '', 'ls')", "a cell starts no process"),
        ("del load", "is given another meaning"),
        ("weights.load('x')", "write load(…)"),
    ],
)
def test_the_cure_fits_what_is_wrong(code, cure):
    assert cure in faults(code)[0]


def test_code_that_cannot_be_read_is_named_with_its_line():
    assert faults("x = 1", "y = 2\nz = )") == (
        "book/page.md, cell 2 (line 16): the code cannot be read: unmatched ')'; correct it",
    )


@pytest.mark.parametrize("language", ["r", "julia", "python2"])
def test_a_cell_of_another_language_is_refused(language):
    [fault] = Page("book/page", f"{FRONT}\n# Title\n\n```{{code-cell}} {language}\nx = 1\n```\n").faults
    assert fault.startswith(f"book/page.md, line 10: a cell of {language} would be run as Python; write ipython3")


@pytest.mark.parametrize(
    ("text", "line", "cells"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", 5, 3),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n", 6, 4),
        ("a | b\n--|--\n1 | 2 | 3\n", 5, 3),
        (":::{note}\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n:::\n", 6, 3),
    ],
)
def test_a_row_with_more_cells_than_its_head_is_named_with_its_line(text, line, cells):
    [fault] = Page("book/page", f"# Title\n\n{text}").faults
    assert fault.startswith(f"book/page.md, line {line}: the row has {cells} cells for 2 columns")


@pytest.mark.parametrize(
    "text",
    ["| a | b |\n|---|---|\n| 1 | 2 \\| 3 |", "| a | b |\n|---|---|\n| 1 |", "```md\n| a |\n|---|\n| 1 | 2 |\n```"],
)
def test_a_row_with_as_many_cells_or_fewer_or_in_a_listing_is_right(text):
    assert Page("book/page", f"# Title\n\n{text}\n").faults == ()


@pytest.mark.parametrize("options", [":load: loaded.py", ":tags: [x]\n:load: loaded.py", "---\nload: loaded.py\n---"])
def test_code_that_an_option_brings_in_is_refused(options):
    [fault] = faults(options)
    assert "book/page.md, line 1" in fault and "load:" in fault


def test_options_that_cannot_be_read_are_named_with_page_and_line():
    [fault] = faults(":tags: [hide-input, remove-cell\nx = 1")
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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (":::{note}\nA note that nobody ends\n\nMore.", 3),
        ("```{note}\nA note\n\nMore.\n``", 3),
        ("````\ncode\n```\n", 3),
        ("Text.\n\n```{code-cell} ipython3\nx = 1\n\nMore text.", 5),
        ("::::{note}\nA\n\n:::{tip}\nB\n::::\n", 6),
        ("* item\n\n  ```\n  code\n\nMore.\n", 5),
        (":::", 3),
        ("```\ncode\n``` text", 3),
    ],
)
def test_a_fence_without_an_end_is_named_with_its_line(text, line):
    [fault] = Page("book/page", f"# Title\n\n{text}").faults
    assert fault.startswith(f"book/page.md, line {line}: nothing closes ") and "on a line of its own" in fault


@pytest.mark.parametrize(
    "text",
    [
        ":::{note}\nA\n:::\n",
        "::::{note}\n:::{tip}\nB\n:::\n::::\n",
        "::::{note}\n```\n:::\ncode\n```\n:::::\n",
        "````\n```{note}\n````\n",
        "```{code-block} md\n:::{note}\n```\n",
        "> ```\n> code\n> ```\n",
        "* item\n\n  ```\n  code\n  ```\n\nMore.\n",
        "~~~\n```\n~~~  \n",
        "```{raw} html\n```{note}\n```\n",
        "```{literalinclude} a.md\n:::{note}\n```\n",
        "```{mermaid}\n:::{note}\n```\n",
        "```{math}\n:::{note}\n```\n",
    ],
)
def test_a_fence_with_an_end_is_none(text):
    assert Page("book/page", f"# Title\n\n{text}").faults == ()


OUTSIDE = (
    "aiohttp ftplib http httpx importlib requests runpy shelve socket sqlite3 subprocess urllib urllib3 webbrowser"
)
PLAIN = "open exec eval compile __import__ input breakpoint"
READERS = (
    "read_csv read_hdf loadtxt loadmat genfromtxt fromfile from_csv from_file fromregex memmap imread urlopen urlretrieve popen "
    "system load_module import_module run_path run_module ExcelFile HDFStore"
)


@pytest.mark.parametrize("name", OUTSIDE.split())
def test_every_module_that_reaches_outside_is_refused(name):
    assert "put the data into a table" in faults(f"import {name}")[0]
    assert "put the data into a table" in faults(f"from {name}.part import thing")[0]


@pytest.mark.parametrize("name", [*PLAIN.split(), *READERS.split()])
def test_every_function_that_reads_is_refused(name):
    assert f"{name}(…)" in faults(f"{name}('x')")[0]
    assert f"'{name}'" in faults(f"getattr(x, '{name}')('x')")[0]
    if name in READERS.split():
        assert f"x.{name}(…)" in faults(f"x.{name}('x')")[0]


def test_these_are_all() -> None:
    assert set(OUTSIDE.split()) == names.OUTSIDE
    assert set(PLAIN.split()) == names.PLAIN
