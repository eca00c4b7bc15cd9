"""What rests on a table, in words: the claims, figures and chapters that somebody looks at anew once it has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from edition.ledger.claim import LEDGER, Claim, read_claims
from edition.package.read import BYTE_ORDER_MARK, DataError, as_text
from edition.settings import TOC
from edition.source.page import Page
from edition.source.page_files import page_files
from edition.source.users import users


def rests_on(names: Iterable[str], data: Path) -> dict[str, str]:
    """Return in words which claims and figures rest on each of the tables `names`, so that somebody looks at them anew."""
    if not (names := list(names)):
        return {}  # the pages take a second to read
    try:
        claims = read_claims(data)
    except DataError:
        return dict.fromkeys(names, f"What rests on it is not known while {LEDGER} cannot be read.")
    pages, unknown = _read_pages(data.parent)
    return {name: _said(name, pages, unknown, claims) for name in names}


def _said(name: str, pages: list[Page], unknown: list[str], claims: Mapping[str, Claim]) -> str:
    """Return what rests on one table.

    :param unknown: the files of pages that cannot be read.
    """
    used = users(name, pages, claims)
    files = {page.name: page.file for page in pages}
    figures = [f"{figure} ({files[page]})" for figure, page in used.figures.items()]
    groups = {
        "claims": used.claims,
        "figures": figures,
        "the text and tables of": [files[page] for page in used.chapters],
    }
    parts = [f"{kind} {', '.join(names)}" for kind, names in groups.items() if names]
    said = f"On it rest {'; '.join(parts)}: look at them again." if parts else "No chapter loads it."
    return f"{said} Not known: {', '.join(unknown)}, which cannot be read." if unknown else said


def _read_pages(book: Path) -> tuple[list[Page], list[str]]:
    """Return the pages of a book that can be read, and the names of the files that cannot, such as a draft."""
    pages, unknown = [], []
    try:
        files = page_files(book)
    except DataError:
        return [], [TOC]
    for name, file in files.items():
        try:
            page = Page(name, as_text(file.read_bytes(), file.name).removeprefix(BYTE_ORDER_MARK))
            _ = page.loads, page.products
            pages.append(page)
        except Exception:  # whatever the parser makes of a draft; the build says more, if it is a page
            unknown.append(file.name)
    return pages, unknown
