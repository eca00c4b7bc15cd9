"""The list at the left of a web page: the chapters in their parts, and under the present one its sections.

On the first page, which is no chapter, its sections stand before the chapters. The list is written into each page, so that
it needs no script; page.js marks in it where the reader is.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment.adapters.toctree import TocTree


def offer(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the template of a page its list (``html-page-context``)."""
    made = listed(app, pagename)
    context["contents"] = app.builder.render_partial(made)["fragment"] if made is not None else ""  # type: ignore[attr-defined]


def listed(app: Sphinx, pagename: str) -> nodes.Element | None:
    """Return the chapters with the sections of one page; None if the book has neither."""
    known = TocTree(app.env)
    chapters = known.get_toctree_for(pagename, app.builder, collapse=True, includehidden=True, titles_only=True)
    sections = sections_of(app, pagename) if pagename in app.env.tocs else None
    if sections is None or chapters is None:
        return chapters if sections is None else sections
    items = [item for item in chapters.findall(nodes.list_item) if "current" in item["classes"]]
    if items:
        items[-1] += sections
    else:
        chapters.insert(0, sections)
    return chapters


def sections_of(app: Sphinx, pagename: str) -> nodes.bullet_list | None:
    """Return the sections of a page, without those within them; None if it has none."""
    page = TocTree(app.env).get_toc_for(pagename, app.builder)
    found = page.next_node(nodes.bullet_list)
    if found is None:
        return None
    for inner in [*found.findall(addnodes.toctree), *found.findall(nodes.bullet_list)]:
        if inner is not found and inner.parent is not None:
            inner.parent.remove(inner)
    found["classes"] = ["sections"]
    return found if len(found) else None


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("html-page-context", offer)
