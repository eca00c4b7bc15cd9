"""Pages of the built book in a real browser, read from the disk as a reader without network does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from built import Book
from chromium import launch
from playwright.sync_api import Browser, Page, expect, sync_playwright

DESKTOP = {"width": 1280, "height": 900}
# What fades in has its colours only when it has: a test that reads them asks for no motion, as a reader can.
SETTINGS = {"viewport": DESKTOP, "reduced_motion": "reduce"}
PATIENCE = 30_000  # milliseconds, for a machine that is busy with other things


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A Chromium, started once; gone before other tests run, as Playwright keeps an event loop of its own."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        try:
            chromium = launch(playwright.chromium)
        except RuntimeError as error:
            pytest.fail(str(error), pytrace=False)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(book: Book, browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the book, such as ``book/data``, with the settings of a browser's context.

    When the test ends, no page may have asked for anything beyond the disk, nor reported an error.
    """
    contexts, asked, errors = [], [], []

    def visit(address: str, **settings: Any) -> Page:
        name, _, anchor = address.partition("#")
        context = browser.new_context(**{**SETTINGS, **settings})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{name}: {error}"))
        page.on("console", lambda message: message.type == "error" and errors.append(f"{name}: {message.text}"))
        page.goto(f"{(book.html / name).as_uri()}.html{'#' if anchor else ''}{anchor}")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []
