"""What the framework finds is said with file, row and cure."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from edition.package.read import read_package
from edition.package.validate import faults

Edit = Callable[[str, str, str], None]


def test_an_empty_cell_and_a_row_that_is_not_there_are_named_with_their_cure(copy: Path, edit: Edit) -> None:
    edit("claims.csv", ",documented,,,imprecise,", ",,,,imprecise,")
    assert faults(copy)[0] == (
        "data/claims.csv, row 3, column method: the cell is empty; fill it in with one of: computed, looked up, documented, none"
    )
    package = read_package(copy)
    itself = {"fields": "name", "reference": {"resource": "", "fields": "key"}}
    package["resources"][0]["schema"]["foreignKeys"].append(itself)
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    said = "column name: the table itself has no row 'Gull Rock'; add it there"
    assert any(said in line for line in faults(copy))


def test_a_fault_names_file_and_row(copy: Path, edit: Edit) -> None:
    edit("lighthouses.csv", ",24,118,harbour-book", ",24,118,nobody")
    assert faults(copy)[0] == (
        "data/lighthouses.csv, row 2, column source: data/sources.csv has no row 'nobody'; add it there, or correct the cell"
    )


def test_a_broken_rule_is_named_with_its_cure(copy: Path, edit: Edit) -> None:
    edit("oil.csv", "gull-rock,1901,24,", "gull-rock,901,24,")
    assert (
        "column year: '901', but minimum is 1901; correct the cell, or the rule in datapackage.json" in faults(copy)[0]
    )
