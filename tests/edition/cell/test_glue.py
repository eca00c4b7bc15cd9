"""Texts, tables and numbers that a cell hands to the prose."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from displayed import outputs

from edition import glue
from edition.cell.record import PREFIX


def test_glue_takes_a_text_or_a_table_whose_numbers_stay_as_they_are_written() -> None:
    [(data, _)] = outputs(lambda: glue("ratio", "8.2"))
    assert data == {PREFIX + "text/plain": "'8.2'"}
    [(data, _)] = outputs(lambda: glue("table", pd.DataFrame({"Fruit": ["apples"], "Share": ["60.0"]})))
    header, _, row = data[PREFIX + "text/markdown"].splitlines()
    assert "Fruit" in header and "60.0" in row


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (94, "94"),
        (np.int64(94), "94"),
        (93.7, "93.7"),
        (np.float64(93.7), "93.7"),
        (np.float32(0.5), "0.5"),
        (Fraction(1, 4), "0.25"),
    ],
)
def test_glue_hands_a_number_over_as_a_number(value, plain) -> None:
    [(data, _)] = outputs(lambda: glue("share", value))
    assert data == {PREFIX + "text/plain": plain}


def test_a_bar_in_a_table_that_is_glued_ends_no_cell() -> None:
    [(data, _)] = outputs(lambda: glue("table", pd.DataFrame({"A|B": ["x|y"], "C": ["z"]})))
    header, _, row = data[PREFIX + "text/markdown"].splitlines()
    assert r"A\|B" in header and r"x\|y" in row


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, "a cell is missing"),
        (pd.NaT, "a cell is missing"),
        ("x\ny", "more than one line"),
        ("x\u2028y", "more than one line"),
    ],
)
@pytest.mark.parametrize("is_head", [False, True])
def test_a_table_that_markdown_cannot_hold_is_not_glued(cell, said, is_head) -> None:
    with pytest.raises(ValueError, match=rf"glue\('table', …\): .*{said}"):
        glue("table", pd.DataFrame([["a", "b"]], columns=["A", cell]) if is_head else pd.DataFrame({"A": [cell, "b"]}))


def test_cells_and_heads_that_are_no_texts_are_written_as_python_has_them_and_no_index() -> None:
    [(data, _)] = outputs(
        lambda: glue("table", pd.DataFrame({1901: [2500, 0.10], "of all": [[1, 2], ""]}, index=["x", "y"]))
    )
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in data[PREFIX + "text/markdown"].splitlines()
    ]
    assert rows[0] == ["1901", "of all"]
    assert rows[2:] == [["2500.0", "[1, 2]"], ["0.1", ""]]


@pytest.mark.parametrize(
    "value", [False, np.bool_(True), 1j, Decimal("1.5"), b"bees", ["a"], datetime.date(1901, 5, 10)]
)
def test_what_is_neither_a_number_nor_a_text_is_refused_with_what_it_is(value) -> None:
    with pytest.raises(
        TypeError, match=rf"glue\('share', …\): a number, a text or a table is wanted, not {type(value).__name__}"
    ):
        glue("share", value)


def test_a_text_of_a_library_is_handed_over_as_a_text() -> None:
    [(data, metadata)] = outputs(lambda: glue("queen", np.str_("Ada")))
    assert data == {PREFIX + "text/plain": "'Ada'"}
    assert metadata["scrapbook"]["name"] == "queen"


@pytest.mark.parametrize("value", [np.float64("nan"), None, pd.NA, pd.NaT])
def test_a_value_that_is_missing_is_refused(value) -> None:
    with pytest.raises(ValueError, match=r"glue\('share', …\): the value is missing"):
        glue("share", value)


def test_a_column_is_no_value() -> None:
    with pytest.raises(TypeError, match=r"glue\('share', …\): .* not Series"):
        glue("share", pd.Series([1]))


@pytest.mark.parametrize("value", [float("inf"), -np.float64("inf")])
def test_an_infinite_number_is_refused(value) -> None:
    with pytest.raises(ValueError, match=r"glue\('share', …\): the value is infinite"):
        glue("share", value)
