"""What pages with an address of their own have besides: a map of the site, and the card that stands beside a link to them.

``html_baseurl`` names the address; without it there is neither, as both have to name it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sphinx.application import Sphinx

from edition.cover import CARD, card
from edition.sphinx.citation import read_citation, whole
from edition.sphinx.web import is_web

CARD_FILE, MAP_FILE = "card.png", "sitemap.xml"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def address(app: Sphinx, name: str) -> str:
    """Return the address of a file, given from the root of the pages; nothing if they have none."""
    base = app.config.html_baseurl
    return f"{base.rstrip('/')}/{name}" if base else ""


def show_card(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Say on a page which picture belongs to it (``html-page-context``)."""
    if app.config.html_baseurl:
        said = {"": address(app, CARD_FILE), ":width": CARD[0], ":height": CARD[1], ":alt": words(app)[0]}
        context["citable"] = [
            *context.get("citable", []),
            *(("property", f"og:image{part}", str(value)) for part, value in said.items()),
            ("property", "og:url", address(app, app.builder.get_target_uri(pagename))),
            ("name", "twitter:card", "summary_large_image"),
        ]


def words(app: Sphinx) -> tuple[str, str, str]:
    """Return what stands on the card: title, subtitle and makers of the book."""
    return app.config.project, app.config.epub_description, app.config.author


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the map and draw the card (``build-finished``)."""
    if exception or not app.config.html_baseurl or not is_web(app.builder):
        return
    day = whole(read_citation(Path(app.srcdir))).date
    pages = ElementTree.Element("urlset", xmlns=MAP)
    for name in sorted(app.env.found_docs):
        page = ElementTree.SubElement(pages, "url")
        ElementTree.SubElement(page, "loc").text = address(app, app.builder.get_target_uri(name))
        if day:
            ElementTree.SubElement(page, "lastmod").text = day
    ElementTree.indent(pages)
    text = ElementTree.tostring(pages, encoding="utf-8", xml_declaration=True)
    Path(app.outdir, MAP_FILE).write_bytes(text)
    Path(app.outdir, CARD_FILE).write_bytes(card(*words(app)))


def setup(app: Sphinx) -> None:
    """Connect to the events named above, after the other elements of a page are said."""
    app.connect("html-page-context", show_card, priority=700)
    app.connect("build-finished", write)
