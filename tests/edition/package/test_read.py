"""The descriptor and the tables as they are read: whatever somebody typed, it is read or named."""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from lighthouses import DATA

from edition.cell.load import load
from edition.package.read import DataError, file_of_table, read_content, read_package, rows_in, unplain
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


FIELDS = [{"name": "key", "type": "string"}, {"name": "bees", "type": "integer"}]
HIVES = {"name": "hives", "path": "counts/hives.csv", "schema": {"fields": FIELDS}}
QUOTES = "close every double quote, and write one within a cell twice"
WANTED = "datapackage.json wants key, bees: rename them in one of the two"


def refused(folder: Path, text: str) -> str:
    """Return why a descriptor cannot be read, without the name of the file."""
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_package(folder)
    assert str(error.value).startswith("data/datapackage.json")
    return str(error.value).removeprefix("data/datapackage.json")


def test_a_descriptor_is_read(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [HIVES]}), encoding="utf-8")
    assert read_package(tmp_path) == {"resources": [HIVES]}
    assert file_of_table("hives", tmp_path) == "data/counts/hives.csv"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1, "a": 1}', ": the key 'a' stands twice; keep one of the two"),
        ('{"a": {"b": 1, "a": 2, "b": 3}}', ": the key 'b' stands twice; keep one of the two"),
        (
            '{"resources": [{"name": "hives", "path": "old.csv", "path": "new.csv"}]}',
            ": the key 'path' of 'hives' stands twice; keep one of the two",
        ),
        ('{"name": 5, "a": 1, "a": 2}', ": the key 'a' stands twice; keep one of the two"),
    ],
)
def test_a_key_that_stands_twice_is_named(tmp_path: Path, text: str, said: str) -> None:
    """Python would keep the last one, without a word."""
    assert refused(tmp_path, text) == said


def test_brackets_without_an_end_are_named(tmp_path: Path) -> None:
    assert refused(tmp_path, '{"a": ' + "[" * 100_000) == ": brackets stand in brackets without an end; mend the JSON"


@pytest.mark.parametrize("part", [{"ti\u200btle": 1}, {"a": [{"b": "ti\u200btle"}]}, {"ti\u200btle": {"a": "b"}}])
def test_a_letter_that_nobody_sees_is_named_in_a_key_as_in_a_text(tmp_path: Path, part: object) -> None:
    """Written by its number, it is seen in the file, and in nothing that is made of it."""
    assert refused(tmp_path, json.dumps(part)) == (
        r": the character U+200B does not belong into a text; delete it, or retype what it stands for, in 'ti\u200btle'"
    )


