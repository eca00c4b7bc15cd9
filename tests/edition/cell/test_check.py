"""What a cell reports of a claim: a plain value, which the page does not show."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from displayed import outputs

from edition import check
from edition.cell.record import CLAIM, PREFIX


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (94, 94),
        (np.int64(94), 94),
        (np.float64(93.7), 93.7),
        ("A", "A"),
        (datetime.date(2021, 6, 15), "2021-06-15"),
        (pd.Timestamp("2021-06-15"), "2021-06-15"),
    ],
)
def test_check_reports_a_plain_value_and_shows_nothing(value, plain) -> None:
    [(data, metadata)] = outputs(lambda: check("M22", value))
    assert data[PREFIX + CLAIM] == {"id": "M22", "value": plain}
    assert all(mime.startswith(PREFIX) for mime in data), "something would show on the page"
    assert metadata["scrapbook"] == {"name": "M22", "mime_prefix": PREFIX}


def test_check_refuses_what_is_no_value() -> None:
    with pytest.raises(TypeError, match=r"check\('M22', …\): .* not bool"):
        check("M22", True)
    with pytest.raises(TypeError, match=r"check\('M22', …\): .* not Series"):
        check("M22", pd.Series([1]))


@pytest.mark.parametrize("value", [float("nan"), np.float64("nan"), pd.NaT])
def test_check_refuses_a_missing_value(value) -> None:
    with pytest.raises(ValueError, match="the value is missing"):
        check("M22", value)


@pytest.mark.parametrize("value", [float("inf"), -np.float64("inf")])
def test_an_infinite_number_is_refused(value) -> None:
    with pytest.raises(ValueError, match=r"check\('M1', …\): the value is infinite"):
        check("M1", value)
