"""What a page weighs on a phone, what it asks for, and that nothing in it moves when its parts arrive."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from built import Book, toc
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}
PAGES = [page for pages in toc().values() for page in pages]
CHAPTERS = toc()["The article"]
KB = 1024
SHIPPED = 8_000_000
DOWNLOADS = {"_downloads", "downloads", "ledger.json", "ledger.schema.json"}
Visit = Callable[..., Page]


def loaded(book: Book, browser: Browser, name: str) -> dict[str, int]:
    """Return what a phone loads of a page before anybody scrolls: each file, with its size as a host sends it."""
    context = browser.new_context(viewport=PHONE)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto((book.html / f"{name}.html").as_uri())
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    context.close()
    files = {re.sub(r"[?#].*", "", url.removeprefix("file://")) for url in asked if url.startswith("file:")}
    return {file: min(len(raw := Path(file).read_bytes()), len(gzip.compress(raw))) for file in files}


@pytest.mark.parametrize(
    ("name", "most"), [*((chapter, 200) for chapter in CHAPTERS), ("book/index", 140), ("book/verification", 190)]
)
def test_a_page_is_light(book: Book, browser: Browser, name: str, most: int) -> None:
    files = loaded(book, browser, name)
    weight = sum(files.values())
    heaviest = sorted(files.items(), key=lambda item: -item[1])[:6]
    assert weight <= most * KB, heaviest
    assert len(files) <= 28, sorted(files)


def test_only_what_a_page_uses_is_shipped(book: Book) -> None:
    files = [file for file in book.html.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files if not DOWNLOADS & {*file.parts}) <= SHIPPED
    said = "".join(file.read_text(encoding="utf-8") for file in files if file.suffix in (".html", ".css"))
    strangers = [file.name for file in (book.html / "_static").rglob("*") if file.is_file() and file.name not in said]
    assert strangers == []


@pytest.mark.parametrize("name", ["book/index", "book/before-the-invasion", "book/verification", "book/chronology"])
def test_nothing_moves_when_the_faces_arrive(book: Book, browser: Browser, name: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.moved += one.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto((book.html / f"{name}.html").as_uri())
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # laid out and seen
    moved = page.evaluate("window.moved")
    context.close()
    assert moved < 0.05


def test_every_letter_of_the_book_is_in_a_part_of_a_face(book: Book) -> None:
    css = (book.html / "_static" / "fonts.css").read_text(encoding="utf-8")
    held = {
        chr(code)
        for file in set(re.findall(r'url\("([^"]+)"\)', css))
        for code in TTFont(book.html / "_static" / file, lazy=True).getBestCmap()
    }
    letters = {letter for page in book.pages.values() for letter in page.get_text() if not letter.isspace()}
    assert letters <= held, sorted(letters - held)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_no_script_and_no_style_of_its_own(book: Book, name: str) -> None:
    page = book.pages[f"{name}.html"]
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None and policy["content"].startswith("default-src 'self'")
    assert "unsafe" not in policy["content"]
    assert page.select("style, script:not([src], [type='application/ld+json']), [style]") == []
    handlers = [one.name for one in page.find_all(True) if any(key.startswith("on") for key in one.attrs)]
    assert handlers == []


def test_pictures_wait_and_say_their_size(book: Book) -> None:
    images = [image for page in book.pages.values() for image in page.select("article img")]
    assert images
    for image in images:
        assert image["loading"] == "lazy" and int(image["width"]) > 0 and int(image["height"]) > 0


def test_the_list_of_contents_opens_without_scripts(visit: Visit) -> None:
    page = visit("book/before-the-invasion", viewport=PHONE, java_script_enabled=False)
    for link in ("Introduction", "Mediator and ally"):
        target = page.get_by_role("navigation", name="Contents").get_by_role("link", name=link).first
        assert not target.is_visible()
        page.get_by_role("button", name="Contents").click()
        target.wait_for(state="visible")
        page.keyboard.press("Escape")
        target.wait_for(state="hidden")


def test_the_colours_can_be_chosen(visit: Visit) -> None:
    page = visit("book/abstract", color_scheme="dark")
    switch = page.get_by_role("button", name="Colours")
    themes = []
    for _ in range(3):
        themes.append(page.evaluate("document.documentElement.dataset.theme"))
        switch.click()
    assert themes == ["dark", "light", "dark"]
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
