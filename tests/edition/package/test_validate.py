"""The tables: valid, complete, and loud when they are not what the schema says."""

from __future__ import annotations

import codecs
import json
import os
import shutil
import sys
import time
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from lighthouses import BOOK, DATA

from edition import build
from edition.cell.load import load
from edition.package.read import DataError, read_package
from edition.package.validate import _report, accept, disagreements, faults, main, rests_on


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the book of the lighthouses to spoil; its cross-checks are those that its own settings name."""
    shutil.copytree(BOOK, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    monkeypatch.syspath_prepend(BOOK)
    checks = import_module("coast.checks")
    monkeypatch.setattr("edition.package.crosscheck.registered", lambda name: {"edition_checks": checks}[name])
    return tmp_path / "data"


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace one text in a file of the copy, which must hold it exactly once."""
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_digit_is_noticed_by_the_hash(copy: Path) -> None:
    edit(copy, "oil.csv", "gull-rock,1901,24,", "gull-rock,1901,25,")
    noticed, *others = faults(copy)
    assert noticed.startswith("data/oil.csv: changed since the hash of the file was recorded.")
    assert "run: make data-accept" in noticed and "data/oil_landed.csv" in others[0]
    assert accept(copy) == ["oil"]


def test_what_is_accepted_is_still_added_up(copy: Path) -> None:
    edit(copy, "oil.csv", "gull-rock,1901,24,", "gull-rock,1901,25,")
    accept(copy)
    assert faults(copy) == ["data/oil_landed.csv, row 1: the lamps burned 62 barrels, not 61"]


def test_what_is_not_valid_is_not_recorded(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (copy / "datapackage.json").read_bytes()
    edit(copy, "oil.csv", "gull-rock,1901,24,", "gull-rock,901,24,")
    with pytest.raises(DataError, match="column year: '901'.*\n.*nothing was recorded: mend this first"):
        accept(copy)
    assert main(["--accept"], copy) == 1
    assert "nothing was recorded" in capsys.readouterr().out
    assert (copy / "datapackage.json").read_bytes() == before


def test_the_command_says_what_it_did(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], copy) == 0
    assert capsys.readouterr().out == "data/ is valid\n"
    assert main(["--accept"], copy) == 0
    assert capsys.readouterr().out == "nothing had changed\ndata/ is valid\n"
    edit(copy, "lighthouses.csv", ",North Head,", ",Northhead,")
    assert main([], copy) == 1
    assert capsys.readouterr().out.endswith("\n1 fault in data/\n")
    assert main(["--accept"], copy) == 0
    said = capsys.readouterr().out
    assert said.startswith("recorded: lighthouses. On it rest claims C002;") and said.endswith("\ndata/ is valid\n")
    edit(copy, "oil.csv", "gull-rock,1901,24,", "gull-rock,1901,25,")
    assert main(["--accept"], copy) == 1
    assert capsys.readouterr().out.endswith("burned 62 barrels, not 61\n1 fault in data/\n")


def test_a_byte_order_mark_is_read_over_in_a_table_and_named(copy: Path) -> None:
    file = copy / "oil.csv"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    pd.testing.assert_frame_equal(load("oil", copy), load("oil", DATA))
    assert faults(copy)[0] == ("data/oil.csv: it begins with a byte order mark; save it as UTF-8 without one")


def test_a_byte_order_mark_in_the_descriptor_is_named(copy: Path) -> None:
    file = copy / "datapackage.json"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    assert faults(copy) == ["data/datapackage.json begins with a byte order mark; save it as UTF-8 without one"]


def test_an_empty_cell_and_a_row_that_is_not_there_are_named_with_their_cure(copy: Path) -> None:
    edit(copy, "claims.csv", ",documented,,,imprecise,", ",,,,imprecise,")
    assert faults(copy)[0] == (
        "data/claims.csv, row 3, column method: the cell is empty; fill it in with one of: computed, looked up, documented, none"
    )
    package = read_package(copy)
    itself = {"fields": "name", "reference": {"resource": "", "fields": "key"}}
    package["resources"][0]["schema"]["foreignKeys"].append(itself)
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    said = "column name: the table itself has no row 'Gull Rock'; add it there"
    assert any(said in line for line in faults(copy))


