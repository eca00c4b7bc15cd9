"""What the web pages look like: our fonts and style sheet, and no page that asks another server for anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from edition.paths import FONTS
from edition.sphinx.claims import LEDGER_PAGE

STATIC = Path(__file__).with_name("static")


def add_static_files(app: Sphinx, config: Config) -> None:
    """Serve the style sheets and the web fonts with the pages (``config-inited``)."""
    faces = sorted(map(str, FONTS.glob("*.woff2")))
    config.html_static_path += [str(STATIC), str(FONTS / "fonts.css"), *faces]


def add_ledger_script(app: Sphinx, pagename: str, *context: Any) -> None:
    """Let the page of the ledger filter and sort (``html-page-context``)."""
    if pagename == LEDGER_PAGE:
        app.add_js_file("ledger.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    app.connect("config-inited", add_static_files)
    app.connect("html-page-context", add_ledger_script)
    app.add_js_file("claims.js", loading_method="defer")
    app.add_css_file("fonts.css")
    app.add_css_file("edition.css")
