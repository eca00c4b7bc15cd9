"""The pages of a printed volume: what is set on them, where, in which face, and where there is ink."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from ctypes import byref, c_uint
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFPageObj_GetFillColor

#: Millimetres in points; the height of the page, and where its text begins and ends, from the top.
MM = 72 / 25.4
HEIGHT, TOP, BOTTOM = 240, 25, 216
#: The face and the size of the running text, and of headings at the least.
BODY, HEADING = ("NotoSerif-Regular", 10.2), ("NotoSans-Bold", 9.5)
#: The left edge of the text on the right page and on the left one, and its width, in points.
EDGES, WIDTH = (23 * MM, 21 * MM), 126 * MM


@dataclass(frozen=True)
class Run:
    """What is set in one face without a break: where it begins and ends, its baseline, all in points from the lower left.

    The colour is that of the letters, as red, green and blue.
    """

    text: str
    face: str
    size: float
    left: float
    right: float
    baseline: float
    colour: tuple[int, int, int]


@dataclass(frozen=True)
class Sheet:
    """A page: the number on it, its runs in reading order, its text, and which of its rows of dots have ink."""

    volume: str
    place: int
    label: str
    runs: list[Run]
    text: str
    ink: np.ndarray

    @property
    def is_opening(self) -> bool:
        """Whether a chapter or a part begins here, or it is a page before the contents, or one left blank."""
        return self.place <= 4 or not self.text.strip() or any(run.size >= 14 for run in self.runs)

    def lines(self) -> list[tuple[float, float, float]]:
        """The lines of running text from the top: left end, right end, baseline."""
        body = [run for run in self.runs if (run.face, run.size) == BODY and run.text.strip()]
        rows = itertools.groupby(
            sorted(body, key=lambda run: (-round(run.baseline), run.left)), lambda run: round(run.baseline)
        )
        ends = [
            (min(r.left for r in row), max(r.right for r in row), float(y))
            for y, row in ((y, list(row)) for y, row in rows)
        ]
        edge = EDGES[0] if self.place % 2 else EDGES[1]
        return [(left - edge, right - edge, y) for left, right, y in ends]


def colour(one: pypdfium2.PdfObject) -> tuple[int, int, int]:
    """Return the colour of a text."""
    red, green, blue, alpha = (c_uint() for _ in range(4))
    FPDFPageObj_GetFillColor(one, byref(red), byref(green), byref(blue), byref(alpha))
    return red.value, green.value, blue.value


def sheets_of(pdf: Path) -> Iterator[Sheet]:
    """Yield the pages of a volume."""
    document = pypdfium2.PdfDocument(pdf)
    for place, page in enumerate(document, start=1):
        words = page.get_textpage()
        runs = [
            Run(
                one.extract(),
                one.get_font().get_base_name().split("+")[-1],
                round(one.get_font_size(), 1),
                one.get_bounds()[0],
                one.get_bounds()[2],
                one.get_matrix().f,
                colour(one),
            )
            for one in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=words)
        ]
        dots = page.render(scale=0.5, grayscale=True).to_numpy().squeeze()
        rows = dots[int(len(dots) * TOP / HEIGHT) - 2 : int(len(dots) * BOTTOM / HEIGHT)]
        yield Sheet(
            pdf.stem, place, document.get_page_label(place - 1), runs, words.get_text_range(), (rows < 200).any(axis=1)
        )
