"""Printed from the browser, in either theme: light, whole, and without what only a screen has a use for."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from edition.ledger.claim import read_claims
from edition.paths import DATA

CLAIMS = read_claims(DATA)
Visit = Callable[..., Page]


def printed(page: Page) -> list[str]:
    """Return what each printed page says, without the breaks of lines."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True))).pages
    return [re.sub(r"\s+", "", one.extract_text()) for one in pages]


def together(text: str) -> str:
    """Return a text as `printed` has it."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ledger_repeats_its_heads_keeps_its_rows_whole_and_leaves_out_its_fields(visit: Visit, scheme: str) -> None:
    pages = printed(visit("book/verification", color_scheme=scheme))
    claims = [claim for claim in CLAIMS.values() if claim.kind != "wording"]
    for claim in claims:
        row = [claim.id, together(claim.statement), together(claim.remark), together(claim.limits)]
        assert any(all(part in page for part in row) for page in pages), claim.id
    first = next(number for number, page in enumerate(pages) if claims[0].id in page)
    with_head = [page for page in pages[first:] if "WhatthearticlesaysArticleWefindVerdictEvidence" in page]
    assert len(with_head) >= len(pages[first:]) - 1 > 10
    assert len(pages) <= 52, "the column with most to say has most room"
    assert not [page for page in pages if "Showall" in page or "Linktothisview" in page or "232of232rows" in page]


@pytest.mark.parametrize("name", ["book/salami-tactics", "book/introduction"])
def test_from_a_narrow_window_no_sheet_is_empty_and_no_figure_is_enlarged(visit: Visit, name: str) -> None:
    page = visit(name, viewport={"width": 390, "height": 844})
    pages = printed(page)
    assert [number for number, text in enumerate(pages) if len(text) < 100] == []
    page.emulate_media(media="print")
    heights = page.locator("article figure img").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert heights and max(heights) <= 18 / 2.54 * 96 + 1


@pytest.mark.parametrize("name", ["book/votes-and-meetings", "book/road-and-people"])
def test_a_caption_and_a_head_stand_on_the_sheet_of_the_first_row(visit: Visit, name: str) -> None:
    page = visit(name)
    tables = page.locator("article table:has(> caption)").evaluate_all(
        "all => all.map(t => [t.caption, t.tHead, t.tBodies[0].rows[0]].map(one => one.innerText.replaceAll('#', '')))"
    )
    assert len(tables) > 3
    pages = printed(page)
    for parts in tables:
        assert any("".join(map(together, parts)) in sheet for sheet in pages), parts[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["book/before-the-invasion", "book/chronology"])
def test_a_page_is_light_and_has_no_controls(visit: Visit, name: str, scheme: str) -> None:
    page = visit(name, color_scheme=scheme)
    text = "".join(printed(page))
    assert together(page.locator("article h1").inner_text().rstrip("#")) in text
    for control in ("ReadCheck", "Search", "Citethispage", "Thebook:karabakh.pdf", "Next"):
        assert control not in text, control
    page.emulate_media(media="print", color_scheme=scheme)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    colours = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    for place in ("article h1", "article p", "article :is(th, td), article figcaption", "body"):
        ink, paper = (re.findall(r"[\d.]+", one) for one in page.locator(place).first.evaluate(colours))
        assert max(map(float, ink[:3])) < 130, place
        assert (len(paper) == 4 and float(paper[3]) < 0.1) or min(map(float, paper[:3])) > 230, place
    breaks = page.locator("article :is(tr, figure)").evaluate_all(
        "all => all.map(e => getComputedStyle(e).breakInside)"
    )
    assert set(breaks) == {"avoid"}
