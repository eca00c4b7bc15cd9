"""How a chart reaches the page: its picture, wide and narrow, its words and its numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from displayed import outputs
from matplotlib import font_manager

from edition import show
from edition.cell.drawing import NARROW, WIDTH, Chart, drawings
from edition.cell.drawing import chart as sheet
from edition.cell.look import INK
from edition.cell.record import FIGURE, PREFIX, SMALL
from edition.cell.show import written
from edition.paths import FONTS

DRAWN = {"per cent": pd.DataFrame({"share": [60, 27.25]}, index=pd.Index(["apples", "pears"], name="fruit"))}


def chart() -> None:
    """Draw and show a chart."""
    figure, axes = plt.subplots()
    axes.bar(["apples", "pears"], [60, 27], color=INK)
    show(figure, "fig-test", alt="apples 60 per cent, pears 27 per cent", source="a test", table=DRAWN)


def test_show_gives_one_picture_its_alt_text_and_closes_it() -> None:
    plt.close("all")  # what other tests of this process have left open
    record, picture = outputs(chart)
    assert record[0][PREFIX + FIGURE] == {
        "name": "fig-test",
        "alt": "apples 60 per cent, pears 27 per cent",
        "source": "a test",
        "tables": [{"units": "per cent", "heads": ["Fruit", "Share"], "rows": [["apples", "60"], ["pears", "27.25"]]}],
    }
    assert list(picture[0]) == ["image/svg+xml"]
    words = [tag.text for tag in ElementTree.fromstring(picture[0]["image/svg+xml"]).iter()]
    assert "apples 60 per cent, pears 27 per cent" in words and "a test" in words
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


WORDS = {"Description": "honey < wax", "Source": "the log of the hives"}


@pytest.fixture
def line() -> Iterator[Chart]:
    """A line that is cut at the edge of its axes, with a point that no two digits say."""
    figure, axes = sheet(1.5)
    axes.plot([0, 1 / 3, 2], [1, 2 / 3, 0])
    axes.set_xlim(0, 1)
    figure.canvas.draw()
    figure.set_layout_engine("none")  # or each drawing would move it a little
    yield figure
    plt.close(figure)


def test_a_picture_says_what_it_shows_and_its_source_and_no_date(line: Chart) -> None:
    said = {
        tag.tag.rpartition("}")[2]: tag.text for tag in ElementTree.fromstring(written(line, "fig-a", WORDS)).iter()
    }
    assert said["description"] == "honey < wax" and said["source"] == "the log of the hives"
    assert "date" not in said


def outlines(svg: str) -> tuple[list[float], list[dict[str, str]]]:
    """Return the coordinates of all outlines of a picture, and what else its parts say of themselves."""
    parts = [dict(tag.attrib) for tag in ElementTree.fromstring(svg).iter()]
    return [float(number) for part in parts for number in part.pop("d", "").split() if not number.isalpha()], parts


def test_a_picture_has_no_indents_and_two_digits_and_is_else_as_it_was_drawn(line: Chart) -> None:
    svg, drawn = written(line, "fig-a", WORDS), io.StringIO()
    with plt.rc_context({"svg.hashsalt": "fig-a"}):
        line.savefig(drawn, format="svg")
    assert re.search("^ ", drawn.getvalue(), re.MULTILINE) and not re.search("^ ", svg, re.MULTILINE)
    (short, rest), (whole, rest_before) = outlines(svg), outlines(drawn.getvalue())
    assert short == [round(number, 2) for number in short] == pytest.approx(whole, abs=0.01)
    assert max(abs(one - other) for one, other in zip(short, whole, strict=True)) > 0
    places = [
        [part[name] for part in of if name in part]
        for of in (rest, rest_before)
        for name in ("x", "transform", "viewBox")
    ]
    assert places[:3] == places[3:] and all(places[1:3]), "places of other kinds keep their digits"


def test_two_pictures_on_a_page_share_no_address(line: Chart) -> None:
    first, second = (
        set(re.findall(r'<clipPath id="([^"]+)"', written(line, name, WORDS))) for name in ("fig-a", "fig-b")
    )
    assert first and second and not first & second


def test_a_chart_is_the_same_bytes_each_time() -> None:
    assert outputs(chart) == outputs(chart)


def test_a_chart_is_set_in_the_fonts_of_the_book() -> None:
    assert Path(font_manager.findfont("Noto Sans")).is_relative_to(FONTS)


def test_numbers_are_written_as_the_chart_writes_them() -> None:
    def action() -> None:
        show(plt.figure(), "fig-test", alt="hives", source="a log", table=DRAWN, form="{:.1f} kg")

    record, _ = outputs(action)
    assert record[0][PREFIX + FIGURE]["tables"][0]["rows"] == [["apples", "60.0 kg"], ["pears", "27.2 kg"]]


@pytest.mark.parametrize("words", [{"alt": "\u200b"}, {"alt": ""}, {"source": " "}])
def test_a_figure_without_words_is_refused(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(words))} says nothing; write"):
        show(plt.figure(), "fig-x", **{"alt": "Ten hives", "source": "a table", "table": DRAWN} | words)