@pytest.mark.parametrize(
    ("resources", "said"),
    [
        (5, ": no list of tables; let it be an object with the key resources, a list"),
        ({"hives": {}}, ": no list of tables; let it be an object with the key resources, a list"),
        ([HIVES, 5], ", table 2: it is no object; describe the table as the others are"),
        ([5, HIVES], ", table 1: it is no object; describe the table as the others are"),
        ([None], ", table 1: it is no object; describe the table as the others are"),
        (["hives.csv"], ", table 1: it is no object; describe the table as the others are"),
        ([{**HIVES, "name": 5}], ", table 1: lacks name; add it"),
        ([{**HIVES, "name": ""}], ", table 1: lacks name; add it"),
        ([HIVES, HIVES], ": the name hives stands twice; give one of the tables another"),
        ([{**HIVES, "name": "Old hives!"}], ": the name 'Old hives!' of a table is none; write small letters and digits, as in old_hives"),
        ([{**HIVES, "path": 5}], ": hives lacks path; add it: the name of its file in data/"),
        ([{**HIVES, "path": "C:hives.csv"}], ": the path 'C:hives.csv' of hives leads out of data/; let it name a file in data/"),
        ([{**HIVES, "schema": []}], ": hives lacks schema; add it: an object whose fields list the columns"),
        ([{**HIVES, "schema": {"fields": []}}], ": hives lacks fields in its schema; add it: an object whose fields list the columns"),
        ([{**HIVES, "schema": {"fields": [5]}}], ": field 1 of hives lacks name; add it"),
        ([{**HIVES, "schema": {"fields": [{"name": " key", "type": "string"}]}}],
         ": field 1 of hives has the name ' key'; write it in one line, without spaces around it"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_by_its_description_is_named(tmp_path: Path, resources: object, said: str) -> None:
    assert refused(tmp_path, json.dumps({"resources": resources})) == said


@pytest.mark.parametrize(
    "content", [b"key,bees\nold,7\n", b"key,bees\nold,7", codecs.BOM_UTF8 + b"key,bees\r\nold,7\r\n", b'"key",bees\n"old","7"\n']
)  # fmt: skip
def test_rows_are_read_by_the_columns_of_their_table(content: bytes) -> None:
    assert rows_in(content, HIVES) == [{"key": "old", "bees": "7"}]


def test_a_table_may_have_no_rows() -> None:
    assert rows_in(b"key,bees\n", HIVES) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", " is empty; restore it"),
        (codecs.BOM_UTF8, " is empty; restore it"),
        (b"\nkey,bees\nold,7\n", ", line 1: the line is blank; delete it"),
        (b"  \nkey,bees\nold,7\n", ", line 1: the line is blank; delete it"),
        (b",\nkey,bees\nold,7\n", ", line 1: the line is blank; delete it"),
        (b"key,key\nold,7\n", ", line 1: the column 'key' stands twice; delete one, or rename it"),
        (b"key,wasps\nold,7\n", f", line 1: the columns are key, wasps; {WANTED}"),
        (b"bees,key\n7,old\n", f", line 1: the columns are bees, key; {WANTED}"),
        (b"key;bees\nold;7\n", f", line 1: the columns are key;bees; {WANTED}; columns are separated by commas, not semicolons or tabs"),
        (b"key,bees\nold,7\n\n", ", row 2: the line is blank; delete it"),
        (b"key,bees\n   \nold,7\n", ", row 1: the line is blank; delete it"),
        (b"key,bees\n,\nold,7\n", ", row 1: the line is blank; delete it"),
        (b"key,bees\nold,7\nnew\n", ", row 2: 1 cells for 2 columns; add the missing cells, empty ones too, or put a broken line together again"),
        (b"key,bees\nold,7\nnew,1,000\n", ", row 2: 3 cells for 2 columns; a text with a comma in it needs double quotes around it"),
        (b'key,bees\nold,7\n"new,9\n', f", row 2: unexpected end of data; {QUOTES}"),
        (b'key,bees\n"old"er,7\n', f", row 1: ',' expected after '\"'; {QUOTES}"),
    ],
)  # fmt: skip
def test_a_table_that_is_not_as_described_is_named_with_line_or_row_and_cure(content: bytes, said: str) -> None:
    with pytest.raises(DataError) as error:
        rows_in(content, HIVES)
    assert str(error.value) == f"data/counts/hives.csv{said}"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("integer", "0"), ("integer", "-12"), ("number", "-1.25"), ("number", "7"), ("number", ""), ("date", ""), ("date", "1901-05-10"),
        ("string", ""), ("string", "- 7 or so"), ("string", "-7"), ("string", "an apple = a fruit"),
    ],
)  # fmt: skip
def test_a_plain_cell_is_let_through(kind: str, text: str) -> None:
    assert unplain({"type": kind}, text) is None


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("integer", "", "'' is not of type integer; correct the cell: plain digits, as in -12"),
        ("integer", "007", "'007' is not of type integer; correct the cell: plain digits, as in -12"),
        ("number", "1,5", "'1,5' is not of type number; correct the cell: plain digits, as in -1.25"),
        ("number", "7.", "'7.' is not of type number; correct the cell: plain digits, as in -1.25"),
        ("date", "1901-05", "'1901-05' is not of type date; correct the cell: year, month and day, as in 1901-05-10"),
        ("date", "1901-02-29", "'1901-02-29' is no day of the calendar; correct the cell"),
        ("string", "bees ", "'bees ' begins or ends with a space, which nobody sees; delete it"),
        ("string", "a\tb", r"'a\tb' has more than one line, or a tab, in it; write it in one, with spaces"),
        ("string", "@bees", "'@bees' begins as a formula, which a spreadsheet would calculate; begin it with a word"),
        ("string", "-bees", "'-bees' begins as a formula, which a spreadsheet would calculate; begin it with a word"),
    ],
)
def test_a_cell_that_is_not_plain_is_told_with_its_cure(kind: str, text: str, said: str) -> None:
    assert unplain({"type": kind}, text) == said


def test_a_text_may_hold_months_and_years_if_its_unit_is_that_of_days() -> None:
    column = {"type": "string", "unit": "ISO 8601"}
    assert [unplain(column, text) for text in ("1901", "1904-02", "1904-02-29")] == [None] * 3
    assert unplain(column, "1904-13") == "'1904-13' is no day of the calendar; correct the cell"


def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path) -> None:
    """The reading of a pipe would end when somebody writes into it; a device is met in the same way, and ends the test."""
    (tmp_path / "hives.csv").symlink_to(os.devnull)
    (tmp_path / "bees").mkdir()
    for name, said in (
        ("hives.csv", "x is no file, but a pipe or a device; put a file there"),
        ("bees", "x is a folder, not a file; name a file"),
        ("wasps.csv", "x is missing; restore it"),
    ):
        with pytest.raises(DataError) as error:
            read_content(tmp_path / name, "x")
        assert str(error.value) == said
