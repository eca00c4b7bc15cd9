"""What charts share: labels that stand apart, marked days, phrases made of numbers."""

from __future__ import annotations

import itertools

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from edition.cell.drawing import below, hide_axes, joined, listing, mark_days, name_above, spread, write


@pytest.mark.parametrize(
    ("places", "apart"),
    [
        ([], []),
        ([5.0], [5.0]),
        ([0.0, 10.0], [0.0, 10.0]),  # far enough
        ([4.0, 4.0], [3.0, 5.0]),  # centred on what they name
        ([0.0, 1.0, 2.0], [-1.0, 1.0, 3.0]),
        ([0.0, 1.9, 3.8, 9.0], [-0.1, 1.9, 3.9, 9.0]),
        ([0.0, 2.9, 3.1], [0.0, 2.0, 4.0]),  # a cluster that has grown meets the one before
    ],
)
def test_labels_are_moved_apart_as_little_as_needed(places: list[float], apart: list[float]) -> None:
    assert spread(places, 2) == pytest.approx(apart)


def test_labels_keep_their_order_and_their_distance() -> None:
    places = [number**2 % 17 / 2 for number in range(17)]
    apart = spread(places, 0.4)
    assert len(apart) == len(places)
    assert all(after - before >= 0.4 - 1e-9 for before, after in itertools.pairwise(apart))


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


def test_a_listing_reads_as_a_phrase() -> None:
    assert (
        listing(pd.Series({"apples": 60.02, "pears": 26.6}), "{:.0f} per cent")
        == "apples 60 per cent, pears 27 per cent"
    )

    assert listing(pd.Series({2011: 558, 2014: 625}), separator=": ") == "2011: 558, 2014: 625"


@pytest.mark.parametrize(
    ("values", "phrase"), [([2018], "2018"), ([2018, 2021], "2018 and 2021"), (["A", "B", "C"], "A, B and C"), ([], "")]
)
def test_values_are_joined_as_a_sentence_names_them(values, phrase) -> None:
    assert joined(values) == joined(pd.Series(values)) == phrase


def test_a_part_of_a_bar_begins_where_the_one_before_ends() -> None:
    parts = pd.DataFrame({"apples": [60, 0], "pears": [27, 5], "plums": [13, 1]})
    assert below(parts).to_numpy().tolist() == [[0, 60, 87], [0, 0, 5]]


def test_days_are_marked_by_lines_and_named_above_the_axes() -> None:
    figure, (one, other) = plt.subplots(2)
    for axes, named in ((one, True), (other, False)):
        mark_days(axes, pd.Series({"sowing": 2016.25, "harvest": 2020.9}), named=named, zorder=0)
        assert [line.get_xdata()[0] for line in axes.lines] == [2016.25, 2020.9]
        assert {line.get_zorder() for line in axes.lines} == {0}
    assert [text.get_text() for text in one.texts] == ["sowing", "harvest"]
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
