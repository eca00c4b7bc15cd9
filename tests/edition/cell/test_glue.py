"""Texts, tables and numbers that a cell hands to the prose."""

from __future__ import annotations

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
    ("value", "plain"), [(94, "94"), (np.int64(94), "94"), (93.7, "93.7"), (np.float64(93.7), "93.7")]
)
def test_glue_hands_a_number_over_as_a_number(value, plain) -> None:
    [(data, _)] = outputs(lambda: glue("share", value))
    assert data == {PREFIX + "text/plain": plain}


def test_a_bar_in_a_table_that_is_glued_ends_no_cell() -> None:
    [(data, _)] = outputs(lambda: glue("table", pd.DataFrame({"A|B": ["x|y"], "C": ["z"]})))
    header, _, row = data[PREFIX + "text/markdown"].splitlines()
    assert r"A\|B" in header and r"x\|y" in row


@pytest.mark.parametrize(("cell", "said"), [(None, "a cell is missing"), ("x\ny", "more than one line")])
def test_a_table_that_markdown_cannot_hold_is_not_glued(cell, said) -> None:
    with pytest.raises(ValueError, match=rf"glue\('table', …\): .*{said}"):
        glue("table", pd.DataFrame({"A": [cell, "b"]}))


def test_a_truth_is_no_number() -> None:
    with pytest.raises(TypeError, match=r"glue\('share', …\): .* not bool"):
        glue("share", False)


def test_glue_refuses_a_missing_number_and_what_is_no_value() -> None:
    with pytest.raises(ValueError, match=r"glue\('share', …\): the value is missing"):
        glue("share", np.float64("nan"))
    with pytest.raises(TypeError, match=r"glue\('share', …\): .* not Series"):
        glue("share", pd.Series([1]))


@pytest.mark.parametrize("value", [float("inf"), -np.float64("inf")])
def test_an_infinite_number_is_refused(value) -> None:
    with pytest.raises(ValueError, match=r"glue\('share', …\): the value is infinite"):
        glue("share", value)
