"""What axe finds that bars a reader: nothing, on any page, in either theme, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from itertools import product
from typing import Any

import pytest
from built import toc
from playwright.sync_api import Page, expect

PAGES = [*(page for pages in toc().values() for page in pages), "search", "genindex"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The style sheets need not be fetched, which the policy of a page forbids: they are read as the browser has them.
RUN = """options => axe.run(document, {resultTypes: ['violations'], preload: false, ...options}).then(
  found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)}`)))"""
PREVIEWED = [
    "a:has(> .claim-mark)",
    "a.footnote-reference",
    "a[href*='#ref-']",
    "a[href*='#term-']",
    "a[href='#fig-arms-shares']:not(.headerlink)",
]
Visit = Callable[..., Page]


OF_COLOURS = ["color-contrast", "link-in-text-block"]  # the rules for which the theme makes a difference
COLOURS = {"runOnly": {"type": "rule", "values": OF_COLOURS}}
ALL_ELSE = {"rules": {rule: {"enabled": False} for rule in OF_COLOURS}}
WIDTHS, SCHEMES = (390, 1280), ("light", "dark")
# Axe takes minutes over hundreds of rows. Of those that look alike, element by element, one is looked at.
CHOOSE = """() => {
  const seen = new Set();
  const looks = (one) => {
    const style = getComputedStyle(one), around = getComputedStyle(one.parentElement);
    return [one.tagName, style.color, style.backgroundColor, style.fontSize, style.fontWeight, style.textDecorationLine,
            style.opacity, around.color, around.backgroundColor].join();
  };
  for (const row of document.querySelectorAll('tbody > tr')) {
    const all = [row, ...row.querySelectorAll('*')].map(looks);
    if (all.some((one) => !seen.has(one))) row.dataset.looked = '';
    all.forEach((one) => seen.add(one));
  }
}"""
SHORTEN = "document.querySelectorAll('tbody > tr:not([data-looked])').forEach(row => row.remove())"


def found(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Return what axe finds on a page as it is shown, by all rules or by those that `options` choose."""
    return page.evaluate(RUN, options or {})


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(visit: Visit, page: str) -> None:
    shown = visit(f"{page}#check")
    shown.evaluate(AXE)
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 900})
        assert found(shown, ALL_ELSE) == [], width
    for choose in (True, False):
        for width, scheme in product(WIDTHS, SCHEMES):
            shown.set_viewport_size({"width": width, "height": 900})
            shown.emulate_media(color_scheme=scheme)
            if choose:
                shown.evaluate(CHOOSE)
            else:
                assert found(shown, COLOURS) == [], (width, scheme)
        shown.evaluate(SHORTEN)


@pytest.mark.parametrize(("width", "scheme"), [*product(WIDTHS, SCHEMES)])
def test_axe_finds_nothing_in_what_opens(visit: Visit, width: int, scheme: str) -> None:
    page = visit("book/before-the-invasion#check", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate(AXE)
    for place in PREVIEWED:
        page.locator(f"article {place}").first.focus()
        expect(page.get_by_role("dialog").locator(".preview-links")).to_be_visible()
        assert found(page) == [], place
    for summary in page.locator("details > summary:visible").all()[:8]:
        summary.click()
    page.locator(".page-files summary").first.click()
    assert found(page) == []
