"""What a cell may not touch stops it, with page, cell, line and cure; what Python and the libraries need does not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from edition.sphinx.run import guard

# Each in a form that the scan of the source lets pass, so that the guard alone is asked.
STOPPED = {
    "read": ("import io\nio.FileIO('note.txt').read()", "book/note.txt is read"),
    "table": ("import io\nio.FileIO('../data/harvest.csv').read()", "write load('harvest')"),
    "outside": ("import io\nio.FileIO('/outside.txt').read()", "/outside.txt is read"),
    "module": ("import sys\nsetattr(sys, 'path', ['.', *sys.path])\nimport localmod", "edition_kernel_code"),
    "renamed": ("import edition\nedition.__dict__['__getattr__']('load')('hives')", "write load('hives')"),
    "written": ("import io\nio.FileIO('../data/new.csv', 'w')", "data/new.csv is written"),
    "removed": ("import os\nos.remove('note.txt')", "book/note.txt is written"),
    "folder": ("import shutil\nshutil.rmtree('../data')", "data"),
    "listed": ("import os\nos.listdir('../data')", "are listed"),
    "machine": ("import io\nio.FileIO('/etc/passwd').read()", "/etc/passwd is read"),
    "memory": ("import io\nio.FileIO('/proc/meminfo').read()", "/proc/meminfo is read"),
    "shared": ("import io\nio.FileIO('/dev/shm/kept', 'w')", "/dev/shm/kept is written"),
    # What libraries keep to themselves when they are refused a file.
    "swallowed-list": ("import glob\nprint(len(glob.glob('../data/*.csv')))", "are listed"),
    "swallowed-walk": ("import os\nprint(list(os.walk('..')))", "are listed"),
    "swallowed-read": (
        "import configparser\nconfigparser.RawConfigParser().__class__.read(configparser.RawConfigParser(), 'note.txt')",
        "book/note.txt is read",
    ),
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
    [line] = [line for line in message.splitlines() if f"/{name}.md" in line]
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
    assert "book/orchard.md, cell 1 (line 11): open(" in str(caught.value)
    assert "book/apiary.md, cell 2 (line 17): load gets another name" in str(caught.value)
    assert miniature.runs() == []


# For each event that the guard knows a call that Python announces by it. `N` is the number of the book's open folder.
CALLS = {
    "os.remove": ["os.remove('../data/t.csv')", "os.remove('t.csv', dir_fd=N)"],
    "os.rmdir": ["os.rmdir('../empty')", "os.rmdir('../empty', dir_fd=N)"],
    "os.mkdir": ["os.mkdir('../new')", "os.makedirs('new')", "os.mkdir('new', dir_fd=N)"],
    "os.chmod": ["os.chmod('../data/t.csv', 0o644)", "os.chmod('t.csv', 0o644, dir_fd=N)"],
    "os.chown": ["os.chown('../data/t.csv', os.getuid(), os.getgid())", "os.chown('t.csv', 0, 0, dir_fd=N)"],
    "os.utime": ["os.utime('../data/t.csv', (5, 5))", "os.utime('t.csv', ns=(5, 5), dir_fd=N)"],
    "os.truncate": ["os.truncate('../data/t.csv', 0)"],
    "os.setxattr": ["os.setxattr('../data/t.csv', 'user.x', b'')"],
    "os.removexattr": ["os.removexattr('../data/t.csv', 'user.x')"],
    "os.rename": [
        "os.rename('../data/t.csv', 'u')",
        "os.rename(T + '/own', '../x')",
        "os.rename(T + '/own', 'x', dst_dir_fd=N)",
    ],
    "os.link": ["os.link('../data/t.csv', T + '/x')", "os.link(T + '/own', 'x')"],
    "os.symlink": ["os.symlink('t.csv', 'x')", "os.symlink(T + '/own', 'x', dir_fd=N)"],
    "subprocess.Popen": ["subprocess.Popen(['true'])"],
    "os.system": ["os.system('true')"],
    "os.exec": ["os.execv('/bin/true', ['true'])"],
    "os.posix_spawn": ["os.posix_spawn('/bin/true', ['true'], {})"],
    "os.spawn": ["os.spawnv(os.P_WAIT, '/bin/true', ['true'])"],
    "os.fork": ["os.fork() or os._exit(0)"],
    "os.forkpty": ["os.forkpty()[0] or os._exit(0)"],
    "os.startfile": [],  # of Windows alone
    "pty.spawn": ["pty.spawn('true')"],
    "socket.connect": ["socket.socket().connect(('127.0.0.1', 9))"],
    "socket.bind": ["socket.socket().bind(('127.0.0.1', 0))"],
    "socket.sendto": ["UDP.sendto(b'', ('127.0.0.1', 9))"],
    "socket.sendmsg": ["UDP.sendmsg([b''], [], 0, ('127.0.0.1', 9))"],
    "socket.getaddrinfo": ["socket.getaddrinfo('127.0.0.1', 9)"],
    "socket.gethostbyname": ["socket.gethostbyname('127.0.0.1')"],
    "socket.gethostbyaddr": ["socket.gethostbyaddr('127.0.0.1')"],
    "sqlite3.connect": ["sqlite3.connect('../data/new.db')", "sqlite3.connect('/new.db')"],
    "ctypes.dlopen": ["ctypes.CDLL('../data/t.csv')"],
    "os.listdir": ["os.listdir('..')", "os.listdir()", "os.listdir('../data')"],
    "os.scandir": ["os.scandir('..')", "os.scandir('../data')"],
    "open": ["io.FileIO('../data/t.csv')", "io.FileIO('../data/new', 'w')", "os.open('../data/new', os.O_CREAT)"],
}
OWN = [
    "os.mkdir(T + '/a', 0o755)", "os.chmod(T + '/own', 0o644)", "os.truncate(T + '/own', 0)", "os.rename(T + '/own', T + '/b')",
    "os.listdir(T)", "os.remove(T + '/b')", "sqlite3.connect(T + '/a.db')", "sqlite3.connect(':memory:')", "ctypes.CDLL(None)",
    "os.listdir(os.path.dirname(os.__file__))", "__import__('colorsys')",
]  # fmt: skip
SCRIPT = """
import ctypes, io, json, os, pty, socket, sqlite3, subprocess, sys, tempfile
sys.path.insert(0, {engine!r})
from edition.sphinx.run import guard
T, N, UDP = tempfile.gettempdir(), os.open('.', os.O_RDONLY), socket.socket(type=socket.SOCK_DGRAM)
book = os.path.realpath('..')
guard.Guard(book=book, data=book + '/data', tables=[], code=[], cache=T).start()
for number, call in enumerate({calls!r}):
    try:
        eval(call)
        print(number, 'is let through', flush=True)
    except guard.Stopped as error:
        print(number, 'is stopped:', error, flush=True)
    except Exception as error:
        print(number, 'fails:', repr(error), flush=True)
