"""Figures and tables of pages without a number are counted under a letter: Figure V.1 in the chapter *Verification*.

Sphinx counts them from 1 through all such pages, so that *Figure 1* follows *Figure 5.1*. What it counts is changed where it
is kept, for the web, for print and for references alike. A book whose chapters have no numbers keeps its plain count.
"""

from __future__ import annotations

import itertools

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.sphinx.pages import in_order


def letter(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Count what stands on pages without a number under a letter of their own (``env-get-updated``, after Sphinx)."""
    if not any(is_numbered(env, page) for page in env.found_docs):
        return []
    counted = [page for page in in_order(env) if env.toc_fignumbers.get(page) and not is_numbered(env, page)]
    titles = {page: env.titles[page].astext() for page in counted}
    for page, mark in marks(titles).items():
        for numbers in env.toc_fignumbers[page].values():
            for place, id in enumerate(numbers, start=1):
                numbers[id] = (mark, place)  # type: ignore[assignment]  # Sphinx joins them with points
    return []


def is_numbered(env: BuildEnvironment, page: str) -> bool:
    """Return whether a page has the number of a chapter."""
    return bool(env.toc_secnumbers.get(page, {}).get(""))


def marks(titles: dict[str, str]) -> dict[str, str]:
    """Return for each page the first letter of its title, or as many as tell it from the titles before it, or a number too."""
    made: dict[str, str] = {}
    for page, title in titles.items():
        letters = "".join(filter(str.isalnum, title)).upper()
        beginnings = (letters[:length] for length in range(1, len(letters) + 1))
        counted = (f"{letters}{number}" for number in itertools.count(2))  # a title that stands there already
        made[page] = next(mark for mark in itertools.chain(beginnings, counted) if mark not in made.values())
    return made


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("env-get-updated", letter, priority=900)
