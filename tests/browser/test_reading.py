"""Two ways of reading: what each shows, how one switches, and how much of a chapter is the retelling."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urldefrag

import pytest
from built import toc
from measuring import proportions
from playwright.sync_api import Locator, Page, expect

from edition.ledger.claim import read_claims
from edition.paths import DATA

CHAPTERS = toc()["The article"]
CHAPTER = "book/before-the-invasion"
MAIN = ["book/before-the-invasion", "book/after-the-invasion", "book/salami-tactics"]
TOLD = ("differs", "contested")  # the verdicts that tell a reader something
PHONE = {"width": 390, "height": 844}
Visit = Callable[..., Page]


def seen(places: Locator) -> list[str]:
    """Return what the address or the text of each visible element among `places` is."""
    return places.evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.getAttribute('href') || e.textContent)"
    )


def marks(page: Page) -> list[str]:
    """Return the claims whose marks are seen, in order."""
    return [urldefrag(address).fragment.upper() for address in seen(page.locator("a:has(> .claim-mark)"))]


def switch(page: Page, name: str) -> Locator:
    """Return a button of the switch."""
    return page.get_by_role("group", name="Way of reading").get_by_role("button", name=name, exact=True)


def way(page: Page) -> str | None:
    """Return the way in which a page is shown."""
    return page.locator("html").get_attribute("data-reading")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_read_shows_text_and_figures_and_only_the_marks_that_tell_something(visit: Visit, chapter: str) -> None:
    page, claims = visit(chapter), read_claims(DATA)
    assert way(page) == "read"
    every = page.locator("a:has(> .claim-mark)").evaluate_all(
        "all => all.filter(a => !a.closest('.check-only')).map(a => a.hash.slice(1).toUpperCase())"
    )
    assert marks(page) == [id for id in every if claims[id].verdict in TOLD]
    for place in ("details.hide", ".cell_input", "p.claims-line", ".paragraph-place"):
        assert seen(page.locator(f"article {place}")) == [], place
    assert len(seen(page.locator(".passage > p"))) == page.locator(".passage > p").count() >= 2
    assert len(seen(page.locator("article figure"))) == page.locator("article figure").count()


def test_read_leaves_out_what_a_note_has_for_verifiers_alone(visit: Visit) -> None:
    page = visit(CHAPTER)
    notes = page.locator(".edition-note")
    notes.nth(0).evaluate(
        "note => note.querySelectorAll('p:not(.admonition-title)').forEach(p => p.classList.add('check-only'))"
    )
    notes.nth(1).evaluate("note => note.insertAdjacentHTML('beforeend', '<p class=check-only>By cell 2.</p>')")
    expect(notes.nth(0)).to_be_hidden()  # nothing would be left but its title
    expect(notes.nth(1)).to_be_visible()
    expect(notes.nth(1).locator(".check-only")).to_be_hidden()
    switch(page, "Check").click()
    expect(page.locator(".check-only:visible")).to_have_count(page.locator(".check-only").count())


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_check_shows_every_mark_every_cell_and_where_each_paragraph_stands(visit: Visit, chapter: str) -> None:
    page = visit(f"{chapter}#check")
    assert way(page) == "check"
    assert len(marks(page)) == page.locator(".claim-mark").count() > 0
    for place in ("details.hide", "p.claims-line", ".paragraph-place", ".edition-note"):
        assert len(seen(page.locator(f"article {place}"))) == page.locator(f"article {place}").count(), place
    assert page.locator(".paragraph-place").count() == page.locator(".passage").count()


def test_without_scripts_all_is_there_and_no_switch(visit: Visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    assert way(page) is None
    for place in (".claim-mark", "details.hide", "p.claims-line", ".paragraph-place"):
        assert page.locator(f"article {place}:visible").count() == page.locator(f"article {place}").count() > 0, place
    expect(page.locator(".reading-switch")).to_be_hidden()


def test_on_paper_all_is_there_whatever_is_read(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.emulate_media(media="print")
    assert len(marks(page)) == page.locator(".claim-mark").count() > 0
    assert page.locator(".reading-switch").count() and page.locator(".headerlink").count()
    assert seen(page.locator("p.claims-line"))
    assert seen(page.locator(".reading-switch, .headerlink")) == []


def test_one_switches_by_the_keyboard_and_it_is_remembered_on_other_pages(visit: Visit) -> None:
    page = visit(CHAPTER)
    expect(switch(page, "Read")).to_have_attribute("aria-pressed", "true")
    expect(switch(page, "Check")).to_have_attribute("aria-pressed", "false")
    switch(page, "Read").focus()
    page.keyboard.press("Tab")
    expect(switch(page, "Check")).to_be_focused()
    page.keyboard.press("Enter")
    assert way(page) == "check"
    expect(switch(page, "Check")).to_have_attribute("aria-pressed", "true")
    expect(switch(page, "Read")).to_have_attribute("aria-pressed", "false")
    page.goto(page.url.replace("before-the-invasion", "conclusion"))
    assert way(page) == "check"
    page.keyboard.press("Tab")
    switch(page, "Read").press("Space")
    page.reload()
    assert way(page) == "read"


def test_the_address_of_a_claim_or_a_cell_opens_in_check_and_is_not_remembered(visit: Visit) -> None:
    for anchor in ("claim-c022", "claim-C022", "cell-4"):
        page = visit(f"{CHAPTER}#{anchor}")
        assert way(page) == "check", anchor
        page.goto(page.url.partition("#")[0].replace("before-the-invasion", "conclusion"))
        assert way(page) == "read"


def test_check_as_an_address_is_remembered(visit: Visit) -> None:
    page = visit(f"{CHAPTER}#check")
    page.goto(page.url.partition("#")[0].replace("before-the-invasion", "conclusion"))
    assert way(page) == "check"


def test_a_link_to_a_claim_on_the_page_switches_and_leads_there(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.evaluate("location.hash = 'claim-c043'")
    expect(page.locator("html")).to_have_attribute("data-reading", "check")
    expect(page.locator("#claim-c043")).to_be_in_viewport()


def test_a_browser_that_remembers_nothing_can_still_switch(visit: Visit) -> None:
    page = visit("book/data")
    script = page.evaluate("[...document.scripts].find((one) => one.src.includes('reading.js')).src")
    blank = page.context.new_page()  # a page without the theme, whose scripts do not bear it
    blank.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    blank.goto(script)
    blank.set_content("<button data-way='read'>R</button><button data-way='check'>C</button>")
    blank.add_script_tag(url=script)
    blank.evaluate("dispatchEvent(new Event('DOMContentLoaded'))")
    blank.locator("[data-way=check]").click()
    assert way(blank) == "check"


@pytest.mark.parametrize("anchor", ["", "#check"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, PHONE])
def test_nothing_moves_when_the_way_is_set(visit: Visit, anchor: str, viewport: dict[str, int]) -> None:
    page = visit("book/data", viewport=viewport)
    page.add_init_script(
        "window.ways = new Set(); new MutationObserver(() => window.ways.add(document.documentElement.dataset.reading))"
        ".observe(document, {attributes: true, subtree: true, attributeFilter: ['data-reading']});"
        "window.first = new Promise(found => addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => "
        "found(document.querySelector('article').scrollHeight))));"
    )
    page.goto(page.url.replace("data.html", f"before-the-invasion.html{anchor}"))
    assert page.evaluate("[...window.ways]") == [anchor.lstrip("#") or "read"], "set once"
    page.evaluate("document.fonts.ready")
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
    first = page.evaluate("window.first")
    page.evaluate("document.documentElement.dataset.reading = document.documentElement.dataset.reading")
    assert page.evaluate("document.querySelector('article').scrollHeight") == pytest.approx(first, rel=0.02)


def test_what_is_read_keeps_its_place_when_one_switches(visit: Visit) -> None:
    page = visit("book/after-the-invasion")
    place = page.locator(".passage > p").nth(4)
    place.evaluate(
        "one => window.scrollTo({top: one.getBoundingClientRect().top + scrollY - 100, behavior: 'instant'})"
    )
    before = place.bounding_box()
    for name in ("Check", "Read", "Check"):
        switch(page, name).click()
        assert place.bounding_box()["y"] == pytest.approx(before["y"], abs=2)


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, {"width": 1000, "height": 900}, PHONE])
def test_notes_stand_beside_their_paragraph_where_there_is_room_and_under_it_elsewhere(
    visit: Visit, viewport: dict[str, int]
) -> None:
    page, checked = visit(CHAPTER, viewport=viewport), 0
    for passage in page.locator(".passage:has(> .edition-note)").all():
        text, note = passage.locator("> p").bounding_box(), passage.locator("> .edition-note").bounding_box()
        if viewport["width"] >= 1200:
            assert note["x"] >= text["x"] + text["width"] and abs(note["y"] - text["y"]) < 30
            assert note["x"] + note["width"] <= viewport["width"]
        else:
            assert note["y"] >= text["y"] + text["height"] and abs(note["x"] - text["x"]) < 30
        checked += 1
    assert checked >= 3


@pytest.mark.parametrize(("anchor", "place"), [("#check", ".paragraph-place"), ("#read", ".passage > p")])
def test_the_address_of_a_paragraph_is_copied_by_the_keyboard(visit: Visit, anchor: str, place: str) -> None:
    page = visit(f"{CHAPTER}{anchor}", permissions=["clipboard-read", "clipboard-write"])
    link = page.locator(f"{place} a[href='#before-3']")
    link.press("Enter")
    expect(page.get_by_text("The address is copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"file:.*/book/before-the-invasion\.html#before-3", copied) and page.url == copied


def test_whatever_has_an_address_shows_it_to_the_pointer_and_the_keyboard_without_scripts(visit: Visit) -> None:
    for name, places in {
        CHAPTER: ["h2", ".passage > p", "figure"],
        "book/arms-and-money": ["caption"],
        "book/verification": ["#c022"],
        "book/places": ["#place-shusha"],
        "book/glossary": ["dt"],
    }.items():
        page = visit(name, java_script_enabled=False)
        for place in places:
            whole = page.locator(f"article {place}:has(a.headerlink)").first
            link = whole.locator("a.headerlink").first
            expect(link).to_have_css("opacity", "0")
            whole.hover()
            expect(link).to_have_css("opacity", "1")
            page.mouse.move(0, 0)
            link.focus()
            assert link.evaluate("link => link === document.activeElement && link.getAttribute('href')").startswith("#")


def test_code_and_citation_unfold_under_a_figure_in_read(visit: Visit) -> None:
    page = visit(CHAPTER)
    for details in page.locator("figure details.folded").all():
        details.locator("summary").press("Enter")
        expect(details.locator("> :not(summary)")).to_be_visible()
    cell = page.locator("figure .figure-code pre").first
    assert cell.inner_text().startswith("# cell 1")
    assert cell.evaluate("one => getComputedStyle(one).textAlign") in ("left", "start")


# For each mark: how far what follows without a space stands from it, and whether it is on the line of its word.
AROUND = """marks => marks.map((mark) => {
  const walker = document.createTreeWalker(mark.closest("p, li, td, dd, figcaption"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const own = texts.findIndex((text) => mark.contains(text));
  const box = (text, place) => {
    const range = document.createRange();
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    return range.getBoundingClientRect();
  };
  const before = texts.slice(0, own).reverse().find((text) => text.data.length);
  const after = texts.slice(own + 1).find((text) => text.data.length);
  const sign = mark.getBoundingClientRect();
  const word = before && /\\S$/.test(before.data) ? box(before, before.data.length - 1) : null;
  const stop = after && /^[.,;:)!?]/.test(after.data) ? box(after, 0) : null;
  return [mark.parentElement.hash, !word || Math.abs(word.bottom - sign.bottom) < 16, stop ? stop.left - sign.right : 0,
    !stop || Math.abs(stop.bottom - sign.bottom) < 16];
})"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("chapter", MAIN)
def test_a_mark_stays_with_its_word_and_no_gap_parts_it_from_a_stop(visit: Visit, chapter: str, width: int) -> None:
    page = visit(f"{chapter}#check", viewport={"width": width, "height": 900})
    found = page.locator("article :is(p, li) .claim-mark").evaluate_all(AROUND)
    assert len(found) > 20
    assert [mark for mark, with_word, _, _ in found if not with_word] == []
    assert [(mark, gap) for mark, _, gap, with_stop in found if not with_stop or gap > 2] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_next_paragraph_of_the_retelling_is_never_far(visit: Visit, chapter: str) -> None:
    measured = proportions(visit(chapter))
    assert measured.paragraphs >= 2
    assert measured.gap <= 1.5


@pytest.mark.parametrize("chapter", MAIN)
def test_at_least_half_of_a_main_chapter_is_the_retelling(visit: Visit, chapter: str) -> None:
    assert proportions(visit(chapter)).share >= 0.5


JOINED = """all => all.filter(e => e.checkVisibility() && !e.closest('aside')).map(e => {
    const walker = document.createTreeWalker(e.closest('p, li, td'), NodeFilter.SHOW_TEXT);
    let word = null;
    for (let text; (text = walker.nextNode()) && !e.contains(text); )
        if (text.data.trim() && text.parentElement.checkVisibility()) word = text;
    if (!word) return null;
    const end = document.createRange(), at = word.data.trimEnd().length;
    end.setStart(word, at - 1); end.setEnd(word, at);
    const last = end.getBoundingClientRect(), first = e.getClientRects()[0];
    return first.top < last.bottom && first.left >= last.right - 1 ? null : `${word.data.slice(-30)} / ${e.textContent}`;
}).filter(Boolean)"""


@pytest.mark.parametrize("width", [390, 768, 1280, 1440])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_note_begins_a_line(visit: Visit, chapter: str, width: int) -> None:
    page = visit(chapter, viewport={"width": width, "height": 900})
    notes = page.locator("article a.footnote-reference")
    assert notes.count() or chapter not in MAIN
    assert notes.evaluate_all(JOINED) == []
