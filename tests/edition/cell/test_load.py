"""A table of the data, as a cell has it: its columns, their types, what is missing, and what does not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from edition.cell.load import load
from edition.package.read import DataError

FIELDS = {"hive": "string", "bees": "integer", "honey": "number", "swarmed": "date", "seen": "string"}
ROWS = "hive,bees,honey,swarmed,seen\n007,3000000000,12.50,1901-05-10,1901-05\nnan,-2,,,\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one table of hives."""
    fields = [{"name": name, "type": kind} for name, kind in FIELDS.items()]
    package = {"resources": [{"name": "hives", "path": "of_bees/hives.csv", "schema": {"fields": fields}}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "of_bees").mkdir()
    (tmp_path / "of_bees" / "hives.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_each_column_has_the_type_of_its_schema(data: Path) -> None:
    hives = load("hives", data)
    assert {name: str(kind) for name, kind in hives.dtypes.items()} == {
        "hive": "str",
        "bees": "int64",  # wider than the browser's own
        "honey": "float64",
        "swarmed": "datetime64[s]",
        "seen": "str",
    }
    assert hives.iloc[0].to_dict() == {
        "hive": "007",
        "bees": 3_000_000_000,
        "honey": 12.5,
        "swarmed": pd.Timestamp("1901-05-10"),
        "seen": "1901-05",
    }


def test_an_empty_cell_is_missing_and_a_word_that_other_readers_take_for_one_is_a_word(data: Path) -> None:
    row = load("hives", data).iloc[1]
    assert row["hive"] == "nan" and row["bees"] == -2
    assert row[["honey", "swarmed", "seen"]].isna().all()


def test_a_table_without_rows_keeps_its_columns_and_types(data: Path) -> None:
    whole = load("hives", data)
    (data / "of_bees" / "hives.csv").write_text(ROWS.splitlines()[0] + "\n", encoding="utf-8")
    empty = load("hives", data)
    assert empty.empty and empty.dtypes.equals(whole.dtypes)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("-2", "", "row 2, column bees"),
        ("-2", "2.0", "row 2, column bees"),
        ("12.50", "1_2", "row 1, column honey"),
        ("12.50", "nan", "row 1, column honey"),
        ("1901-05-10", "1901-05", "row 1, column swarmed"),
        ("1901-05-10", "1901-02-29", "row 1, column swarmed"),
        ("007", "007 ", "row 1, column hive"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_place(data: Path, old: str, new: str, place: str) -> None:
    assert old in ROWS
    (data / "of_bees" / "hives.csv").write_text(ROWS.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=rf"^data/of_bees/hives\.csv, {place}: "):
        load("hives", data)


def test_a_table_that_is_not_there_is_named(data: Path) -> None:
    with pytest.raises(DataError, match="hvies"):
        load("hvies", data)
