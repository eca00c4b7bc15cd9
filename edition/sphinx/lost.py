"""The page that a host shows for an address that leads nowhere: with the search and the list of the chapters.

It may be shown at any depth. Its links begin at the root of its host, or at the path of ``html_baseurl``; where no address
is configured and the book lies in a folder, ``lost.js`` mends them. It and the style sheets are then asked for from every
place where they may lie: the root of the host, the folder of the address, and those above it, as deep as the book is.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx

from edition.sphinx.contents import listed

PAGE = "404"


def add(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Add the page (``html-collect-pages``)."""
    is_wanted = app.builder.name == "html" and app.config.html_theme == "edition"
    return [(PAGE, {}, f"{PAGE}.html")] if is_wanted else []


def furnish(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Give the page its links (``html-page-context``, after the list of contents is made for all pages)."""
    if pagename != PAGE:
        return
    base = app.config.html_baseurl
    root = f"{urlsplit(base).path.rstrip('/')}/"
    chapters = listed(app, pagename)
    for link in chapters.findall(nodes.reference) if chapters else ():
        link["refuri"] = root + link["refuri"]
    made = app.builder.render_partial(chapters)["fragment"] if chapters else ""  # type: ignore[attr-defined]
    depth = max(name.count("/") for name in app.env.found_docs)
    near = [] if base else ["../" * level for level in range(depth + 1)]
    context |= {"root": root, "roots": [root, *near], "contents": made}
    context["first_page"] = root + app.builder.get_target_uri(app.config.root_doc)


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    app.connect("html-collect-pages", add)
    app.connect("html-page-context", furnish, priority=600)
