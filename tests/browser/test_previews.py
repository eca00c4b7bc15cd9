"""What a link leads to, beside the link: notes, works, terms, figures, and where the claim of a mark is worked out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from built import Book
from playwright.sync_api import Page, expect

CHAPTER = "book/before-the-invasion#check"
NOTE, WORK, TERM, FIGURE = (
    "a.footnote-reference",
    "a[href*='#ref-']",
    "a[href*='#term-OSCE']",
    "a[href='#fig-arms-shares']",
)
SAID = {
    NOTE: "1",
    WORK: "Jamestown Foundation (1997). Duma equivocates",
    TERM: "Group of states that mediated in the conflict",
    FIGURE: "Russia led in both states over the decade",
    "a[href*='#fig-releases']": "Figure 6.1",
}
# When a picture has come, the preview is placed anew, by the next frame.
PLACED = (
    "image => image.decode().then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
)
Visit = Callable[..., Page]


def first(page: Page, place: str):
    """Return the first link of a kind in the text."""
    return page.locator(f"article {place}:not(.headerlink)").first


@pytest.mark.parametrize("place", [NOTE, WORK, TERM, FIGURE])
def test_a_link_shows_what_it_leads_to_to_pointer_keyboard_and_finger(visit: Visit, place: str) -> None:
    page = visit(CHAPTER)
    first(page, place).hover()
    preview = page.get_by_role("dialog")
    if place != NOTE:
        expect(preview).to_contain_text(SAID[place])
    expect(preview).to_be_visible()
    text = preview.inner_text()
    preview.hover()
    page.wait_for_timeout(400)  # more than its grace: nothing marks the moment at which it would have closed
    expect(preview).to_be_visible()  # it stays while the pointer is in it
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    first(page, place).focus()
    expect(preview).to_have_text(text, use_inner_text=True)
    page = visit(CHAPTER, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    first(page, place).tap()
    preview = page.get_by_role("dialog")
    expect(preview).to_contain_text(text.split()[0])
    box = preview.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator("article h1").tap()
    expect(preview).to_have_count(0)


def test_the_preview_of_a_claim_leads_to_its_row_its_cell_its_table_and_its_source(visit: Visit) -> None:
    page = visit(CHAPTER)
    first(page, "a[href$='verification.html#c022']").hover()
    preview = page.get_by_role("dialog")
    expect(preview.get_by_role("link", name="cell 4", exact=True)).to_be_visible()
    links = preview.locator("a").evaluate_all("all => all.map(a => [a.textContent, a.href])")
    ends = {text: address.rpartition("/")[2] for text, address in links}
    assert ends["Row in the ledger"] == "verification.html#c022"
    assert ends["cell 4"] == "before-the-invasion.html#cell-4"
    assert ends["arms_transfers"] == "data.html#data-arms-transfers"
    assert dict(links)["Stockholm International Peace Research Institute, 2022"].startswith("https://www.sipri.org/")
    assert len(links) == len(dict(links)), "each once"


def test_the_keyboard_goes_into_a_preview_and_out_of_it(visit: Visit) -> None:
    page = visit(CHAPTER)
    mark = first(page, "a[href$='verification.html#c022']")
    mark.focus()
    preview = page.get_by_role("dialog")
    expect(preview.get_by_role("link", name="cell 4", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    assert preview.evaluate("box => box.contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()
    expect(preview).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(preview).to_have_count(0)
    mark.evaluate("mark => mark.blur()")
    mark.focus()
    expect(preview.get_by_role("link", name="cell 4", exact=True)).to_be_visible()
    for _ in range(preview.locator("a").count() + 1):
        page.keyboard.press("Tab")
    expect(page.locator(".preview[aria-label*=C022]")).to_have_count(0)
    assert mark.evaluate("mark => mark.compareDocumentPosition(document.activeElement) & 4"), "the focus is behind it"


@pytest.mark.parametrize("size", [(1280, 900), (1280, 500), (390, 844)])
@pytest.mark.parametrize("name", ["before-the-invasion", "after-the-invasion", "salami-tactics"])
def test_a_preview_never_hangs_out_of_the_window(visit: Visit, name: str, size: tuple[int, int]) -> None:
    """Wherever in the window its link stands: at the top, in the middle or at the foot."""
    width, height = size
    page = visit(f"book/{name}#check", viewport={"width": width, "height": height})
    figures = page.locator("article a[href*='#fig-']:not(.headerlink):visible").all()
    marks = page.locator("article a:has(> .claim-mark):visible").all()[::9]
    out = []
    for number, link in enumerate([*figures, *marks]):
        link.evaluate("(link, block) => link.scrollIntoView({block})", ["start", "center", "end"][number % 3])
        link.focus()
        preview = page.get_by_role("dialog")
        expect(preview.locator(".preview-links")).to_be_visible()
        for image in preview.locator("img").all():
            image.evaluate(PLACED)
        box = preview.bounding_box()
        if box["x"] < 0 or box["y"] < 0 or box["x"] + box["width"] > width or box["y"] + box["height"] > height:
            out.append((link.get_attribute("href"), box))
        page.keyboard.press("Escape")
    assert len(figures) >= 3 and out == []


def test_nothing_moves_for_who_asks_for_rest(visit: Visit) -> None:
    page = visit(CHAPTER)
    moving = "document.getAnimations().map(one => one.animationName ?? one.transitionProperty)"
    first(page, TERM).focus()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(moving) == []
    folds = page.locator("article details > summary:visible").all()
    assert len(folds) >= 8
    for summary in folds[:8]:
        summary.click()
        assert page.evaluate(moving) == []


def test_without_scripts_they_are_links(visit: Visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    first(page, TERM).click()
    page.wait_for_url("**/glossary.html#term-OSCE-Minsk-Group")


def test_everything_that_is_previewed_is_there(book: Book, visit: Visit) -> None:
    page = visit("book/abstract")
    page.add_script_tag(url=(book.html / "preview-entries.js").as_uri())
    entries = page.evaluate("window.previewEntries")
    linked = {
        urldefrag(link["href"])
        for soup in book.pages.values()
        for link in soup.select(
            "article a[href*='.html#ref-'], article a[href*='.html#term-'], article a[href*='.html#fig-']"
        )
    }
    assert len(linked) > 50
    assert [link for link in linked if f"book/{Path(link.url).name}#{link.fragment}" not in entries] == []
    for address, entry in entries.items():
        name, _, anchor = address.partition("#")
        assert book.pages[name].find(id=anchor), address
        for text, target in entry.get("links", []):
            assert text and (target.startswith(("http", "mailto")) or (book.html / urldefrag(target).url).exists()), (
                target
            )
        assert "image" not in entry or (book.html / entry["image"]).exists()
