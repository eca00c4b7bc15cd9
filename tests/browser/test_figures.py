"""The charts on a page: large enough on a phone, nothing over anything else, and the colours of the page around them."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from built import Book, toc
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page

PAGES = [page for pages in toc().values() for page in pages]
FIGURES = "figure:has(.figure-credits) img"
Visit = Callable[..., Page]

# What of a picture's letters lies outside of it or on those of another text, glyph by glyph.
COLLISIONS = """() => {
  const frame = document.documentElement.getBoundingClientRect();
  const texts = [...document.querySelectorAll("g[id^='text_']")].map((text) => ({
    said: text.innerHTML.match(/(?<=<!-- ).*?(?= -->)/g)?.join(" ") ?? text.id,
    glyphs: [...text.querySelectorAll("use, :scope > path")].map((glyph) => glyph.getBoundingClientRect()).filter((box) => box.width && box.height),
  }));
  const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  const outside = ({glyphs}) => glyphs.some((box) =>
    box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5);
  const found = texts.filter(outside).map(({said}) => `${said} reaches out of the picture`);
  // What has no words of its own is the halo of a text that is drawn above it.
  const said = texts.filter(({ said }) => !said.startsWith("text_"));
  said.forEach((one, place) => said.slice(0, place).forEach((other) => {
    if (one.glyphs.some((a) => other.glyphs.some((b) => meet(a, b)))) found.push(`${one.said} meets ${other.said}`);
  }));
  return found;
}"""
# The letters of each text, glyph by glyph, which are then hidden, so that what they stand on can be seen.
HIDDEN = """() => [...document.querySelectorAll("g[id^='text_']")].map((text) => {
  const letters = [...text.querySelectorAll("use, :scope > path")];
  const boxes = letters.map((letter) => letter.getBoundingClientRect());
  letters.forEach((letter) => letter.style.visibility = "hidden");
  return [
    text.innerHTML.match(/(?<=<!-- ).*?(?= -->)/g)?.join(" ") ?? text.id,
    boxes.map((box) => [box.left, box.top, box.right, box.bottom]),
  ];
})"""
FINE = 2  # how many pixels of the screenshot a pixel of the page has
STEP = 24  # of 255: what differs by less is one ground, such as paper and the shade of a part of it
# How high letters of the least size are that a picture has, in pixels of the page.
LEAST = """async (picture) => {
  picture.scrollIntoView();
  await picture.decode();
  return [picture.currentSrc, picture.clientWidth, picture.getBoundingClientRect().right];
}"""


def drawings(book: Book) -> dict[str, Path]:
    """Return the file of each drawing, wide and narrow, by the name of its figure."""
    files = {}
    for page, soup in book.pages.items():
        for figure in soup.select("figure:has(.figure-credits)"):
            folder = (book.html / page).parent
            files[figure["id"]] = folder / figure.img["src"]
            files[f"{figure['id']}, narrow"] = folder / figure.source["srcset"]
    assert len(files) >= 20
    return files


def least_size(svg: str) -> float:
    """Return the size of the smallest letters of a picture, in its own units, as a share of its width."""
    width = float(re.search(r'width="([\d.]+)pt"', svg)[1])
    return min(100 * float(scale) for scale in re.findall(r"scale\(([\d.]+) -", svg)) / width


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_no_figure_is_cut_and_its_letters_are_ten_pixels_high(visit: Visit, width: int) -> None:
    seen = 0
    for name in PAGES:
        page = visit(name, viewport={"width": width, "height": 844})
        for picture in page.locator(FIGURES).all():
            source, shown, right = picture.evaluate(LEAST)
            letters = least_size(Path(source.removeprefix("file://")).read_text(encoding="utf-8")) * shown
            assert letters >= 10, f"{name}: {letters:.1f} pixels"
            assert right <= width
            seen += 1
        page.context.close()
    assert seen >= 10


def test_a_page_loads_one_drawing_of_a_figure_and_opens_the_wide_one(visit: Visit) -> None:
    for width, attribute in ((390, "source"), (1280, "img")):
        page = visit("book/conclusion", viewport={"width": width, "height": 844})
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.reload()
        figure = page.locator("figure:has(.figure-credits)")
        figure.locator("img").evaluate(LEAST)
        wide = figure.locator("img").get_attribute("src")
        loaded = wide if attribute == "img" else figure.locator("source").get_attribute("srcset")
        assert [Path(url).name for url in asked if url.endswith(".svg") and "_images" in url] == [Path(loaded).name]
        assert figure.locator("a.full-size").get_attribute("href") == wide


def test_in_no_drawing_do_letters_meet_or_leave_it(book: Book, browser: Browser) -> None:
    page = browser.new_page()
    found = {}
    for name, file in drawings(book).items():
        open_at_its_size(page, file)
        if wrong := page.evaluate(COLLISIONS):
            found[name] = wrong
    page.close()
    assert found == {}


def test_in_no_drawing_do_letters_touch_a_line_or_an_edge(book: Book, browser: Browser) -> None:
    """Each text stands on one ground: no line, frame, edge of a mark or border runs through it or along it."""
    page = browser.new_page(device_scale_factor=FINE)
    found = {}
    for name, file in drawings(book).items():
        open_at_its_size(page, file)
        if wrong := touching(page):
            found[name] = wrong
    page.close()
    assert found == {}


def open_at_its_size(page: Page, file: Path) -> None:
    """Open a drawing in a window that is as large as it is on paper: it fills what it has."""
    root = file.read_text(encoding="utf-8")
    width, height = (float(re.search(rf'{side}="([\d.]+)pt"', root)[1]) for side in ("width", "height"))
    page.set_viewport_size({"width": math.ceil(width * 4 / 3), "height": math.ceil(height * 4 / 3)})
    page.goto(file.as_uri())


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("scheme", "darkest"), [("light", 255), ("dark", 60)])
def test_a_figure_alone_fills_the_window_and_takes_its_colours(
    book: Book, browser: Browser, width: int, scheme: str, darkest: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(drawings(book)["fig-releases"].as_uri())
    assert page.evaluate("document.getElementById('patch_1').getBoundingClientRect().width") == pytest.approx(
        width, abs=1
    )
    corners = [
        Image.open(io.BytesIO(page.screenshot())).convert("L").getpixel(at) for at in ((1, 1), (width // 2, 798))
    ]
    page.close()
    assert all(corner <= darkest and (scheme == "dark" or corner == 255) for corner in corners)


def touching(page: Page) -> list[str]:
    """Return the texts of a drawing that stand on more than one ground, half a pixel around their letters."""
    drawn = screenshot(page)
    texts = page.evaluate(HIDDEN)
    ground = screenshot(page)
    ink = Image.fromarray((np.abs(drawn - ground).max(axis=2) > 2 * STEP).astype("uint8"))
    around = np.asarray(ink.filter(ImageFilter.MaxFilter(3))) > 0
    return [said for said, boxes in texts if np.ptp(under(boxes, ground, around), axis=0).max() > STEP]


def screenshot(page: Page) -> np.ndarray:
    """Return what a page shows, as red, green and blue."""
    return np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB")).astype(int)


def under(boxes: list[list[float]], ground: np.ndarray, around: np.ndarray) -> np.ndarray:
    """Return the colours that the glyphs in `boxes` stand on."""
    windows = []
    for box in boxes:
        left, top, right, bottom = (round(FINE * side) for side in box)
        windows.append(np.s_[max(top - 1, 0) : bottom + 1, max(left - 1, 0) : right + 1])
    return np.concatenate([ground[window][around[window]] for window in windows])


@pytest.mark.parametrize("width", [390, 1280])
def test_the_numbers_of_a_figure_stand_in_a_table_which_only_a_phone_lets_slide(visit: Visit, width: int) -> None:
    page = visit("book/before-the-invasion", viewport={"width": width, "height": 900})
    page.locator("#fig-arms-shares summary", has_text="Table").click()
    table = page.locator("#fig-arms-shares table.drawn")
    rows = table.evaluate("table => [...table.tBodies[0].rows].map(row => getComputedStyle(row).display)")
    assert rows and set(rows) == {"table-row"}
    if width == 1280:
        assert table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth + 1")


@pytest.mark.parametrize(
    ("system", "chosen"), [("light", "light"), ("dark", "dark"), ("dark", "light"), ("light", "dark")]
)
def test_a_chart_has_the_colours_of_its_page(visit: Visit, system: str, chosen: str) -> None:
    page = visit("book/before-the-invasion", color_scheme=system)
    page.evaluate("chosen => (document.documentElement.dataset.theme = chosen)", chosen)
    picture = page.locator(FIGURES).first
    picture.evaluate(LEAST)
    corner = Image.open(io.BytesIO(picture.screenshot())).convert("RGB").getpixel((2, 2))
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == f"rgb{corner}"
