"""Every page on a phone, in the dark, and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from built import toc
from playwright.sync_api import Locator, Page, expect

PAGES = [page for pages in toc().values() for page in pages]
PHONE = {"width": 390, "height": 844}
Visit = Callable[..., Page]

# The contrast of an element's text with what is painted behind it, by the formula of WCAG 2.
CONTRAST = """element => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).slice(0, 3).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind = element;
  while (behind && (channels(getComputedStyle(behind).backgroundColor)[3] ?? 1) < 1) behind = behind.parentElement;
  const paper = behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)";
  const [low, high] = [luminance(getComputedStyle(element).color), luminance(paper)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


def contrast(place: Locator) -> float:
    """Return the contrast of the first element at `place`."""
    return place.first.evaluate(CONTRAST)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_wider_than_a_phone(visit: Visit, page: str) -> None:
    width = visit(page, viewport=PHONE).evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


# What a reader may ask for (WCAG 1.4.12), on the width that a desk has at 400 per cent (1.4.10).
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
CUT = """() => [...document.querySelectorAll('article *, .page-files *, .prev-next-area *')].filter(one => {
  const { left, right, width } = one.getBoundingClientRect();
  const isSeen = width && one.checkVisibility({ opacityProperty: true, contentVisibilityAuto: true });
  return isSeen && (right > innerWidth + 1 || left < -1) && !one.closest('.pst-scrollable-table-container, pre');
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_on_the_smallest_screen_however_wide_the_letters_are_set(visit: Visit, page: str) -> None:
    shown = visit(f"{page}#check", viewport={"width": 320, "height": 640}, bypass_csp=True)
    tables = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText.slice(0, 60))"
    assert shown.locator("article .pst-scrollable-table-container:not(:has(> .drawn))").evaluate_all(tables) == []
    shown.add_style_tag(content=SPACING)
    assert shown.evaluate(CUT) == []


def test_the_sign_of_a_caption_is_large_enough_for_a_finger(visit: Visit) -> None:
    page = visit("book/road-and-people", viewport={"width": 390, "height": 844})
    signs = page.locator("article :is(caption, figcaption) a.headerlink").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
    )
    assert len(signs) > 4 and min(signs) >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_popover_and_ledger_are_legible(visit: Visit, scheme: str) -> None:
    page = visit("book/before-the-invasion#check", color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)
    mark = page.locator("a:has(> .claim-mark)").first
    assert contrast(mark.locator(".claim-mark")) >= 4.5
    assert contrast(page.locator(".claims-line")) >= 4.5
    for place in (
        ".figure-credits a",
        ".folded > summary",
        ".paragraph-place p",
        ".page-files p",
        ".page-files a",
    ):
        assert contrast(page.locator(place)) >= 4.5, place
    buttons = page.locator(".reading-switch button").all()
    assert buttons and all(contrast(button) >= 4.5 for button in buttons)
    mark.hover()
    assert contrast(mark.locator(".claim-mark")) >= 4.5, "under the pointer"
    popover = page.get_by_role("dialog")
    # What other pages say of it comes in a script, and takes its place.
    expect(popover.locator(".preview-links a").nth(1)).to_be_visible()
    assert contrast(popover.locator("p")) >= 4.5 and contrast(popover.locator("b")) >= 4.5
    page = visit("book/verification#c022", color_scheme=scheme)
    for place in (
        "#c022 td p",
        "#c022 .choice-section",
        "#c022 a",
        "#c023 .choice-method",
        "#c023 a",
        ".row-sort",
        ".row-filter label",
        ".row-filter select",
        ".row-filter button",
        ".row-filter output",
    ):
        assert contrast(page.locator(place)) >= 4.5, place


@pytest.mark.parametrize("page", PAGES)
def test_without_scripts_everything_can_be_read(visit: Visit, page: str) -> None:
    """All text is laid out, but for code, which is folded into a ``details`` element that opens without scripts."""
    unseen = visit(page, java_script_enabled=False).locator("article :is(p, li, h1, h2, h3, td, pre, dt)")
    assert unseen.count()
    hidden = unseen.evaluate_all(
        "all => all.filter(e => !['', '–'].includes(e.textContent.trim()) && !e.closest('details') && !e.checkVisibility({visibilityProperty: true}))"
        ".map(e => e.textContent.slice(0, 60))"
    )
    assert hidden == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_colours_are_those_of_the_system(visit: Visit, scheme: str) -> None:
    """The same as with scripts; and what lies over the text is not seen through."""
    places = [
        "body",
        "article p",
        "article h2",
        "article a[href^='http']",
        ".edition-note",
        "figcaption",
        ".highlight .k",
        "#pst-primary-sidebar",
    ]
    colours = "all => all.map(one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor])"
    settings = {"color_scheme": scheme, "viewport": PHONE}
    shown = [
        {place: page.locator(place).first.evaluate_all(colours) for place in places}
        for page in (
            visit("book/before-the-invasion#check", java_script_enabled=able, **settings) for able in (True, False)
        )
    ]
    assert shown[0] == shown[1]


def test_folded_code_opens_without_scripts(visit: Visit) -> None:
    page = visit("book/before-the-invasion", java_script_enabled=False)
    code = page.locator("details pre").first
    expect(code).to_be_hidden()
    page.locator("details > summary").first.click()
    expect(code).to_be_visible()


def test_the_line_under_a_figure_unfolds_the_code_that_drew_it(visit: Visit) -> None:
    page = visit("book/before-the-invasion", java_script_enabled=False)
    code = page.locator("#fig-arms-shares-code")
    expect(code).to_be_hidden()
    page.locator("#fig-arms-shares summary", has_text="Code").click()
    expect(code).to_be_visible()
    expect(code).to_contain_text('show(fig, "fig-arms-shares"')


# The letters and the lines of each longer paragraph; the last line counts for half of one.
MEASURE = """all => all.filter(one => one.checkVisibility()).map(one => {
  const lines = Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight));
  return [one.innerText.length, lines - 0.5];
}).filter(([, lines]) => lines > 3)"""


@pytest.mark.parametrize("width", [768, 1280, 1920])
@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("book/data", "book/bibliography")])
def test_a_line_has_as_many_letters_as_the_eye_takes_in(visit: Visit, page: str, width: int) -> None:
    shown = visit(f"{page}#check", viewport={"width": width, "height": 900})
    measures = shown.locator("article :is(section, .passage) > p").evaluate_all(MEASURE)
    letters, lines = map(sum, zip(*measures, strict=True)) if measures else (0, 0)
    assert lines < 20 or 68 <= letters / lines <= 76
    assert lines >= 20 or page not in toc()["The article"]


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_a_line_of_the_list_of_works_is_as_long(visit: Visit, width: int) -> None:
    shown = visit("book/bibliography", viewport={"width": width, "height": 900})
    letters, lines = map(sum, zip(*shown.locator("div.citation > p").evaluate_all(MEASURE), strict=True))
    assert lines > 20 and 66 <= letters / lines <= 76


# Whether a line of each caption is longer than forty times its letters are high.
IS_LONG = """all => all.map(one => {
  const style = getComputedStyle(one), range = document.createRange();
  range.selectNodeContents(one);
  const lines = [...range.getClientRects()].filter(line => line.width);
  const width = Math.max(...lines.map(line => line.right)) - Math.min(...lines.map(line => line.left));
  return width > 40 * parseFloat(style.fontSize);
})"""


@pytest.mark.parametrize("width", [768, 1280, 1920])
@pytest.mark.parametrize("page", ["book/arms-and-money", "book/salami-tactics"])
def test_a_line_of_a_caption_is_not_longer_than_one_of_the_text(visit: Visit, page: str, width: int) -> None:
    captions = visit(page, viewport={"width": width, "height": 900}).locator(":is(figcaption, caption) .caption-text")
    long = captions.evaluate_all(IS_LONG)
    assert long and not any(long)


def test_a_card_has_its_labels_beside_what_they_head_and_leaves_out_what_is_empty(visit: Visit) -> None:
    cells = visit("book/data", viewport=PHONE).locator("#data-arms-transfers table.cards [data-label]")
    boxes = cells.evaluate_all(
        "all => all.map(one => [one.matches('.empty'), one.offsetHeight, one.firstElementChild?.offsetLeft])"
    )
    empty = [height for is_empty, height, _ in boxes if is_empty]
    assert empty and not any(empty)
    assert all(height and left > 80 for is_empty, height, left in boxes if not is_empty), boxes


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["book/salami-tactics", "book/road-and-people"])
def test_the_words_of_all_parties_have_one_weight_on_a_phone(visit: Visit, page: str, scheme: str) -> None:
    boxes = visit(page, viewport=PHONE, color_scheme=scheme).locator("table.side-by-side")
    weights = boxes.evaluate_all(
        "all => all.map(box => [...box.querySelectorAll('td')].map(cell => getComputedStyle(cell).fontWeight))"
    )
    assert weights and all(len(cells) > 1 and len(set(cells)) == 1 for cells in weights), weights


@pytest.mark.parametrize("page", ["book/salami-tactics", "book/road-and-people"])
def test_what_the_words_of_all_parties_are_about_stands_above_them_on_a_phone(visit: Visit, page: str) -> None:
    topics = visit(page, viewport=PHONE).locator("table.side-by-side > thead th")
    assert topics.count()
    for topic in topics.all():
        expect(topic).to_be_visible()
    labels = topics.locator("xpath=ancestor::table//*[@data-label]")
    assert labels.count() == 0, "no party's words repeat it"
