"""The charts as pictures: colours that everybody can tell apart, type that can be read in print."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from built import Book
from colorspacious import cspace_convert, deltaE

from edition.cell.look import INK, QUIET
from karabakh.palette import PALETTE

SVG = "{http://www.w3.org/2000/svg}"
# What lines, letters and hatches are drawn in; it tells nobody apart.
NEUTRAL = {INK, QUIET, "#ffffff", "#000000", "#333333", "#dddddd", "#8a8a8a"}
DEFICIENCIES = ("deuteranomaly", "protanomaly", "tritanomaly")
LIGHTNESS, DIFFERENCE = 8, 10  # in L* of CIELAB, in ΔE' of CAM02-UCS
TEXT_WIDTH = 4.95 * 72  # of the printed page, in points: a picture no wider is printed in its own size


@pytest.fixture(scope="module")
def charts(book: Book) -> dict[str, ElementTree.Element]:
    """The picture of each figure that a cell draws, by the figure's name."""
    return {
        figure["id"]: ElementTree.parse((book.html / page).parent / figure.img["src"]).getroot()
        for page, soup in book.pages.items()
        for figure in soup.select("figure:has(.figure-credits)")
    }


def colours(element: ElementTree.Element) -> set[str]:
    """Return the colours of everything drawn in a picture, text apart."""
    if re.match("text_", element.get("id", "")):
        return set()
    found = set(re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", element.get("style", "")))
    return found.union(*map(colours, element)) - NEUTRAL


def seen(colour: str, deficiency: str = "") -> np.ndarray:
    """Return the red, green and blue, from 0 to 1, that a reader with the full `deficiency` would call the same."""
    rgb = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    if not deficiency:
        return rgb
    space = {"name": "sRGB1+CVD", "cvd_type": deficiency, "severity": 100}
    return np.clip(cspace_convert(rgb, space, "sRGB1"), 0, 1)


def too_close(one: str, other: str) -> list[str]:
    """Return the ways of seeing in which two colours are hard to tell apart."""
    grey = abs(np.subtract(*(cspace_convert(seen(colour), "sRGB1", "CIELab")[0] for colour in (one, other))))
    ways = ["grey"] if grey < LIGHTNESS else []
    for way in ("", *DEFICIENCIES):
        if deltaE(seen(one, way), seen(other, way), input_space="sRGB1") < DIFFERENCE:
            ways.append(way or "full colour")
    return ways


def test_colours_that_meet_in_a_chart_can_be_told_apart(charts: dict[str, ElementTree.Element]) -> None:
    assert len(charts) >= 6
    names = {colour: name for name, colour in PALETTE.items()}
    close = [
        f"{figure}: {names.get(one, one)} and {names.get(other, other)} in {', '.join(ways)}"
        for figure, picture in charts.items()
        for one, other in itertools.combinations(sorted(colours(picture)), 2)
        if (ways := too_close(one, other))
    ]
    assert close == []


def test_colours_that_are_hard_to_tell_apart_are_found() -> None:
    assert too_close("#2b65a6", "#2b66a7") == ["grey", "full colour", *DEFICIENCIES]
    assert too_close("#c03030", "#6a6a1c") == ["grey", "deuteranomaly"]
    assert too_close(PALETTE["Armenia"], PALETTE["Azerbaijan"]) == []


def test_an_actor_has_one_colour_and_a_colour_one_actor() -> None:
    assert len(set(PALETTE.values())) == len(PALETTE)


def test_type_in_charts_is_no_smaller_than_seven_points_in_print(charts: dict[str, ElementTree.Element]) -> None:
    for figure, picture in charts.items():
        assert float(picture.get("width").removesuffix("pt")) <= TEXT_WIDTH + 0.1, f"{figure} is shrunk in print"
        transforms = " ".join(part.get("transform", "") for part in picture.iter(f"{SVG}g"))
        sizes = [100 * float(scale) for scale in re.findall(r"scale\(([\d.]+) -", transforms)]
        assert sizes and min(sizes) >= 6.99, f"{figure}: {min(sizes):.1f} pt"


def test_a_picture_carries_what_it_shows_and_its_source(charts: dict[str, ElementTree.Element], book: Book) -> None:
    alts = {figure["id"]: figure.img["alt"] for soup in book.pages.values() for figure in soup.find_all("figure")}
    for figure, picture in charts.items():
        words = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in picture.iter()}
        assert words["description"] == alts[figure] and words["source"], figure