"""


def tried(tmp_path: Path, calls: list[str]) -> list[str]:
    """Return what becomes of some calls in a process with the guard, one line each."""
    for folder in ("book/data", "book/book", "book/empty", "own"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("book/data/t.csv", "book/book/t.csv", "own/own"):
        (tmp_path / file).write_text("kept", encoding="utf-8")
    script = SCRIPT.format(engine=str(Path(guard.__file__).parents[3]), calls=calls)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path / "book/book", env={"TMPDIR": str(tmp_path / "own")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (tmp_path / "book/data/t.csv").read_text(encoding="utf-8") == "kept"
    lines = done.stdout.splitlines()
    assert len(lines) == len(calls), done.stderr
    return [line.partition(" ")[2] for line in lines]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have not all of these calls")
def test_every_event_that_is_watched_stops_what_it_announces(tmp_path):
    assert {*guard.CHANGES, *guard.PROCESSES, *guard.CONNECTIONS} <= set(CALLS)
    calls = [call for made in CALLS.values() for call in made]
    found = dict(zip(calls, tried(tmp_path, calls), strict=True))
    assert {call: said for call, said in found.items() if not said.startswith("is stopped:")} == {}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have not all of these calls")
def test_what_is_a_cells_own_is_let_through(tmp_path):
    found = dict(zip(OWN, tried(tmp_path, OWN), strict=True))
    assert {call: said for call, said in found.items() if said != "is let through"} == {}
