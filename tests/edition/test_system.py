"""What the machine refuses is said in one line with its cure."""

from __future__ import annotations

import errno
import importlib
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from edition import serve
from edition.package.read import DataError, read_content
from edition.paths import ROOT
from edition.settings import SettingsError
from edition.snapshot import not_copied
from edition.system import MachineError, check_environment, machine_fault, run


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, "No space", "x"), "x: the disk is full; free some space"),
        (OSError(errno.EROFS, "Read-only", "_build/x"), "this user may not read or write it; let _build be yours"),
        (
            FileNotFoundError(errno.ENOENT, "No such", "book/x.md"),
            "book/x.md: it is not there, or was taken away meanwhile",
        ),
        (FileExistsError(errno.EEXIST, "exists", "_build"), "_build: a file stands where a folder is wanted"),
        (ModuleNotFoundError("No module", name="typst"), "the package typst is missing in .venv; run: rm -rf .venv"),
        (RuntimeError("attempt to write a readonly database"), "let _build be writable, or run: make clean"),
    ],
)
def test_it_is_said_in_a_line(error: Exception, message: str) -> None:
    said = machine_fault(error)
    assert said is not None and message in said and "\n" not in said


def test_what_is_behind_an_error_counts_and_other_errors_do_not() -> None:
    outer = ValueError("something else")
    outer.__cause__ = OSError(errno.ENOSPC, "No space")
    assert machine_fault(outer) == "the disk is full; free some space, and run it again"
    assert machine_fault(ValueError("something else")) is None


@pytest.mark.parametrize("error", [DataError("mend it"), SettingsError("mend it"), MachineError("mend it")])
def test_a_command_says_what_is_meant_in_a_line(error: Exception, capsys: pytest.CaptureFixture[str]) -> None:
    def command() -> int:
        raise error

    assert run(command) == 1
    assert capsys.readouterr() == ("", "mend it\n")


def test_a_command_does_not_hide_what_nobody_meant() -> None:
    with pytest.raises(ZeroDivisionError):
        run(lambda: 1 // 0)
    assert run(lambda: 2) == 2
    assert run(lambda: None) == 0


SAYING = """
import sys, warnings
from edition.system import run
def command():
    print("building", chr(0x2026), chr(0xDCE9))
    warnings.warn("something is old", ResourceWarning)
    open("/dev/null")  # never closed
    import subprocess
    return subprocess.call([sys.executable, "-c", "import warnings; warnings.warn('old')"])
sys.exit(run(command))
"""


@pytest.mark.parametrize(
    "variables",
    [{"PYTHONIOENCODING": "ascii"}, {"PYTHONWARNINGS": "error"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONWARNINGS": "error::ResourceWarning"}],
    ids=str,
)  # fmt: skip
def test_no_screen_and_no_warning_ends_a_command(variables: dict[str, str]) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run([sys.executable, "-c", SAYING], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith("building ") and "Traceback" not in done.stderr, done


@pytest.mark.parametrize("value", ["", "yesterday", "-1", "1e9", "１２"])
def test_a_date_of_the_build_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(MachineError, match="but a number of seconds is wanted; correct it, or run: unset"):
        check_environment()


def _build(
    folder: Path,
    variables: dict[str, str] | None = None,
    config: str = "title: A\n",
    toc: str = "format: jb-book\nroot: index\n",
    **options: object,
) -> subprocess.CompletedProcess[str]:
    """Build a book in a folder of its own."""
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    (folder / "_toc.yml").write_text(toc, encoding="utf-8")
    (folder / "index.md").write_text("# A\n", encoding="utf-8")
    command = [sys.executable, "-m", "edition.build", "html"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **(variables or {})}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_a_build_speaks_on_a_screen_without_letters_and_with_warnings_as_errors(tmp_path: Path) -> None:
    done = _build(tmp_path, {"PYTHONIOENCODING": "ascii", "PYTHONWARNINGS": "error"})
    assert done.stdout.startswith("building the web pages ")
    assert not any(sign in done.stderr for sign in ("Traceback", "UnicodeEncodeError", "Warning: ")), done.stderr


def test_a_build_that_cannot_write_says_so_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "_build").write_text("", encoding="utf-8")
    done = _build(tmp_path)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "_build: a file stands where a folder is wanted" in done.stderr


def test_a_full_disk_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("x" * 100_000, encoding="utf-8")
    done = _build(tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "the disk is full; free some space" in done.stderr


def test_a_taken_port_is_named_with_another(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        assert serve.main([str(port)]) == 1
    assert f"port {port} cannot be used" in capsys.readouterr().err
    assert serve.main(["many"]) == 1
    assert "PORT is 'many'" in capsys.readouterr().err


def test_a_source_that_is_a_link_out_of_the_book_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(ROOT / "README.md")
    (tmp_path / "b.md").symlink_to("nowhere.md")
    (tmp_path / "c.md").write_text("here", encoding="utf-8")
    (tmp_path / "d.md").symlink_to("c.md")
    (tmp_path / "folder").mkdir()
    (tmp_path / "e").symlink_to("folder")
    (tmp_path / "folder" / "f").symlink_to(ROOT)
    (tmp_path / ".hidden").symlink_to(ROOT)
    (tmp_path / "_build").symlink_to(ROOT)
    assert [line.partition(" ")[0] for line in not_copied(tmp_path)] == ["a.md", "b.md", "e", "folder/f"]
    (tmp_path / "_build").unlink()  # or what is built would come into the repository
    done = _build(tmp_path)
    assert done.returncode == 1 and "b.md is a link that leads out of the book, or nowhere; put the" in done.stderr


def test_a_pipe_among_the_sources_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = _build(tmp_path, timeout=60)
    assert done.returncode == 1 and "pipe is no file, but a pipe, a socket or a device; delete it" in done.stderr


def test_a_pipe_is_no_table(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "apples.csv")
    with pytest.raises(DataError, match=r"data/apples.csv is no file, but a pipe or a device; put a file there"):
        read_content(tmp_path / "apples.csv", "data/apples.csv")


def test_a_clone_keeps_the_line_ends_of_what_is_hashed() -> None:
    kept = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "* text=auto eol=lf" in kept and "*.csv text eol=lf" in kept


@pytest.mark.parametrize(
    ("name", "cure"), [("edition.nothing", "correct its name"), ("no_such_package", "run: rm -rf .venv")]
)
def test_a_module_that_is_missing_is_the_books_or_one_of_the_environment(name: str, cure: str) -> None:
    with pytest.raises(ModuleNotFoundError) as caught:
        importlib.import_module(name)
    assert cure in (machine_fault(caught.value) or "")


def test_what_nobody_has_foreseen_is_told_with_the_page_that_was_read(tmp_path: Path) -> None:
    code = "def read(app, page, source):\n    if page == 'second':\n        raise KeyError('apples')\n\n"
    (tmp_path / "orchard.py").write_text(
        f"{code}def setup(app):\n    app.connect('source-read', read)\n", encoding="utf-8"
    )
    (tmp_path / "second.md").write_text("# B\n", encoding="utf-8")
    done = _build(
        tmp_path,
        config="title: A\nsphinx:\n  local_extensions:\n    orchard: .\n",
        toc="format: jb-book\nroot: index\nchapters:\n  - file: second\n",
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "second.md: KeyError: 'apples'; nobody has foreseen this" in done.stderr


def test_a_setting_that_sphinx_would_take_apart_is_named(tmp_path: Path) -> None:
    done = _build(tmp_path, config="title: A\nsphinx:\n  config:\n    html_css_files: a, b.css\n")
    assert done.returncode == 1
    assert "_config.yml, line 4: html_css_files is a text; write it as a list" in done.stderr
