"""The marks in the text: what they say to a pointer, to the keyboard, to a finger and to a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from edition.ledger.claim import read_claims
from edition.paths import DATA

CHAPTER = "book/before-the-invasion#check"  # where every mark is seen
MARK = "a[href$='#c022']"
Visit = Callable[..., Page]


def test_the_popover_comes_with_the_pointer_and_goes_with_it(visit: Visit) -> None:
    page = visit(CHAPTER)
    popover = page.get_by_role("dialog")
    expect(popover).to_have_count(0)
    page.locator(MARK).first.hover()
    for part in (
        "C022, agrees",
        "The article says: Russia supplied 94 per cent",
        "We find: 94 per cent",
        "How: worked out from “Arms transfers by recipient, supplier and year”, in cell",
        "of the chapter The role of Russia before the invasion",
        "Source: Stockholm International Peace Research Institute, 2022",
        "Support: one source, a primary one",
    ):
        expect(popover).to_contain_text(part)
    popover.hover()
    page.wait_for_timeout(400)  # more than its grace: nothing marks the moment at which it would have closed
    expect(popover).to_be_visible()  # it stays while the pointer is in it
    page.locator("article h1").hover()
    expect(popover).to_have_count(0)


def test_the_popover_comes_with_the_keyboard_and_goes_with_escape(visit: Visit) -> None:
    page = visit(CHAPTER)
    marks = page.locator("a:has(> .claim-mark)")
    marks.first.focus()
    popover = page.get_by_role("dialog")
    expect(popover).to_contain_text("C134")
    expect(marks.first).to_have_attribute("aria-describedby", popover.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(popover).to_have_count(0)
    expect(marks.first).to_be_focused()
    page.keyboard.press("Tab")  # the focus is not caught
    expect(marks.first).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(popover).to_contain_text("C134")
    page.keyboard.press("Enter")
    page.wait_for_url("**/verification.html#c134")


def test_a_finger_opens_the_popover_first_and_follows_the_link_then(visit: Visit) -> None:
    page = visit(CHAPTER, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.locator(MARK).first.tap()
    popover = page.get_by_role("dialog")
    expect(popover).to_contain_text("C022")
    box = popover.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator(MARK).first.tap()
    page.wait_for_url("**/verification.html#c022")


def test_every_mark_has_a_name_and_an_account(visit: Visit) -> None:
    claims = read_claims(DATA)
    met = set()
    for chapter in (
        "abstract",
        "introduction",
        "before-the-invasion",
        "after-the-invasion",
        "salami-tactics",
        "conclusion",
    ):
        marks = visit(f"book/{chapter}#check").locator("a:has(> .claim-mark)")
        for name, account, sign in marks.evaluate_all(
            "all => all.map(a => [a.ariaLabel, a.dataset.account, a.innerText])"
        ):
            id, _, verdict = name.partition(", ")
            assert verdict == claims[id].verdict and sign == claims[id].mark
            parts = [part.partition(": ") for part in account.split(" · ")]
            assert parts[0][0] == name and ("The article says", ": ", claims[id].statement) in parts
            assert all(
                head in ("The article says", "We find", "How", "Source", "Support", "Limits") for head, *_ in parts[1:]
            )
            assert "We find" in [head for head, *_ in parts]
            met.add(id)
    assert met == set(claims)


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves_for_those_who_want_no_motion(visit: Visit, motion: str) -> None:
    page = visit(CHAPTER, reduced_motion=motion)
    page.locator(MARK).first.hover()
    duration = page.get_by_role("dialog").evaluate("popover => getComputedStyle(popover).animationDuration")
    assert (duration == "0s") == (motion == "reduce")


def test_without_scripts_the_title_says_it_all(visit: Visit) -> None:
    mark = visit(CHAPTER, java_script_enabled=False).locator(MARK).first
    title = mark.get_attribute("title")
    assert (
        title.startswith("C022, agrees")
        and "We find: 94 per cent" in title
        and "How: worked out from “Arms transfers" in title
    )
