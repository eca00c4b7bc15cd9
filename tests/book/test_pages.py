"""How the pages of the printed volumes look: full, no line or heading left alone, a figure beside what speaks of it."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import defaultdict

import numpy as np
import pytest
from built import Book
from sheets import BODY, BOTTOM, HEADING, HEIGHT, MM, WIDTH, Sheet, sheets_of

#: How a caption begins.
CAPTION = re.compile(r"(?:Figure|Table) \d+(?:\.\d+)?\b")


@pytest.fixture(scope="module")
def sheets(book: Book) -> list[Sheet]:
    """The pages of all volumes, in their order."""
    found = [sheet for pdf in book.volumes for sheet in sheets_of(pdf)]
    assert len(found) > 200
    return found


def filled(ink: np.ndarray) -> float:
    """Return how much of a page is in use, from 0 to 1; the space between two lines is."""
    rows = np.flatnonzero(ink)
    steps = np.diff(rows)
    return float((1 + steps[steps <= 14].sum()) / len(ink)) if len(rows) else 0.0


def test_no_page_is_nearly_empty_but_where_something_ends_or_opens(sheets: list[Sheet]) -> None:
    empty = [
        (sheet.volume, sheet.label, round(filled(sheet.ink), 2))
        for sheet, after in itertools.pairwise([*sheets, sheets[0]])
        if filled(sheet.ink) < 1 / 3 and not sheet.is_opening and not after.is_opening
    ]
    assert empty == []


def test_no_heading_stands_alone_at_the_foot(sheets: list[Sheet]) -> None:
    alone, headings = [], 0
    for sheet in sheets:
        headings += any(run.face == HEADING[0] and HEADING[1] <= run.size < 20 for run in sheet.runs)
        runs = [
            run for run in sheet.runs if run.text.strip() and run.baseline > (HEIGHT - BOTTOM - 1) * MM and run.size > 7
        ]
        lowest = min(runs, key=lambda run: run.baseline, default=None)
        if lowest and lowest.face == HEADING[0] and HEADING[1] <= lowest.size < 20 and sheet.place > 4:
            alone.append((sheet.volume, sheet.label, lowest.text))
    assert alone == [] and headings > 50


def test_no_line_of_a_paragraph_stands_alone(sheets: list[Sheet]) -> None:
    alone, broken = [], 0
    for sheet, after in itertools.pairwise(sheets):
        here, there = sheet.lines(), after.lines()
        if not here or not there or after.is_opening or not sheet.label.isdigit() or here[-1][1] < WIDTH - 6:
            continue  # nothing goes on there
        broken += 1
        is_first_of_two = 8 < here[-1][0] < 20 and there[0][0] < 2
        is_last_alone = there[0][0] < 2 and there[0][1] < WIDTH - 30 and (len(there) == 1 or there[1][0] > 8)
        alone += [(sheet.volume, sheet.label, "its last line")] * is_first_of_two
        alone += [(after.volume, after.label, "its first line")] * is_last_alone
    assert alone == [] and broken > 20, broken


def test_a_figure_is_beside_what_speaks_of_it(sheets: list[Sheet]) -> None:
    """Other places may name it too; they give its page."""
    shown, named = {}, defaultdict(set)
    for sheet in sheets:
        for run in sheet.runs:
            is_caption = run.face == HEADING[0] and run.size == 7.8
            text = " ".join(run.text.split())  # a stretched space that no line breaks at is read as two
            for label in CAPTION.findall(text):
                if is_caption and text.startswith(f"{label}."):
                    shown.setdefault((sheet.volume, label), sheet.place)
                elif run.face.startswith("NotoSerif") and sheet.label.isdigit():
                    named[sheet.volume, label].add(sheet.place)
    both = shown.keys() & named.keys()
    assert len(both) >= 10
    assert [key for key in both if min(abs(shown[key] - place) for place in named[key]) > 1] == []


def test_no_word_of_a_caption_is_broken(sheets: list[Sheet]) -> None:
    assert sum(sheet.text.count("\ufffe") for sheet in sheets) > 100  # as pdfium reads the hyphen of a broken word
    captions = [
        found
        for sheet in sheets
        for found in re.findall(r"^Figure \d+\.\d+\. .*?^Source", sheet.text, re.DOTALL | re.MULTILINE)
    ]
    assert len(captions) >= 10
    assert [caption for caption in captions if "\ufffe" in caption] == []


def test_a_line_has_a_good_length(sheets: list[Sheet]) -> None:
    counts = []
    for sheet in (sheet for sheet in sheets if sheet.label.isdigit()):
        for _, row in itertools.groupby(sheet.runs, lambda run: round(run.baseline)):
            runs = list(row)
            text = "".join(run.text for run in runs if (run.face, run.size) == BODY)
            if len(runs) == 1 and (runs[0].face, runs[0].size) == BODY and runs[0].right - runs[0].left > WIDTH - 16:
                counts.append(len(text.strip()))
    assert len(counts) > 200
    assert 66 <= statistics.median(counts) <= 72, statistics.median(counts)
