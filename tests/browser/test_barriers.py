"""What axe finds that bars a reader: nothing, on any page, in either theme, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
from built import toc
from playwright.sync_api import Page

PAGES = [*(page for pages in toc().values() for page in pages), "search", "genindex"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The style sheets need not be fetched, which the policy of a page forbids: they are read as the browser has them.
RUN = """axe.run(document, {resultTypes: ['violations'], preload: false}).then(
  found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)}`)))"""
Visit = Callable[..., Page]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing(visit: Visit, page: str, width: int, scheme: str) -> None:
    shown = visit(f"{page}#check", viewport={"width": width, "height": 900}, color_scheme=scheme)
    shown.evaluate(AXE)
    assert shown.evaluate(RUN) == []


def test_axe_finds_nothing_in_what_opens(visit: Visit) -> None:
    page = visit("book/before-the-invasion#check")
    page.locator("a:has(> .claim-mark)").first.focus()
    page.locator("details > summary").first.click()
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
