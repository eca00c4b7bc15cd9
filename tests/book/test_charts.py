"""The charts as pictures: colours that everybody can tell apart, type that can be read in print."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import typst
from built import Book
from colorspacious import cspace_convert, deltaE
from PIL import Image

from edition.cell.dark import GROUND, PARTNERS
from edition.cell.look import INK, LETTERS, QUIET
from karabakh.ballots import VOTES
from karabakh.palette import ACTORS, ON_DARK_PAGES, PALETTE

SVG = "{http://www.w3.org/2000/svg}"
# What lines, letters and hatches are drawn in; it tells nobody apart.
NEUTRAL = {INK, QUIET, LETTERS, "#ffffff", "#000000", "#333333", "#dddddd", "#8a8a8a"}
DEFICIENCIES = ("deuteranomaly", "protanomaly", "tritanomaly")
LIGHTNESS, DIFFERENCE = 8, 10  # in L* of CIELAB, in ΔE' of CAM02-UCS
TEXT_WIDTH = 4.95 * 72  # of the printed page, in points: a picture no wider is printed in its own size


@pytest.fixture(scope="module")
def texts(book: Book) -> dict[str, tuple[str, str]]:
    """The text of both drawings of each figure that a cell draws, the wide and the narrow one, by the figure's name."""
    found = {
        figure["id"]: tuple(
            ((book.html / page).parent / address).read_text(encoding="utf-8")
            for address in (figure.img["src"], figure.source["srcset"])
        )
        for page, soup in book.pages.items()
        for figure in soup.select("figure:has(.figure-credits)")
    }
    assert len(found) >= 10
    return found


@pytest.fixture(scope="module")
def charts(texts: dict[str, tuple[str, str]]) -> dict[str, ElementTree.Element]:
    """The picture of each figure, as it is wide."""
    return {name: ElementTree.fromstring(wide) for name, (wide, _) in texts.items()}


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
    assert sum(len(colours(picture)) > 1 for picture in charts.values()) >= 6
    names = {colour: name for name, colour in PALETTE.items()}
    close = [
        f"{figure}: {names.get(one, one)} and {names.get(other, other)} in {', '.join(ways)}"
        for figure, picture in charts.items()
        for one, other in itertools.combinations(sorted(colours(picture)), 2)
        if (ways := too_close(one, other))
    ]
    assert close == []


def test_colours_that_meet_can_be_told_apart_on_a_dark_page(charts: dict[str, ElementTree.Element]) -> None:
    """Grey is for paper: on a screen, colour may do it."""
    close = [
        f"{figure}: {one} and {other} in {', '.join(ways)}"
        for figure, picture in charts.items()
        for one, other in itertools.combinations(sorted(colours(picture) - {"#f2f2f2"}), 2)
        if (ways := [way for way in too_close(PARTNERS[one], PARTNERS[other]) if way != "grey"])
    ]
    assert close == []


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in seen(colour)]
    return float(np.dot([0.2126, 0.7152, 0.0722], channels))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_a_dark_page_can_be_read() -> None:
    for ground in (GROUND, PARTNERS["#f2f2f2"]):
        assert min(contrast(PARTNERS[ink], ground) for ink in (INK, QUIET, "#333333")) >= 4.5
    marks = [dark for _, dark in ACTORS.values()] + list(ON_DARK_PAGES.values())
    for mark in marks:
        assert contrast(mark, GROUND) >= 4.5, f"{mark}: the ground, and the letters that have its colour"
        assert contrast(mark, PARTNERS[LETTERS]) >= 4.5, mark
    for name, shade, ink, *_ in VOTES.values():
        partner = {"white": "#ffffff"}
        assert contrast(PARTNERS[partner.get(shade, shade)], PARTNERS[partner.get(ink, ink)]) >= 4.5, name


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


