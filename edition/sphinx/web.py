"""What the web pages look like: our fonts and style sheet, and no page that asks another server for anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config

from edition.paths import FONTS
from edition.sphinx.claims.marked import ledger_pages

STATIC = Path(__file__).with_name("static")


def is_web(builder: Builder) -> bool:
    """Return whether a builder writes pages for a browser, and not for paper or an e-reader."""
    return builder.format == "html" and builder.name != "epub"


def add_static_files(app: Sphinx, config: Config) -> None:
    """Serve the style sheets and the web fonts with the pages (``config-inited``)."""
    faces = sorted(map(str, FONTS.glob("*.woff2")))
    config.html_static_path += [str(STATIC), str(FONTS / "fonts.css"), *faces]
    # Follow the reader's system; without a mode the theme does the same, but calls it an error.
    config.html_context.setdefault("default_mode", "auto")


def choose_scripts(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Let the page of the ledger filter and sort, and leave out Thebe, which we do not use (``html-page-context``).

    Jupyter Book puts Thebe's settings on every page, twice in a second build, which is an error in each browser.
    """
    if pagename in ledger_pages(app.env):
        app.add_js_file("ledger.js", loading_method="defer")
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context[kind] if "thebe" not in _described(file)]


def _described(file: Any) -> str:
    """Return the name and the inline code of a script or style sheet."""
    return f"{file} {getattr(file, 'filename', '')} {getattr(file, 'attributes', '')}".lower()


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    app.connect("config-inited", add_static_files)
    app.connect("html-page-context", choose_scripts)
    app.add_js_file("claims.js", loading_method="defer")
    app.add_css_file("fonts.css")
    app.add_css_file("edition.css")
