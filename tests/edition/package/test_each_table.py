"""Each table by itself: what other readers would read in another way, and what nobody describes."""

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


def test_a_byte_order_mark_is_read_over_in_a_table_and_named(copy: Path) -> None:
    file = copy / "oil.csv"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    pd.testing.assert_frame_equal(load("oil", copy), load("oil", DATA))
    assert faults(copy)[0] == ("data/oil.csv: it begins with a byte order mark; save it as UTF-8 without one")


def test_a_table_that_nobody_describes_is_named(copy: Path) -> None:
    (copy / "extra.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert faults(copy) == ["data/extra.csv: datapackage.json does not describe it; add it there"]


def test_a_day_that_is_none_is_a_fault_and_no_crash(copy: Path, edit: Edit) -> None:
    edit("lighthouses.csv", "1861-09-02", "1861-02-30")
    message = "data/lighthouses.csv, row 2, column lit: '1861-02-30' is no day of the calendar; correct the cell"
    assert faults(copy) == [message]
    with pytest.raises(DataError, match=message):
        load("lighthouses", copy)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (b"\r\n", r"CRLF, as Windows writes them, but were recorded with LF; run: sed -i 's/\r$//' data/*.csv"),
        (b"\r", "CR, with no LF behind it; save the file with the line ends of Unix, LF"),
    ],
)
def test_ends_of_lines_are_named_once_for_all_tables(copy: Path, end: bytes, said: str) -> None:
    """One command mends them all; that the tables are other than recorded follows from it, and is not said."""
    for name in ("oil", "oil_landed", "sources"):
        file = copy / f"{name}.csv"
        file.write_bytes(file.read_bytes().replace(b"\n", end))
    assert faults(copy) == [f"data/oil.csv (and 2 more tables), line 1: lines end in {said}"]


def test_a_single_table_with_other_ends_of_lines_is_named_alone(copy: Path) -> None:
    file = copy / "oil.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    [said] = faults(copy)
    assert said.startswith("data/oil.csv, line 1: lines end in CRLF, ")
