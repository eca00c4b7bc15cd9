"""The contents of the book in two levels: its parts, and the pages in them."""

from __future__ import annotations

from typing import NamedTuple

from sphinx import addnodes
from sphinx.environment import BuildEnvironment


class Point(NamedTuple):
    """A place in the contents; a part has no page of its own."""

    text: str
    page: str
    children: list[Point]


def contents(env: BuildEnvironment, root: str) -> list[Point]:
    """Return the contents of the book in the order of its tables of contents."""
    title = env.titles[root].astext()
    points = [Point("About this book" if title == env.config.project else title, root, [])]
    for toctree in env.get_doctree(root).findall(addnodes.toctree):
        pages = [_point(env, page) for _, page in toctree["entries"] if page in env.titles]
        caption = toctree.get("caption")
        points += [Point(caption, "", pages)] if caption else pages
    return points


def pages(points: list[Point]) -> list[str]:
    """Return the pages in reading order."""
    return [page for point in points for page in (*filter(None, [point.page]), *pages(point.children))]


def _point(env: BuildEnvironment, page: str) -> Point:
    """Return a page under its number and title, with the pages under it."""
    number = env.toc_secnumbers.get(page, {}).get("") or ()
    title = " ".join(filter(None, [".".join(map(str, number)), env.titles[page].astext()]))
    below = [_point(env, child) for child in env.toctree_includes.get(page, []) if child in env.titles]
    return Point(title, page, below)
