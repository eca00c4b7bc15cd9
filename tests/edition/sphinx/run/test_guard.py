"""What a cell may not touch stops it, with page, cell, line and cure; what Python and the libraries need does not."""

from __future__ import annotations

import json

import pytest
from sphinx.errors import ExtensionError

# Each in a form that the scan of the source lets pass, so that the guard alone is asked.
STOPPED = {
    "read": ("import io\nio.FileIO('note.txt').read()", "book/note.txt is read"),
    "table": ("import io\nio.FileIO('../data/harvest.csv').read()", "write load('harvest')"),
    "outside": ("import io\nio.FileIO('/outside.txt').read()", "/outside.txt is read"),
    "module": ("import sys\nsetattr(sys, 'path', ['.', *sys.path])\nimport localmod", "edition_kernel_code"),
    "renamed": ("import edition\nvars(edition)['__getattr__']('load')('hives')", "write load('hives')"),
    "written": ("import io\nio.FileIO('../data/new.csv', 'w')", "data/new.csv is written"),
    "removed": ("import os\nos.remove('note.txt')", "book/note.txt is written"),
    "folder": ("import shutil\nshutil.rmtree('../data')", "data"),
    "listed": ("import os\nos.listdir('../data')", "are listed"),
    "process": ("import os\nos.fork()", "a process is started"),
    "network": ("from _socket import socket\nsocket().connect(('127.0.0.1', 9))", "a connection is opened"),
}


@pytest.fixture(scope="module")
def stopped(new_miniature):
    """A book with a chapter for each way, and the message of its build."""
    book = new_miniature()
    book.write("book/note.txt", "a note")
    book.write("book/localmod.py", "VALUE = 1\n")
    for name, (code, _) in STOPPED.items():
        book.chapter(name, "x = 1", code, imports="")
    with pytest.raises(ExtensionError) as caught:
        book.build()
    return book, str(caught.value)


@pytest.mark.parametrize("name", STOPPED)
def test_a_cell_is_stopped_with_page_cell_line_and_cure(stopped, name):
    book, message = stopped
    [line] = [line for line in message.splitlines() if f"{name}.md" in line]
    assert "cell 2 (line 15): " in line and STOPPED[name][1] in line, line
    assert (book.root / "book" / "note.txt").exists() and (book.root / "data" / "harvest.csv").exists()


def test_what_python_and_the_libraries_need_is_allowed(miniature):
    miniature.chapter(
        "orchard",
        "import pandas as pd, matplotlib.pyplot as plt, tempfile, zoneinfo, json, email.mime.text, decimal\n"
        "from edition import load, show\n"
        "table = load('harvest')\nprint(pd.Timestamp('2020-01-01', tz='Asia/Yerevan'), zoneinfo.ZoneInfo('Asia/Baku'))\n"
        "with tempfile.NamedTemporaryFile() as file:\n    file.write(b'x')\n"
        "with tempfile.TemporaryDirectory() as folder:\n    plt.plot([1, 2])\n    plt.savefig(folder + '/x.png')\n"
        "plt.title('$x^2$ \u10d0')\nplt.close()\ntable.tons.plot()\nplt.close()",
        imports="",
    )
    miniature.build()
    assert "2020-01-01 00:00:00+04:00 Asia/Baku" in miniature.built("orchard").text


def test_a_notebook_shows_what_its_cells_give_now(miniature):
    code = {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": 7}
    code |= {"source": "from edition import load\nprint('fresh', load('hives').hives.sum())"}
    code |= {"outputs": [{"name": "stdout", "output_type": "stream", "text": ["stale output 41\n"]}]}
    title = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A notebook"}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": [title, code], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    miniature.write("book/notebook.ipynb", json.dumps(notebook))
    assert miniature.build() == ""
    assert "fresh 10" in miniature.built("notebook").text and "stale" not in miniature.built("notebook").text
    with miniature.changed("data/hives.csv", "2020,6", "2020,7"):
        assert miniature.build() == ""
        assert "fresh 11" in miniature.built("notebook").text


def test_a_page_with_a_way_past_load_fails_the_build_before_it_runs(miniature):
    miniature.chapter("orchard", "print(open('../data/hives.csv').read())", miniature.logs("orchard"), imports="")
    miniature.chapter("apiary", "L = load", miniature.logs("apiary"))
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    assert "book/orchard, cell 1 (line 11): open(" in str(caught.value)
    assert "book/apiary, cell 2 (line 17): load gets another name" in str(caught.value)
    assert miniature.runs() == []
