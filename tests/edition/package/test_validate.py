"""The tables: valid, complete, and loud when they are not what the schema says."""

from __future__ import annotations

import codecs
import json
import os
import re
import shutil
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from edition import build
from edition.cell.load import load
from edition.package.read import DataError, read_package, read_rows
from edition.package.validate import _report, accept, faults, main, rests_on
from edition.paths import DATA, ROOT

NAMES = [resource["name"] for resource in read_package(DATA)["resources"]]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of data/ to spoil, with the chapters beside it as in the repository."""
    shutil.copytree(ROOT / "book", tmp_path / "book")
    shutil.copy(ROOT / "_toc.yml", tmp_path)
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace one text in a file of the copy, which must hold it exactly once."""
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_the_data_package_is_valid() -> None:
    assert faults() == []


def test_every_file_in_data_is_described_and_hashed() -> None:
    resources = read_package(DATA)["resources"]
    assert {resource["path"] for resource in resources} == {file.name for file in DATA.glob("*.csv")}
    assert all(resource["hash"].startswith("sha256:") and resource["bytes"] for resource in resources)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_says_what_it_is(name: str) -> None:
    resource = next(resource for resource in read_package(DATA)["resources"] if resource["name"] == name)
    for key in ("title", "description", "sources", "licenses", "verification", "gaps"):
        assert resource[key], f"{name} has no {key}"
    assert all(field["description"] for field in resource["schema"]["fields"])


@pytest.mark.parametrize("name", NAMES)
def test_every_table_loads_with_the_types_of_its_schema(name: str) -> None:
    fields = next(r for r in read_package(DATA)["resources"] if r["name"] == name)["schema"]["fields"]
    table = load(name)
    assert len(table) == len(read_rows(name, DATA)) > 0
    wanted = {"integer": "int64", "number": "float64", "string": "str", "date": "datetime64[s]"}
    assert {column: str(kind) for column, kind in table.dtypes.items()} == {
        f["name"]: wanted[f["type"]] for f in fields
    }


def test_every_source_is_used_and_every_key_has_its_source() -> None:
    known = {row["key"] for row in read_rows("sources", DATA)}
    used: set[str] = set()
    for name in NAMES:
        for row in read_rows(name, DATA):
            used |= set(row.get("source", "").split())
    assert used - known == set(), "keys without a row in data/sources.csv"
    assert known - used == set(), "sources that no row names"


def test_tables_of_sipri_and_the_un_are_not_under_a_free_licence() -> None:
    for resource in read_package(DATA)["resources"]:
        if any("SIPRI" in source["title"] or "United Nations" in source["title"] for source in resource["sources"]):
            names = {terms["name"] for terms in resource["licenses"]}
            assert any(name.startswith("LicenseRef-") for name in names), resource["name"]
            assert not names & {"CC-BY-4.0", "MIT"}, resource["name"]


def test_a_changed_digit_is_noticed_by_the_hash(copy: Path) -> None:
    edit(copy, "arms_transfers.csv", "Armenia,Russia,2019,228,", "Armenia,Russia,2019,229,")
    noticed, *others = faults(copy)
    assert noticed.startswith("data/arms_transfers.csv: changed since the hash of the file was recorded.")
    assert "run: make data-accept" in noticed and "data/arms_import_totals.csv" in others[0]
    assert accept(copy) == ["arms_transfers"]


def test_what_is_accepted_is_still_added_up(copy: Path) -> None:
    edit(copy, "arms_transfers.csv", "Armenia,Russia,2019,228,", "Armenia,Russia,2019,229,")
    accept(copy)
    assert faults(copy) == [
        "data/arms_import_totals.csv, row 14: the suppliers add up to 250, not to 248",
        "data/arms_releases.csv, row 7: 228, but arms_transfers has 229",
    ]


