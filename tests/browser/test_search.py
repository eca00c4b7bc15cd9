"""The search, from the disk: numbers, names without their accents, claims before sections, and no code in what it quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def answers(page: Page, words: str) -> list[tuple[str, str]]:
    """Return title and address of the answers to `words`."""
    page.get_by_role("searchbox").fill(words)
    links = page.locator("#search-results > li > a")
    return [tuple(link) for link in links.evaluate_all("all => all.map(a => [a.textContent, a.getAttribute('href')])")]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("94", "book/verification.html#c022"),
        ("C022", "book/verification.html#c022"),
        ("94 per cent", "book/verification.html#c022"),
        ("lachin corridor", "book/glossary.html#term-Lachin-corridor"),
        ("Susa", "book/places.html#place-shusha"),
    ],
)
def test_the_best_answer_stands_first(visit: Visit, words: str, address: str) -> None:
    assert answers(visit("search"), words)[0][1] == address


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
