"""The search, from the disk: numbers, names without their accents, claims before sections, and no code in what it quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def answers(page: Page, words: str) -> list[tuple[str, str]]:
    """Return title and address of the answers to `words`."""
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("#search-count")).not_to_be_empty()
    links = page.locator("#search-results > li > a")
    return [tuple(link) for link in links.evaluate_all("all => all.map(a => [a.textContent, a.getAttribute('href')])")]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("94", "book/verification.html#c022"),
        ("C022", "book/verification.html#c022"),
        ("c22", "book/verification.html#c022"),
        ("claim 22", "book/verification.html#c022"),
        ("Claim 022", "book/verification.html#c022"),
        ("94 per cent", "book/verification.html#c022"),
        ("lachin corridor", "book/glossary.html#term-Lachin-corridor"),
        ("Susa", "book/places.html#place-shusha"),
        ("Şuşa", "book/places.html#place-shusha"),
        ("xankəndi", "book/places.html#place-khankendi"),
        ("3.2 times", "book/before-the-invasion.html#fig-expenditure"),
        ("Kelbecer", "book/places.html#place-kalbajar"),  # a letter that others write as a
        ("salami tactics", "book/salami-tactics.html#salami-tactics-and-the-new-reality"),
        ("Figure 2.1", "book/before-the-invasion.html#fig-arms-shares"),
        ("Table 6.1", "book/arms-and-money.html#tab-volumes"),
        ("Çelikpala", "book/bibliography.html#ref-celikpala-bright-2024"),
    ],
)
def test_the_best_answer_stands_first(visit: Visit, words: str, address: str) -> None:
    assert answers(visit("search"), words)[0][1] == address


@pytest.mark.parametrize(
    ("words", "same"),
    [("100632", "100,632"), ("Lachn", "Lachin"), ("Stepankert", "Stepanakert"), ("Pashinian", "Pashinyan")],
)
def test_a_number_is_found_without_its_commas_and_a_name_if_it_is_misspelt(visit: Visit, words: str, same: str) -> None:
    page = visit("search")
    answers(page, words)
    assert same in page.locator("#search-results").inner_text()


def test_an_excerpt_ends_with_a_whole_word_and_a_kind_is_said_once(visit: Visit) -> None:
    page = visit("search")
    answers(page, "Shusha")
    excerpts = page.locator("#search-results p").all_text_contents()
    entries = page.evaluate("window.searchEntries.map(one => ` ${one.text} `)")
    assert len(excerpts) > 8
    for part in (one.strip("… ") for one in excerpts):
        assert any(f" {part} " in entry for entry in entries), part
    assert "Glossary" in page.locator(".search-kind").all_text_contents()


def test_a_number_is_one_word(visit: Visit) -> None:
    page = visit("search")
    assert 0 < len(answers(page, "100,632")) < len(answers(page, "632")) or not answers(page, "632")


def test_the_beginning_of_a_word_is_enough_and_every_word_counts(visit: Visit) -> None:
    page = visit("search")
    both, one = answers(page, "peacekeep withdr"), answers(page, "peacekeep")
    assert both and len(both) < len(one)
    assert answers(page, "there is no such word as qwxz") == []
    expect(page.get_by_role("status")).to_have_text("0 answers")


def test_every_answer_leads_to_what_is_there(visit: Visit) -> None:
    page = visit("search")
    for title, address in answers(page, "Prague")[:3]:
        name, _, anchor = address.partition("#")
        target = visit(f"{name.removesuffix('.html')}#{anchor}").locator(f"[id='{anchor}']")
        expect(target).to_be_in_viewport()
        assert title.split(" ")[0] in target.inner_text()


def test_what_is_quoted_is_prose(visit: Visit) -> None:
    page = visit("search")
    answers(page, "check")
    said = page.locator("#search-results > li > p").all_inner_texts()
    assert said and not [text for text in said if "load(" in text or "import " in text or 'check("' in text]
    assert page.locator("#search-results mark").count() > 0


def test_what_was_found_has_a_tint_of_ours_and_not_the_browsers_yellow(visit: Visit) -> None:
    page = visit("search")
    answers(page, "Lachin")
    tint = "mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).fontWeight]"
    colour, weight = page.locator("#search-results mark").first.evaluate(tint)
    assert colour != "rgb(255, 255, 0)" and weight == "700"