def test_what_is_not_valid_is_not_recorded(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (copy / "datapackage.json").read_bytes()
    edit(copy, "arms_transfers.csv", "Armenia,Russia,2019,228,", "Armenia,Russia,2029,228,")
    with pytest.raises(DataError, match="column year: '2029'.*\n.*nothing was recorded: mend this first"):
        accept(copy)
    assert main(["--accept"], copy) == 1
    assert "nothing was recorded" in capsys.readouterr().out
    assert (copy / "datapackage.json").read_bytes() == before


def test_the_command_says_what_it_did(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], copy) == 0
    assert capsys.readouterr().out == "data/ is valid\n"
    assert main(["--accept"], copy) == 0
    assert capsys.readouterr().out == "nothing had changed\ndata/ is valid\n"
    edit(copy, "timeline.csv", ",Kabul,", ",Kaboul,")
    assert main([], copy) == 1
    assert capsys.readouterr().out.endswith("\n1 fault in data/\n")
    assert main(["--accept"], copy) == 0
    said = capsys.readouterr().out
    assert said.startswith("recorded: timeline. On it rest claims C001,") and said.endswith("\ndata/ is valid\n")
    edit(copy, "arms_transfers.csv", "Armenia,Russia,2019,228,", "Armenia,Russia,2019,229,")
    assert main(["--accept"], copy) == 1
    assert capsys.readouterr().out.endswith("arms_transfers has 229\n2 faults in data/\n")


def test_a_byte_order_mark_is_read_over_in_a_table_and_named(copy: Path) -> None:
    file = copy / "arms_transfers.csv"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    pd.testing.assert_frame_equal(load("arms_transfers", copy), load("arms_transfers"))
    assert faults(copy)[0] == (
        "data/arms_transfers.csv: it begins with a byte order mark; save it as UTF-8 without one"
    )


def test_a_byte_order_mark_in_the_descriptor_is_named(copy: Path) -> None:
    file = copy / "datapackage.json"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    assert faults(copy) == ["data/datapackage.json begins with a byte order mark; save it as UTF-8 without one"]


def test_an_empty_cell_and_a_row_that_is_not_there_are_named_with_their_cure(copy: Path) -> None:
    edit(copy, "timeline.csv", ",,,undated,,karabakh-it,entry of 20 Feb", ",,,,,karabakh-it,entry of 20 Feb")
    assert faults(copy)[0] == (
        "data/timeline.csv, row 3, column reported: the cell is empty; fill it in with one of: of the day, within a week, "
        "document, later, in advance, undated"
    )
    edit(copy, "timeline.csv", ",,,,,karabakh-it,entry of 20 Feb", ",nothing,,,,karabakh-it,entry of 20 Feb")
    assert any("column ended_by: the table itself has no row 'nothing'; add it there" in line for line in faults(copy))


def test_changed_columns_are_named_as_such(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.package.validate.changed_rows", lambda file, recorded: [0, 1, 2])
    edit(copy, "timeline.csv", ",Kabul,", ",Kaboul,")
    assert faults(copy)[0].startswith("data/timeline.csv, its columns: changed since")


def test_a_fault_names_file_and_row(copy: Path) -> None:
    edit(copy, "timeline.csv", ",turan-2024-02-12,", ",turan-2023,")
    row = next(
        number for number, row in enumerate(read_rows("timeline", copy), start=1) if row["source"] == "turan-2023"
    )
    assert faults(copy)[0] == (
        f"data/timeline.csv, row {row}, column source: data/sources.csv has no row 'turan-2023'; add it there, or correct the cell"
    )


def test_a_broken_rule_is_named_with_its_cure(copy: Path) -> None:
    edit(copy, "arms_transfers.csv", "Armenia,Russia,2019,228,", "Armenia,Russia,2029,228,")
    assert (
        "column year: '2029', but maximum is 2021; correct the cell, or the rule in datapackage.json" in faults(copy)[0]
    )


def test_a_changed_table_says_what_rests_on_it(copy: Path) -> None:
    assert (
        "On it rest claims C022, C023; figures fig-arms-shares (book/before-the-invasion.md), fig-arms-years (book/arms-and-money.md)"
    ) in rests_on("arms_transfers", copy)
    assert rests_on("hosts", copy) == "No chapter loads it."
    assert re.match(
        r"On it rest claims C[^a-z]*; the text and tables of [\w./, -]+: look at them again",
        rests_on("agreement_terms", copy),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Armenia,Russia,2019,228,", "Armenia,Russia,2019,2.28,", "column tiv: '2.28' is not of type integer; correct"),
        ("Armenia,Russia,2019,228,", "Armenia,Russia,2019,,", "column tiv: '' is not of type integer"),
        ("Armenia,Russia,2019,228,", "Armenia,Russia,2019,228,,", "6 cells for 5 columns"),
        ("recipient,supplier,year,tiv", "recipient,supplier,year,value", "line 1: the columns are"),
    ],
)
def test_load_says_file_row_and_cure(copy: Path, old: str, new: str, message: str) -> None:
    edit(copy, "arms_transfers.csv", old, new)
    with pytest.raises(DataError) as error:
        load("arms_transfers", copy)
    assert message in str(error.value)
    assert str(error.value).startswith("data/arms_transfers.csv, ")


