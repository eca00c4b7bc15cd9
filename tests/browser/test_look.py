"""One look: the faces that are there, one blue, hairlines, a list of contents that follows, heads that stay, and the ledger."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from built import Book, toc
from playwright.sync_api import Page, expect

from edition.paths import ROOT
from edition.settings import read_yaml
from edition.sphinx.metadata import read_citation

PAGES = [*(page for pages in toc().values() for page in pages), "search", "genindex"]
LEDGER = "book/verification"
PHONE = {"width": 390, "height": 844}
Visit = Callable[..., Page]

# The family, weight and style in which each text is set, and the signs that style sheets put before and behind it.
FACES = """() => {
  const found = new Set();
  for (const one of document.querySelectorAll("body, body *")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      const said = part ? style.content.replace(/^"|"$/g, "") : [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!said || said === "none" || said === "normal") continue;
      const family = style.fontFamily.split(",")[0].replaceAll('"', "");
      found.add(JSON.stringify([family, style.fontWeight, style.fontStyle, part ? said : ""]));
    }
  }
  return [...found].map(JSON.parse);
}"""


@pytest.mark.parametrize("name", PAGES)
def test_no_face_is_imitated_and_no_sign_is_without_one(book: Book, visit: Visit, name: str) -> None:
    css = (book.html / "_static" / "fonts.css").read_text(encoding="utf-8")
    there = set()
    for rule in re.findall(r"@font-face\s*\{(.*?)\}", css, re.DOTALL):
        said = dict(re.findall(r"font-(family|weight|style):\s*\"?([^;\"]+)", rule))
        there.add((said["family"], said.get("weight", "400"), said.get("style", "normal")))
    faces = visit(f"{name}#check").evaluate(FACES)
    assert len(faces) > 2
    strangers = [face for face in faces if tuple(face[:3]) not in there]
    assert strangers == []
    assert [face for face in faces if any("\ue000" <= letter <= "\uf8ff" for letter in face[3])] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["book/before-the-invasion", LEDGER, "book/data", "genindex"])
def test_links_have_one_blue_and_tables_neither_stripes_nor_verticals(visit: Visit, name: str, scheme: str) -> None:
    page = visit(name, color_scheme=scheme)
    links = "article :is(p, td, li) a:not(.headerlink, .figure-credits a, :has(> .claim-mark))"
    colours = page.locator(links).evaluate_all("all => [...new Set(all.map(one => getComputedStyle(one).color))]")
    assert len(colours) == 1
    lines = page.locator("article table.table > * > tr > *").evaluate_all(
        "all => [...new Set(all.map(one => { const style = getComputedStyle(one), row = getComputedStyle(one.parentElement);"
        " return [style.borderLeftWidth, style.borderRightWidth, row.backgroundColor].join(' '); }))]"
    )
    assert set(lines) == ({"0px 0px rgba(0, 0, 0, 0)"} if name != "genindex" else set()), "the index has no table"


def test_the_list_of_contents_is_always_in_sight_and_follows(visit: Visit) -> None:
    page = visit("book/salami-tactics")
    marked = page.locator("nav.chapters a[aria-current]")
    passed = []
    for y in range(0, page.evaluate("document.documentElement.scrollHeight"), 300):
        page.evaluate(
            "y => new Promise(done => { scrollTo(0, y); requestAnimationFrame(() => requestAnimationFrame(done)); })", y
        )
        if marked.count():
            expect(marked).to_be_in_viewport()
            passed += [marked.inner_text()]
        expect(page.locator("nav.chapters li.current > a").first).to_be_in_viewport()
    sections = page.locator("nav.chapters .sections a").all_inner_texts()
    assert len(sections) > 3 and list(dict.fromkeys(passed)) == sections


def test_the_first_page_has_a_title_block_and_no_page_a_footer_of_the_theme(book: Book, visit: Visit) -> None:
    block = visit("book/index").locator("h1 + .title-block")
    expect(block).to_contain_text(read_yaml(ROOT / "_config.yml")["sphinx"]["config"]["print_subtitle"])
    expect(block).to_contain_text(str(read_citation(ROOT)["version"]))
    assert [name for name, page in book.pages.items() if page.select(".bd-footer-content, .bd-sidebar-secondary")] == []


@pytest.mark.parametrize("width", [700, 768, 1000, 1280])
@pytest.mark.parametrize(("name", "row"), [(LEDGER, "#c100"), ("book/chronology", "#event-invasion")])
def test_the_heads_of_a_long_table_stay_in_sight_and_hide_no_row(visit: Visit, name: str, row: str, width: int) -> None:
    page = visit(f"{name}{row}", viewport={"width": width, "height": 900})
    place = page.locator(row).bounding_box()
    head = page.locator(f"table:has({row}) > thead th").first.bounding_box()
    assert 30 < head["y"] < 90 and head["y"] + head["height"] <= place["y"] + 2 < 300


@pytest.mark.parametrize(("width", "most"), [(768, 60_000), (1280, 45_000), (1920, 42_000)])
def test_a_claim_is_a_block_and_the_ledger_not_long(visit: Visit, width: int, most: int) -> None:
    page = visit(LEDGER, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollHeight") <= most
    cells = [cell.bounding_box() for cell in page.locator("#c022 > *").all()]
    claim, says, article, finds, verdict, evidence = cells
    assert abs(verdict["y"] - claim["y"]) < 10 and verdict["x"] > claim["x"]
    assert says["x"] >= verdict["x"] + verdict["width"] and says["y"] < article["y"] < finds["y"]
    assert evidence["x"] > says["x"] if width > 960 else evidence["y"] > finds["y"]


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_a_claim_is_a_card_with_and_without_scripts(visit: Visit, scripts: bool) -> None:
    page = visit(LEDGER, viewport=PHONE, java_script_enabled=scripts)
    row = page.locator("#c022")
    for cell in row.locator("> *").all():
        box = cell.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert row.locator(".choice-verdict").bounding_box()["y"] - row.bounding_box()["y"] < 40
    label = row.locator("> :nth-child(4)").evaluate("one => getComputedStyle(one, '::before').content")
    assert label == '"We find"'


def test_the_sources_of_a_claim_unfold_without_scripts(visit: Visit) -> None:
    page = visit(LEDGER, java_script_enabled=False)
    sources = page.locator("#c022 details.sources")
    expect(sources.locator("p").first).to_be_hidden()
    sources.locator("summary").click()
    expect(sources.locator("p").first).to_be_visible()


def test_the_contents_hold_the_sections_of_the_present_page_and_no_others(book: Book) -> None:
    chapters = {f"{page.removeprefix('book/')}.html" for pages in toc().values() for page in pages} - {"index.html"}
    for name, page in book.pages.items():
        links = page.select("nav.chapters a")
        if not links:
            continue
        here = {f"#{section['id']}" for section in page.select("article > section > section")}
        assert [link["href"] for link in links if link["href"].startswith("#") and link["href"] != "#"] == [
            link["href"] for link in page.select("nav.chapters ul.sections a")
        ]
        assert {link["href"] for link in page.select("nav.chapters ul.sections a")} == here, name
        said = {link["href"].rpartition("/")[2] for link in links}
        own = name.rpartition("/")[2]
        assert chapters - {own} <= said and (own not in chapters or "#" in said), name
