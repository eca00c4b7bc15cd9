"""How much of a chapter is the retelling, and how far one has to go from one of its paragraphs to the next."""

from __future__ import annotations

from typing import NamedTuple

from playwright.sync_api import Page

# The paragraphs of the retelling have addresses, and stand in passages; the list of notes and what follows it are left out.
MEASURE = """() => {
  const article = document.querySelector("article");
  const notes = article.querySelector("aside.footnote-list, aside.footnote, dl.footnote, hr.footnotes-sep");
  const box = (element) => element.getBoundingClientRect();
  const end = notes ? box(notes).top : box(article).bottom;
  const told = [...article.querySelectorAll(".passage > p[id]")].map(box);
  const gaps = told.slice(1).map((one, place) => one.top - told[place].bottom);
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  return [sum(told.map((one) => one.height)) / (end - box(article).top), Math.max(0, ...gaps) / innerHeight, told.length];
}"""


class Proportions(NamedTuple):
    """What a chapter gives to the retelling, as it is laid out now."""

    share: float  # of the height of the article without its list of notes
    gap: float  # the longest between two paragraphs, in heights of the window
    paragraphs: int


def proportions(page: Page) -> Proportions:
    """Measure a page that is open in a browser, when its fonts and pictures are there."""
    page.evaluate("document.fonts.ready")
    page.evaluate(
        "Promise.all([...document.images].map((image) => (image.loading = 'eager', image.decode().catch(() => 0))))"
    )
    return Proportions(*page.evaluate(MEASURE))
