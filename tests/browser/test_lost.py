"""The page for an address that leads nowhere, as hosts show it: at any depth, with the book at the root or in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built import Book
from playwright.sync_api import Browser, Page

from edition.serve import NOT_FOUND, served

PLACES = ("", "folder/")
ADDRESSES = ("nowhere.html", "book/nowhere.html")
FACES = {"Noto Sans", "Noto Serif"}
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def hosts(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of two hosts: one of the book, and one that has it in a folder."""
    above = tmp_path_factory.mktemp("host")
    (above / "folder").symlink_to(book.html)
    (above / NOT_FOUND).symlink_to(book.html / NOT_FOUND)
    with served(book.html) as root, served(above) as other:
        yield dict(zip(PLACES, (root, other), strict=True))


@pytest.fixture
def come(hosts: dict[str, str], browser: Browser) -> Iterator[Open]:
    """A function that comes by an address that the book does not have; no page may break its policy."""
    contexts, broken = [], []

    def come(place: str, address: str, **settings: object) -> Page:
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: "Content Security Policy" in message.text and broken.append(message.text))
        page.on("pageerror", lambda error: broken.append(str(error)))
        answer = page.goto(f"{hosts[place]}/{place}{address}")
        assert answer is not None and answer.status == 404
        page.evaluate("document.fonts.ready")
        return page

    yield come
    for context in contexts:
        context.close()
    assert broken == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("place", PLACES)
def test_it_has_a_style_in_either_theme(come: Open, place: str, address: str, scheme: str) -> None:
    page = come(place, address, color_scheme=scheme)
    said = page.evaluate("(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))")
    ink, paper = (sum(map(int, colour[4:-1].split(", "))) for colour in said)
    assert (ink < 150 and paper > 700) if scheme == "light" else (ink > 650 and paper < 120)
    assert page.evaluate("document.fonts.check('1em \"Noto Serif\"') && document.fonts.check('bold 1em \"Noto Sans\"')")
    assert {*page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")} >= FACES


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("place", PLACES)
def test_its_links_and_its_search_lead_into_the_book(come: Open, book: Book, place: str, address: str) -> None:
    page = come(place, address)
    links = page.locator("a").evaluate_all("all => all.map(a => a.href)")
    root = page.url.removesuffix(address)
    assert len(links) > 15 and all(link.startswith(root) for link in links)
    assert all(Path(book.html, link.removeprefix(root)).is_file() for link in links)
    page.get_by_role("searchbox").fill("Gyumri")
    page.get_by_role("button", name="Search").click()
    page.locator("#search-results > li").first.wait_for()
    assert page.url.startswith(f"{root}search.html?q=Gyumri")


@pytest.mark.parametrize("address", ADDRESSES)
def test_at_the_root_of_a_host_it_needs_no_script(come: Open, book: Book, address: str) -> None:
    page = come("", address, java_script_enabled=False, color_scheme="dark")
    links = page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links and all(Path(book.html, link.removeprefix("/")).is_file() for link in links)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_fits_its_window_and_keeps_the_colours_that_were_chosen(come: Open, width: int) -> None:
    page = come("", ADDRESSES[1], viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("localStorage.setItem('mode', 'dark')")
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
