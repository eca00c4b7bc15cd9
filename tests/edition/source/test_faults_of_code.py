"""Ways past ``load`` that the source shows, each refused with page, cell, line and cure."""

from __future__ import annotations

import pytest

from edition.source import faults_of_code as names
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
        "async def load(name):\n    return 1",
        "lambda load: 1",
        "def f(*, check):\n    pass",
        "def f(*load, **show):\n    pass",
        "[load for load in names]",
        "(load := 1)",
        "import builtins",
        "__builtins__.open('x')",
        "g = globals",
        "o = open",
        "r = pd.read_csv",
        "tables = map(pd.read_csv, files)",
        "s = os.system",
        "n = np.load",
        "from os import environ",
        "os.environb['HOME']",
        "from sys import path",
        "from sys import modules",
        "sys.path[:0] = ['.']",
        "sys.path[0] = '.'",
        "del sys.path[0]",
        "sys.path += ['.']",
        "pd.Timestamp(ts_input='now')",
        "from numpy import load",
        "from json import load",
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
        "parties = frame.system",
        "print(sys.path)",
        "pd.Timestamp(ts_input='1901-05-10')",
        "frame.environ",
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


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("try:\n    x = 1\nexcept ValueError as load:\n    pass", 13),
        ("match x:\n    case [1, *load]:\n        pass", 12),
        ("match x:\n    case {'a': 1, **load}:\n        pass", 12),
        ("match x:\n    case 1 as load:\n        pass", 12),
    ],
)
def test_a_call_of_cells_keeps_its_meaning_in_every_block(code, line):
    [fault] = faults(code)
    assert fault.startswith(f"book/page.md, cell 1 (line {line}): load is given another meaning")


def test_code_that_cannot_be_read_is_named_with_its_line():
    assert faults("x = 1", "y = 2\nz = )") == (
        "book/page.md, cell 2 (line 16): the code cannot be read: unmatched ')'; correct it",
    )


OUTSIDE = "aiohttp builtins ftplib http httpx importlib requests runpy shelve socket sqlite3 subprocess urllib urllib3 webbrowser"
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
