"""What axe finds that bars a reader: nothing, on any page, in either theme, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
from built import toc
from playwright.sync_api import Page, expect

PAGES = [*(page for pages in toc().values() for page in pages), "search", "genindex"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The style sheets need not be fetched, which the policy of a page forbids: they are read as the browser has them.
RUN = """rules => axe.run(document, {
  resultTypes: ['violations'], preload: false, ...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {})
}).then(
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
LOOKS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


def found(page: Page, *rules: str) -> list[str]:
    """Return what axe finds on a page as it is shown, by all rules or by some."""
    return page.evaluate(RUN, rules)


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(visit: Visit, page: str) -> None:
    shown = visit(f"{page}#check")
    shown.evaluate(AXE)
    for width, scheme in LOOKS:
        shown.set_viewport_size({"width": width, "height": 900})
        shown.emulate_media(color_scheme=scheme)
        assert found(shown, *(OF_COLOURS if scheme == "dark" else ())) == [], (width, scheme)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_what_opens(visit: Visit, width: int, scheme: str) -> None:
    page = visit("book/before-the-invasion#check", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate(AXE)
    for summary in page.locator("details > summary:visible").all()[:8]:
        summary.click()
    for place in PREVIEWED:
        page.locator(f"article {place}").first.focus()
        expect(page.get_by_role("dialog").locator(".preview-links")).to_be_visible()
        assert found(page) == [], place
    page.locator(".page-files summary").first.click()
    assert found(page) == []
