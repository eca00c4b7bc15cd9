"""The numbers that a figure draws, as a reader wants them."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.cell.drawn import written_tables

HOURS = pd.to_datetime(["2023-09-25 00:00", "2023-09-25 05:00"])
SHARES = pd.DataFrame({("Chile", "arms"): [60.25, None], ("Peru", "arms"): [27, 0.5]}, index=pd.Index([2011, 2012]))
HALF_NAMED = pd.MultiIndex.from_tuples([(2011, "A"), (2012, "B")], names=["year", None])


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


def test_a_day_that_is_missing_is_a_dash_and_leaves_the_others_days() -> None:
    frame = pd.DataFrame({"swarmed": [pd.Timestamp("1901-05-10"), pd.NaT], "died": [pd.NaT, pd.NaT]})
    assert written(frame.set_axis(["A", "B"]).rename_axis("hive"))[1:] == [["A", "10 May 1901", "–"], ["B", "–", "–"]]
    frame.loc[1, "swarmed"] = pd.Timestamp("1901-06-01 04:30")
    assert [row[1] for row in written(frame.rename_axis("hive"))[1:]] == ["10 May 1901, 00:00", "1 June 1901, 04:30"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("of_all", "Of all"),
        ("honey of the USA", "Honey of the USA"),  # capitals of its own stay
        ("éclair", "Éclair"),
        ("1901", "1901"),
        (1901, "1901"),
        (("in_the_hive", "left_over"), "In the hive, left over"),
    ],
)
def test_a_head_begins_with_a_capital_and_has_spaces(head: object, said: str) -> None:
    frame = pd.DataFrame([["x"]], index=pd.Index(["A"], name="hive_of_bees"))
    frame.columns = pd.Index([head], tupleize_cols=False)
    assert written(frame)[0] == ["Hive of bees", said]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1234567, "1,234,567"),
        (-1234.5, "-1234.50"),
        (0.0, "0.00"),
        (1.0, "1.00"),
        ("12", "12"),
        (None, "–"),
        (pd.NA, "–"),
    ],
)
def test_a_number_with_a_fraction_is_written_by_the_form_and_others_in_full(value: object, said: str) -> None:
    frame = pd.DataFrame({"honey": pd.Series([value], dtype="object")}).rename_axis("hive")
    assert written(frame, "{:.2f}")[1:] == [["0", said]]


def test_an_index_holds_names_whatever_they_are() -> None:
    index = pd.MultiIndex.from_tuples([(1901, 0.25), (12345, None)], names=["year", "share"])
    assert [row[:2] for row in written(pd.DataFrame({"honey": [1, 2]}, index=index), "{:.3f}")[1:]] == [
        ["1901", "0.25"],
        ["12345", "–"],
    ]


def test_each_table_stands_under_what_its_numbers_are_in_the_order_given() -> None:
    frame = SHARES.rename_axis("year")
    assert [table["units"] for table in written_tables({"tons": frame, "hives": frame}, "{:g}")] == ["tons", "hives"]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({}, "no table says what is drawn"),
        ({"tons": SHARES}, "say what its rows are"),
        ({"tons": SHARES.set_axis(HALF_NAMED)}, "say what its rows are"),
        ({"tons": SHARES.rename_axis("year")[:0]}, "is empty"),
        ({" ": SHARES.rename_axis("year")}, "nothing says what its numbers are"),
    ],
)
def test_a_table_that_says_nothing_is_refused(tables: dict[str, pd.DataFrame], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        written_tables(tables, "{:g}")
