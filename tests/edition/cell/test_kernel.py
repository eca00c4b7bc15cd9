"""What a cell can say to the book: claims, texts and tables for the prose, charts with their alternative text."""

from __future__ import annotations

import datetime
import itertools
import re
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from matplotlib import font_manager

from edition import check, glue, show
from edition.cell.drawing import (
    NARROW,
    WIDTH,
    below,
    drawings,
    hide_axes,
    joined,
    listing,
    mark_days,
    name_above,
    write,
)
from edition.cell.drawing import chart as sheet
from edition.cell.record import CLAIM, FIGURE, PREFIX, SMALL
from edition.paths import FONTS
from karabakh.palette import PALETTE


def outputs(action) -> list[tuple[dict, dict]]:
    """Return data and metadata of everything that `action` displays."""
    InteractiveShell.instance()  # without a shell, display() prints
    with capture_output() as captured:
        action()
    assert captured.outputs, "nothing was displayed"
    return [(output.data, output.metadata) for output in captured.outputs]


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
    [(data, metadata)] = outputs(lambda: check("C022", value))
    assert data[PREFIX + CLAIM] == {"id": "C022", "value": plain}
    assert all(mime.startswith(PREFIX) for mime in data), "something would show on the page"
    assert metadata["scrapbook"] == {"name": "C022", "mime_prefix": PREFIX}


def test_check_refuses_what_is_no_value() -> None:
    with pytest.raises(TypeError, match=r"check\('C022', …\): .* not Series"):
        check("C022", pd.Series([1]))


@pytest.mark.parametrize("value", [float("nan"), np.float64("nan"), pd.NaT])
def test_check_refuses_a_missing_value(value) -> None:
    with pytest.raises(ValueError, match="the value is missing"):
        check("C022", value)


def test_glue_takes_a_text_or_a_table_whose_numbers_stay_as_they_are_written() -> None:
    [(data, _)] = outputs(lambda: glue("ratio", "8.2"))
    assert data == {PREFIX + "text/plain": "'8.2'"}
    [(data, _)] = outputs(lambda: glue("table", pd.DataFrame({"Supplier": ["Russia"], "Share": ["60.0"]})))
    header, _, row = data[PREFIX + "text/markdown"].splitlines()
    assert "Supplier" in header and "60.0" in row


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
    with pytest.raises(TypeError, match=r"check\('C022', …\): .* not bool"):
        check("C022", True)
    with pytest.raises(TypeError, match=r"glue\('share', …\): .* not bool"):
        glue("share", False)


def test_glue_refuses_a_missing_number_and_what_is_no_value() -> None:
    with pytest.raises(ValueError, match=r"glue\('share', …\): the number is missing"):
        glue("share", np.float64("nan"))
    with pytest.raises(TypeError, match=r"glue\('share', …\): .* not Series"):
        glue("share", pd.Series([1]))


DRAWN = {"per cent": pd.DataFrame({"share": [60, 27.25]}, index=pd.Index(["Russia", "Israel"], name="supplier"))}


def chart() -> None:
    """Draw and show a chart."""
    figure, axes = plt.subplots()
    axes.bar(["Russia", "Israel"], [60, 27], color=PALETTE["Russia"])
    show(figure, "fig-test", alt="Russia 60 per cent, Israel 27 per cent", source="a test", table=DRAWN)


def test_show_gives_one_picture_its_alt_text_and_closes_it() -> None:
    plt.close("all")  # what other tests of this process have left open
    record, picture = outputs(chart)
    assert record[0][PREFIX + FIGURE] == {
        "name": "fig-test",
        "alt": "Russia 60 per cent, Israel 27 per cent",
        "source": "a test",
        "tables": [
            {"units": "per cent", "heads": ["Supplier", "Share"], "rows": [["Russia", "60"], ["Israel", "27.25"]]}
        ],
    }
    assert list(picture[0]) == ["image/svg+xml"]
    assert plt.get_fignums() == []


def width(svg: str) -> float:
    """Return the width of a picture in inches."""
    return float(re.search(r'width="([\d.]+)pt"', svg)[1]) / 72


def resized() -> None:
    """Show a chart that is made narrow."""
    figure, axes = sheet(1.5)
    axes.plot([1, 2])
    show(figure, "fig-test", alt="a line", source="a test", table=DRAWN)


def redrawn() -> None:
    """Show a chart that is drawn anew where it is narrow."""
    for figure, axes, narrow in drawings(1.5, 1, 2, narrow=(2.5, 2, 1)):
        axes[0].set_title("narrow" if narrow else "wide")
        figure.align_labels()
    show(figure, "fig-test", alt="two lines", source="a test", table=DRAWN)


@pytest.mark.parametrize("action", [resized, redrawn])
def test_a_chart_is_drawn_for_the_page_and_for_narrow_columns(action) -> None:
    plt.close("all")
    (record, _), (picture, _) = outputs(action)
    wide, narrow = picture["image/svg+xml"], record[PREFIX + SMALL]
    assert (width(wide), width(narrow)) == (pytest.approx(WIDTH), pytest.approx(NARROW))
    assert [("<!-- narrow -->" in svg, "<!-- wide -->" in svg) for svg in (wide, narrow)] == (
        [(False, True), (True, False)] if action is redrawn else [(False, False)] * 2
    )
    assert plt.get_fignums() == []
    assert outputs(action) == outputs(action), "the same bytes each time"