def test_every_colour_of_a_chart_has_a_partner_for_dark_pages(texts: dict[str, tuple[str, str]]) -> None:
    for name, drawings in texts.items():
        for text in drawings:
            [rules] = re.findall(r"@media \(prefers-color-scheme: dark\)\{(.*?)\}</style>", text)
            used = set(re.findall(r"""(?:fill|stroke)(?:: ?|=")(#\w+|black|white)""", text.replace(rules, "")))
            assert used and all(f'{colour}"]{{' in rules for colour in used), (name, used)


def test_a_narrow_drawing_says_the_same_as_the_wide_one(texts: dict[str, tuple[str, str]]) -> None:
    """The same words about it, and the same numbers in it but for the axes; a small part of a bar has no room for its own."""
    description = ".//{http://purl.org/dc/elements/1.1/}description"
    for name, drawings in texts.items():
        wide, narrow = map(ElementTree.fromstring, drawings)
        assert narrow.find(description).text == wide.find(description).text
        assert float(narrow.get("width").removesuffix("pt")) < 200 < float(wide.get("width").removesuffix("pt"))
        missing = numbers(drawings[0]) - numbers(drawings[1])
        small = {number for number in missing if number.endswith("%") and float(number[:-1]) < 9}
        assert missing == (small if name == "fig-arms-shares" else set()), name


def numbers(svg: str) -> set[str]:
    """Return the numbers written in a chart, but not at its axes, as Matplotlib notes them beside the outlines of letters."""
    builder = ElementTree.TreeBuilder(insert_comments=True)
    root = ElementTree.fromstring(svg, ElementTree.XMLParser(target=builder))
    for group in list(root.iter()):
        for axis in [part for part in group if re.match("[xy]tick_", part.get("id", ""))]:
            group.remove(axis)
    written = " ".join(part.text for part in root.iter() if part.tag is ElementTree.Comment)
    return set(re.findall(r"\d[\d.,]*%|\d[\d.,]*\d|\d", written))


def test_a_picture_carries_what_it_shows_and_its_source(charts: dict[str, ElementTree.Element], book: Book) -> None:
    alts = {figure["id"]: figure.img["alt"] for soup in book.pages.values() for figure in soup.find_all("figure")}
    for figure, picture in charts.items():
        words = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in picture.iter()}
        assert words["description"] == alts[figure] and words["source"], figure


def test_the_opening_chronology_names_fifteen_events_at_most(book: Book) -> None:
    chart = book.article("book/introduction").find(id="fig-timeline")
    assert 10 <= int(re.match(r"(\d+) events", chart.img["alt"])[1]) <= 15
    assert "Left out" in chart.figcaption.text, "the caption says that there are others"


def test_on_paper_a_chart_is_light(texts: dict[str, tuple[str, str]], tmp_path: Path) -> None:
    """Typst knows no rules for dark pages, and leaves them out."""
    (tmp_path / "chart.svg").write_text(texts["fig-expenditure"][0], encoding="utf-8")
    source = tmp_path / "page.typ"
    source.write_text(
        '#set page(width: auto, height: auto, margin: 0pt, fill: red)\n#image("chart.svg")\n', encoding="utf-8"
    )
    drawn = Image.open(io.BytesIO(typst.compile(source, format="png"))).convert("RGB")
    shades = {colour: count for count, colour in drawn.getcolors(1 << 24)}
    assert max(shades, key=shades.get) == (255, 255, 255) and tuple(bytes.fromhex(GROUND[1:])) not in shades
    assert tuple(bytes.fromhex(PALETTE["Armenia"][1:])) in shades


def test_a_line_in_a_chart_is_no_thinner_than_a_quarter_of_a_point(texts: dict[str, tuple[str, str]]) -> None:
    """A chart is printed in its own size; what is thinner than this breaks up on paper."""
    thin = {
        name: sorted(widths)
        for name, (wide, _) in texts.items()
        if (
            widths := {float(width) for width in re.findall(r"stroke-width: ([\d.]+)", wide) if 0 < float(width) < 0.25}
        )
    }
    assert thin == {}
    assert sum("stroke-width" in wide for wide, _ in texts.values()) > 10
