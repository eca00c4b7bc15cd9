"""The tables as they are: valid, complete, and in one with each other; the command says what they are not."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import build
from edition.package.accept import accept
from edition.package.validate import disagreements, faults, main

Edit = Callable[[str, str, str], None]


def test_a_changed_digit_is_noticed_by_the_hash(copy: Path, edit: Edit) -> None:
    edit("oil.csv", "gull-rock,1901,24,", "gull-rock,1901,25,")
    noticed, *others = faults(copy)
    assert noticed.startswith("data/oil.csv: changed since the hash of the file was recorded.")
    assert "run: make data-accept" in noticed and "data/oil_landed.csv" in others[0]
    assert accept(copy) == ["oil"]


def test_what_is_accepted_is_still_added_up(copy: Path, edit: Edit) -> None:
    edit("oil.csv", "gull-rock,1901,24,", "gull-rock,1901,25,")
    accept(copy)
    assert faults(copy) == ["data/oil_landed.csv, row 1: the lamps burned 62 barrels, not 61"]


def test_the_command_says_what_it_did(copy: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], copy) == 0
    assert capsys.readouterr().out == "data/ is valid\n"
    assert main(["--accept"], copy) == 0
    assert capsys.readouterr().out == "nothing had changed\ndata/ is valid\n"
    edit("lighthouses.csv", ",North Head,", ",Northhead,")
    assert main([], copy) == 1
    assert capsys.readouterr().out.endswith("\n1 fault in data/\n")
    assert main(["--accept"], copy) == 0
    said = capsys.readouterr().out
    assert said.startswith("recorded: lighthouses. On it rest claims C002;") and said.endswith("\ndata/ is valid\n")
    edit("oil.csv", "gull-rock,1901,24,", "gull-rock,1901,25,")
    assert main(["--accept"], copy) == 1
    assert capsys.readouterr().out.endswith("burned 62 barrels, not 61\n1 fault in data/\n")


def test_a_table_is_named_by_its_file_whatever_that_is_called(copy: Path, edit: Edit) -> None:
    for name in ("sources", "oil_landed"):
        (copy / f"{name}.csv").rename(copy / f"{name}-1903.csv")
        edit("datapackage.json", f'"path": "{name}.csv"', f'"path": "{name}-1903.csv"')
    assert faults(copy) == []
    edit("sources-1903.csv", "https://example.org/lamp-log", "a log")
    edit("lighthouses.csv", ",24,118,harbour-book", ",24,118,nobody")
    [address, lost, *_] = faults(copy)
    assert address.startswith("data/sources-1903.csv, row 2, column url: 'a log' is no address")
    assert lost.endswith("column source: data/sources-1903.csv has no row 'nobody'; add it there, or correct the cell")


def test_what_tables_say_against_each_other_names_their_files(copy: Path, edit: Edit) -> None:
    (copy / "oil_landed.csv").rename(copy / "harbour.csv")
    edit("datapackage.json", '"path": "oil_landed.csv"', '"path": "harbour.csv"')
    edit("harbour.csv", "1901,61,", "1901,62,")
    assert disagreements(copy) == ["data/harbour.csv, row 1: the lamps burned 61 barrels, not 62"]


def test_a_broken_description_and_a_short_row_are_faults_and_no_crash(copy: Path, edit: Edit) -> None:
    edit("oil.csv", "gull-rock,1901,24,", "gull-rock,1901,")
    assert "data/oil.csv, row 1: 3 cells for 4 columns" in faults(copy)[0]
    (copy / "datapackage.json").write_text("{\n,", encoding="utf-8")
    assert faults(copy)[0].startswith("data/datapackage.json, line 2: ")


def test_a_build_waits_for_the_check_of_its_data_for_a_time_and_then_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign = tmp_path / "number"
    code = f"import os, time; open({str(sign)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    (tmp_path / "endless").write_text(f'#!/bin/sh\nexec {sys.executable} -c "{code}"\n', encoding="utf-8")
    (tmp_path / "endless").chmod(0o755)
    monkeypatch.setattr(build, "CHECKING", 0.01)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "endless"))
    with build._checking(None) as notes:
        end = time.monotonic() + 60
        while not (sign.exists() and sign.read_text()):
            assert time.monotonic() < end, "the check of the data was not begun"
            time.sleep(0.05)
    assert notes == ["data/ was not checked within 0.01 seconds; run: make data-check"]
    with pytest.raises(ProcessLookupError):
        os.kill(int(sign.read_text()), 0)