def test_changed_columns_are_named_as_such(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.package.validate.changed_rows", lambda file, recorded: [0, 1, 2])
    edit(copy, "lighthouses.csv", ",North Head,", ",Northhead,")
    assert faults(copy)[0].startswith("data/lighthouses.csv, its columns: changed since")


def test_a_fault_names_file_and_row(copy: Path) -> None:
    edit(copy, "lighthouses.csv", ",24,118,harbour-book", ",24,118,nobody")
    assert faults(copy)[0] == (
        "data/lighthouses.csv, row 2, column source: data/sources.csv has no row 'nobody'; add it there, or correct the cell"
    )


def test_a_table_is_named_by_its_file_whatever_that_is_called(copy: Path) -> None:
    for name in ("sources", "oil_landed"):
        (copy / f"{name}.csv").rename(copy / f"{name}-1903.csv")
        edit(copy, "datapackage.json", f'"path": "{name}.csv"', f'"path": "{name}-1903.csv"')
    assert faults(copy) == []
    edit(copy, "sources-1903.csv", "https://example.org/lamp-log", "a log")
    edit(copy, "lighthouses.csv", ",24,118,harbour-book", ",24,118,nobody")
    [address, lost, *_] = faults(copy)
    assert address.startswith("data/sources-1903.csv, row 2, column url: 'a log' is no address")
    assert lost.endswith("column source: data/sources-1903.csv has no row 'nobody'; add it there, or correct the cell")


def test_what_tables_say_against_each_other_names_their_files(copy: Path) -> None:
    (copy / "oil_landed.csv").rename(copy / "harbour.csv")
    edit(copy, "datapackage.json", '"path": "oil_landed.csv"', '"path": "harbour.csv"')
    edit(copy, "harbour.csv", "1901,61,", "1901,62,")
    assert disagreements(copy) == ["data/harbour.csv, row 1: the lamps burned 61 barrels, not 62"]


def test_a_broken_rule_is_named_with_its_cure(copy: Path) -> None:
    edit(copy, "oil.csv", "gull-rock,1901,24,", "gull-rock,901,24,")
    assert (
        "column year: '901', but minimum is 1901; correct the cell, or the rule in datapackage.json" in faults(copy)[0]
    )


def test_a_changed_table_says_what_rests_on_it(copy: Path) -> None:
    said = "On it rest claims C001; the text and tables of book/oil.md: look at them again"
    assert said in rests_on("oil", copy)
    said = "On it rest claims C002; figures fig-heights (book/towers.md)"
    assert said in rests_on("lighthouses", copy)
    assert rests_on("oil_landed", copy) == "No chapter loads it."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("gull-rock,1901,24,", "gull-rock,1901,2.4,", "column barrels: '2.4' is not of type integer; correct"),
        ("gull-rock,1901,24,", "gull-rock,1901,,", "column barrels: '' is not of type integer"),
        ("gull-rock,1901,24,", "gull-rock,1901,24,,", "5 cells for 4 columns"),
        ("lighthouse,year,barrels", "lighthouse,year,value", "line 1: the columns are"),
    ],
)
def test_load_says_file_row_and_cure(copy: Path, old: str, new: str, message: str) -> None:
    edit(copy, "oil.csv", old, new)
    with pytest.raises(DataError) as error:
        load("oil", copy)
    assert message in str(error.value)
    assert str(error.value).startswith("data/oil.csv, ")


def test_an_unknown_table_is_answered_with_the_known_ones() -> None:
    with pytest.raises(DataError, match="no table 'lamps'; it has .*lighthouses"):
        load("lamps", DATA)


def test_an_empty_text_is_missing() -> None:
    parties = load("sources", DATA).set_index("key")["party"]
    assert pd.isna(parties["stones"]) and parties["lamp-log"] == "the keepers"


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("lighthouses.csv", None, "data/lighthouses.csv is missing; restore it"),
        ("lighthouses.csv", "", "data/lighthouses.csv is empty"),
        ("datapackage.json", None, "data/datapackage.json is missing"),
        ("datapackage.json", "{\n,", "data/datapackage.json, line 2: "),
    ],
)
def test_a_broken_package_is_named(copy: Path, file: str, content: str | None, message: str) -> None:
    (copy / file).unlink()
    if content is not None:
        (copy / file).write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load("lighthouses", copy)


def test_a_table_that_nobody_describes_is_named(copy: Path) -> None:
    (copy / "extra.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert faults(copy) == ["data/extra.csv: datapackage.json does not describe it; add it there"]


def test_a_description_that_lacks_something_is_named(copy: Path) -> None:
    package = read_package(copy)
    next(resource for resource in package["resources"] if resource["name"] == "claims").pop("gaps")
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert faults(copy)[0].startswith("data/datapackage.json: claims lacks gaps; add it")


def test_a_broken_description_and_a_short_row_are_faults_and_no_crash(copy: Path) -> None:
    edit(copy, "oil.csv", "gull-rock,1901,24,", "gull-rock,1901,")
    assert "data/oil.csv, row 1: 3 cells for 4 columns" in faults(copy)[0]
    (copy / "datapackage.json").write_text("{\n,", encoding="utf-8")
    assert faults(copy)[0].startswith("data/datapackage.json, line 2: ")


def test_a_day_that_is_none_is_a_fault_and_no_crash(copy: Path) -> None:
    edit(copy, "lighthouses.csv", "1861-09-02", "1861-02-30")
    message = "data/lighthouses.csv, row 2, column lit: '1861-02-30' is no day of the calendar; correct the cell"
    assert faults(copy) == [message]
    with pytest.raises(DataError, match=message):
        load("lighthouses", copy)


@pytest.mark.parametrize("between", [";", "\t"])
def test_what_separates_columns_instead_of_commas_is_named(copy: Path, between: str) -> None:
    edit(copy, "oil.csv", "lighthouse,year,", f"lighthouse{between}year{between}")
    assert "separated by commas, not semicolons" in faults(copy)[0]


def test_the_framework_follows_nothing_that_a_descriptor_says(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    far = "https://example.org/x.json"
    more = {"profile": far, "dialect": far, "scheme": "https", "format": "xlsx", "compression": "gz", "innerpath": "x",
            "extrapaths": ["/etc/passwd"], "encoding": "utf-16"}  # fmt: skip
    package["profile"] = far
    for table in package["resources"]:
        table.update(more)
        table["schema"].update(profile=far, missingValues=["0"])
        for field in table["schema"]["fields"]:
            field.update(format="%d/%m", bareNumber=False, rdfType=far)
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection"))
    assert _report(copy).valid


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