def test_coordinates_have_two_digits_and_stay_where_they_are() -> None:
    (_, _), (picture, _) = outputs(resized)
    [outline] = re.findall(r'<g id="line2d_\d+">\s*<path d="([^"]+)" clip-path', picture["image/svg+xml"])
    numbers = re.findall(r"[\d.]+", outline)
    assert len(numbers) == 4 and all(re.fullmatch(r"\d+(\.\d{1,2})?", number) for number in numbers), outline


def test_names_of_rows_can_stand_above_them() -> None:
    figure, axes = plt.subplots()
    axes.barh(["pears", "apples"], [3, 5])
    axes.set_ylim(2, -1)
    name_above(axes, 0.3)
    assert [(text.get_text(), text.get_position()) for text in axes.texts] == [
        ("pears", (0, -0.3)),
        ("apples", (0, 0.7)),
    ]
    assert len(axes.get_yticks()) == 0
    plt.close(figure)


def test_a_chart_is_the_same_bytes_each_time() -> None:
    assert outputs(chart) == outputs(chart)


def test_a_chart_is_set_in_the_fonts_of_the_book() -> None:
    assert Path(font_manager.findfont("Noto Sans")).is_relative_to(FONTS)


def test_actors_differ_in_grey() -> None:
    """Russia, Israel and the rest stand beside one another in the charts."""

    def grey(name: str) -> float:
        red, green, blue = (int(PALETTE[name][place : place + 2], 16) / 255 for place in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    shades = sorted(grey(name) for name in ("Russia", "Israel", "Other"))
    assert all(after - before > 0.1 for before, after in itertools.pairwise(shades)), shades


def test_a_listing_reads_as_a_phrase() -> None:
    assert (
        listing(pd.Series({"Russia": 60.02, "Israel": 26.6}), "{:.0f} per cent")
        == "Russia 60 per cent, Israel 27 per cent"
    )

    assert listing(pd.Series({2011: 558, 2014: 625}), separator=": ") == "2011: 558, 2014: 625"


@pytest.mark.parametrize(
    ("values", "phrase"), [([2018], "2018"), ([2018, 2021], "2018 and 2021"), (["A", "B", "C"], "A, B and C"), ([], "")]
)
def test_values_are_joined_as_a_sentence_names_them(values, phrase) -> None:
    assert joined(values) == joined(pd.Series(values)) == phrase


def test_a_part_of_a_bar_begins_where_the_one_before_ends() -> None:
    parts = pd.DataFrame({"Russia": [60, 0], "Israel": [27, 5], "Other": [13, 1]})
    assert below(parts).to_numpy().tolist() == [[0, 60, 87], [0, 0, 5]]


def test_days_are_marked_by_lines_and_named_above_the_axes() -> None:
    figure, (one, other) = plt.subplots(2)
    for axes, named in ((one, True), (other, False)):
        mark_days(axes, pd.Series({"war": 2016.25, "ceasefire": 2020.9}), named=named, zorder=0)
        assert [line.get_xdata()[0] for line in axes.lines] == [2016.25, 2020.9]
        assert {line.get_zorder() for line in axes.lines} == {0}
    assert [text.get_text() for text in one.texts] == ["war", "ceasefire"]
    assert not other.texts
    plt.close(figure)


def test_a_word_beside_a_mark_is_moved_by_points() -> None:
    figure, axes = plt.subplots()
    write(axes, "94%", (1, 94), (0, -13), weight="bold")
    [text] = axes.texts
    assert (text.get_text(), text.xy, text.xyann, text.get_ha(), text.get_weight()) == (
        "94%",
        (1, 94),
        (0, -13),
        "center",
        "bold",
    )
    plt.close(figure)


def test_axes_are_hidden_at_the_sides_named_and_their_ticks_everywhere() -> None:
    figure, (some, every) = plt.subplots(2)
    hide_axes(some, "bottom")
    hide_axes(every)
    assert [some.spines[side].get_visible() for side in ("left", "bottom")] == [True, False]
    assert not any(spine.get_visible() for spine in every.spines.values())
    assert {
        tick.tick1line.get_markersize() for tick in [*some.xaxis.get_major_ticks(), *every.yaxis.get_major_ticks()]
    } == {0}
    plt.close(figure)


@pytest.mark.parametrize("value", [float("inf"), -np.float64("inf")])
def test_an_infinite_number_is_refused(value) -> None:
    with pytest.raises(ValueError, match=r"check\('C001', …\): the value is infinite"):
        check("C001", value)
    with pytest.raises(ValueError, match=r"glue\('share', …\): the number is infinite"):
        glue("share", value)


@pytest.mark.parametrize("words", [{"alt": "\u200b"}, {"alt": ""}, {"source": " "}])
def test_a_figure_without_words_is_refused(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(words))} says nothing; write"):
        show(plt.figure(), "fig-x", **{"alt": "Ten hives", "source": "a table", "table": DRAWN} | words)
