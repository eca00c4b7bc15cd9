"""The descriptor and the tables as they are read: whatever somebody typed, it is read or named."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from lighthouses import DATA

from edition.cell.load import load
from edition.package.read import DataError
from edition.package.validate import faults

Edit = Callable[[str, str, str], None]


def test_a_byte_order_mark_in_the_descriptor_is_named(copy: Path) -> None:
    file = copy / "datapackage.json"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    assert faults(copy) == ["data/datapackage.json begins with a byte order mark; save it as UTF-8 without one"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("gull-rock,1901,24,", "gull-rock,1901,2.4,", "column barrels: '2.4' is not of type integer; correct"),
        ("gull-rock,1901,24,", "gull-rock,1901,,", "column barrels: '' is not of type integer"),
        ("gull-rock,1901,24,", "gull-rock,1901,24,,", "5 cells for 4 columns"),
        ("lighthouse,year,barrels", "lighthouse,year,value", "line 1: the columns are"),
    ],
)
def test_load_says_file_row_and_cure(copy: Path, edit: Edit, old: str, new: str, message: str) -> None:
    edit("oil.csv", old, new)
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


@pytest.mark.parametrize("between", [";", "\t"])
def test_what_separates_columns_instead_of_commas_is_named(copy: Path, edit: Edit, between: str) -> None:
    edit("oil.csv", "lighthouse,year,", f"lighthouse{between}year{between}")
    assert "separated by commas, not semicolons" in faults(copy)[0]
