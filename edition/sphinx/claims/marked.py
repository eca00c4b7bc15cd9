"""Where the claims are marked: which page states which, and the page of the ledger that all marks lead to."""

from __future__ import annotations

from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.sphinx.environment import remember
from edition.sphinx.failure import fail
from edition.sphinx.pages import in_order


def sentence_anchor(id: str) -> str:
    """Return the anchor of the sentence that states the claim."""
    return f"claim-{id.lower()}"


def row_anchor(id: str) -> str:
    """Return the anchor of the claim's row in the ledger."""
    return id.lower()


class Mark(NamedTuple):
    """A mark in the text: the claim that it names, and its line."""

    id: str
    line: int


def marked_on(env: BuildEnvironment) -> dict[str, list[Mark]]:
    """Return the claims marked on each page, in order."""
    return remember(env, "marks", dict)


def mentions(env: BuildEnvironment) -> dict[str, str]:
    """Return the page on which each claim is first marked, in the order of the table of contents.

    The first page of the book tells what others state, and comes last.
    """
    pages = [page for page in in_order(env) if page in marked_on(env)]
    pages.sort(key=lambda page: page == env.config.root_doc)
    return {mark.id: page for page in reversed(pages) for mark in marked_on(env)[page]}


def ledger_page(env: BuildEnvironment) -> str:
    """Return the page with the ``ledger`` directive.

    :raises ExtensionError: if there is not exactly one.
    """
    if len(pages := sorted(ledger_pages(env))) != 1:
        fail(
            "the marks of the claims lead to one page with the ledger directive.",
            [
                f"found: {', '.join(pages) or 'none'}; keep one of them"
                if pages
                else "found: none; write one, as {ledger}"
            ],
        )
    return pages[0]


def ledger_pages(env: BuildEnvironment) -> set[str]:
    """Return the pages with the ``ledger`` directive."""
    return remember(env, "ledger_pages", set)


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop the marks of a page that is read again or gone (``env-purge-doc``)."""
    marked_on(env).pop(docname, None)
    ledger_pages(env).discard(docname)


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("env-purge-doc", forget)
