"""Which rows have changed: found in the history, in a repository of three rows."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
from lighthouses import DATA

from edition.package.changed_rows import changed_rows, content_with, said_of_change

TABLE = "year,tons\n2019,12\n2020,17\n2021,9\n"
HASH = hashlib.sha256(TABLE.encode()).hexdigest()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of three rows whose history holds two versions, the first with the hash."""
    file = tmp_path / "harvest.csv"
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], cwd=tmp_path, check=True)
    for content in (TABLE, TABLE.replace("12", "13")):
        file.write_text(content, encoding="utf-8")
        subprocess.run([*git, "add", file.name], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "A harvest"], cwd=tmp_path, check=True)
    return file


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (TABLE, []),
        (TABLE.replace("12", "13"), [1]),
        (TABLE.replace("17", "18").replace("9\n", "8\n"), [2, 3]),
        (TABLE + "2022,7\n2023,8\n", [4, 5]),
        (TABLE.replace("2020,17\n", ""), [2]),
        (TABLE.replace("tons", "t"), [0]),
    ],
)
def test_rows_that_differ_from_the_recorded_ones_are_named(table: Path, content: str, rows: list[int]) -> None:
    table.write_text(content, encoding="utf-8")
    assert changed_rows(table, HASH) == rows


def test_a_file_without_a_history_is_not_compared(tmp_path: Path) -> None:
    file = tmp_path / "harvest.csv"
    file.write_text(TABLE, encoding="utf-8")
    assert content_with(file, HASH) is None
    assert changed_rows(file, HASH) == []


def test_a_hash_that_no_version_had_is_not_found(table: Path) -> None:
    assert content_with(table, "0" * 64) is None


def test_without_git_nothing_is_compared(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table.write_text(TABLE.replace("12", "13"), encoding="utf-8")
    assert changed_rows(table, HASH) == [1]
    monkeypatch.setenv("PATH", "/nowhere")
    assert changed_rows(table, HASH) == []


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([], ""),
        ([2], ", row 2"),
        ([1, 3, 4], ", rows 1, 3 to 4"),
        ([0, 1, 2], ", its columns"),  # with which every row has changed
    ],
)
def test_where_a_table_has_changed_is_said_with_the_cure(
    monkeypatch: pytest.MonkeyPatch, rows: list[int], where: str
) -> None:
    monkeypatch.setattr("edition.package.changed_rows.changed_rows", lambda file, recorded: rows)
    assert said_of_change("oil", DATA) == (
        f"data/oil.csv{where}: changed since the hash of the file was recorded. If that is meant, run: make data-accept; "
        "if not: git checkout data/oil.csv."
    )