def test_an_unknown_table_is_answered_with_the_known_ones() -> None:
    with pytest.raises(DataError, match="no table 'arms'; it has .*arms_transfers"):
        load("arms")


def test_an_empty_text_is_missing() -> None:
    ends = load("timeline").set_index("key")["end_date"]
    assert pd.isna(ends["base-treaty"]) and ends["second-war"] == "2020-11-10"


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("timeline.csv", None, "data/timeline.csv is missing; restore it"),
        ("timeline.csv", "", "data/timeline.csv is empty"),
        ("datapackage.json", None, "data/datapackage.json is missing"),
        ("datapackage.json", "{\n,", "data/datapackage.json, line 2: "),
    ],
)
def test_a_broken_package_is_named(copy: Path, file: str, content: str | None, message: str) -> None:
    (copy / file).unlink()
    if content is not None:
        (copy / file).write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load("timeline", copy)


def test_a_table_that_nobody_describes_is_named(copy: Path) -> None:
    (copy / "extra.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert faults(copy) == ["data/extra.csv: datapackage.json does not describe it; add it there"]


def test_a_description_that_lacks_something_is_named(copy: Path) -> None:
    package = read_package(copy)
    next(resource for resource in package["resources"] if resource["name"] == "claims").pop("gaps")
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert faults(copy)[0].startswith("data/datapackage.json: claims lacks gaps; add it")


def test_a_broken_description_and_a_short_row_are_faults_and_no_crash(copy: Path) -> None:
    edit(copy, "arms_transfers.csv", "Armenia,Russia,2019,228,", "Armenia,Russia,2019,")
    assert "data/arms_transfers.csv, row 17: 4 cells for 5 columns" in faults(copy)[0]
    (copy / "datapackage.json").write_text("{\n,", encoding="utf-8")
    assert faults(copy)[0].startswith("data/datapackage.json, line 2: ")


def test_a_day_that_is_none_is_a_fault_and_no_crash(copy: Path) -> None:
    edit(copy, "timeline.csv", "kabul-airport,2021,", "kabul-airport,2021-02-30,")
    row = next(
        number for number, row in enumerate(read_rows("timeline", copy), start=1) if row["key"] == "kabul-airport"
    )
    message = f"data/timeline.csv, row {row}, column date: '2021-02-30' is no day of the calendar; correct the cell"
    assert faults(copy) == [message]
    with pytest.raises(DataError, match=message):
        load("timeline", copy)


@pytest.mark.parametrize("between", [";", "\t"])
def test_what_separates_columns_instead_of_commas_is_named(copy: Path, between: str) -> None:
    edit(copy, "arms_published.csv", "first_year,last_year,", f"first_year{between}last_year{between}")
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
    monkeypatch.setattr(build, "_data_as_recorded", lambda: False)
    monkeypatch.setattr(build, "CHECKING", 0.01)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "endless"))
    with build._checking() as notes:
        while not (sign.exists() and sign.read_text()):
            time.sleep(0.05)
    assert notes == ["data/ was not checked within 0.01 seconds; run: make data-check"]
    with pytest.raises(ProcessLookupError):
        os.kill(int(sign.read_text()), 0)
