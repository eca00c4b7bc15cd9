"""The numbers that a figure draws, as a reader wants them."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.cell.drawn import written_tables

HOURS = pd.to_datetime(["2023-09-25 00:00", "2023-09-25 05:00"])
SHARES = pd.DataFrame({("Chile", "arms"): [60.25, None], ("Peru", "arms"): [27, 0.5]}, index=pd.Index([2011, 2012]))


def written(frame: pd.DataFrame, form: str = "{:g}") -> list[list[str]]:
    """Return the heads and the rows of one table."""
    [table] = written_tables({"units": frame}, form)
    return [table["heads"], *table["rows"]]


def test_a_year_is_a_name_a_whole_number_has_its_thousands_apart_and_what_is_missing_a_dash() -> None:
    frame = pd.DataFrame({"of_all": [2500, 12]}, index=pd.Index([2011, 2012], name="year"))
    assert written(frame) == [["Year", "Of all"], ["2011", "2,500"], ["2012", "12"]]
    shares = SHARES.rename_axis("year")
    assert written(shares, "{:.1f}") == [
        ["Year", "Chile, arms", "Peru, arms"],
        ["2011", "60.2", "27.0"],
        ["2012", "–", "0.5"],
    ]


def test_days_are_written_out_and_all_with_their_hour_if_one_has_an_hour() -> None:
    frame = pd.DataFrame({"day": HOURS.normalize()}, index=HOURS.rename("hour"))
    assert written(frame)[1:] == [
        ["25 September 2023, 00:00", "25 September 2023"],
        ["25 September 2023, 05:00", "25 September 2023"],
    ]


def test_the_levels_of_an_index_are_columns() -> None:
    frame = pd.DataFrame({"votes": ["Y"]}, index=pd.MultiIndex.from_tuples([("A/1", 2022)], names=["text", "year"]))
    assert written(frame) == [["Text", "Year", "Votes"], ["A/1", "2022", "Y"]]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({}, "no table says what is drawn"),
        ({"tons": SHARES}, "say what its rows are"),
        ({"tons": SHARES.rename_axis("year")[:0]}, "is empty"),
        ({" ": SHARES.rename_axis("year")}, "nothing says what its numbers are"),
    ],
)
def test_a_table_that_says_nothing_is_refused(tables: dict[str, pd.DataFrame], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        written_tables(tables, "{:g}")
