"""What the web pages are made of: the theme beside this file, our fonts and style sheets, and nothing from elsewhere.

Each page loads only what it uses, and says by a policy in its head that it asks no other host, runs no script and takes
no style that stands in the page itself. The policy is a ``meta`` element, as a host of static files sets no headers.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config

from edition.paths import FONTS
from edition.sphinx.tables.nodes import ROWS

STATIC = Path(__file__).with_name("static")
THEME = Path(__file__).with_name("theme")
VIEWPORT = re.compile(r'<meta name="viewport"[^>]*>\n?')
POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"

# What Jupyter Book and its extensions put on every page, by what in a page has a use for it; None: nothing has, as the
# script writes into the page, serves a part of the theme that ours does without, or is loaded by the page of the search.
USED_BY: dict[str, str | None] = {
    "sphinx-book-theme.js": None,
    "documentation_options.js": None,
    "doctools.js": None,
    "sphinx_highlight.js": None,
    "togglebutton": None,
    "thebe": None,
    "clipboard.min.js": None,
    "copybutton": None,
    "pygments.css": 'class="highlight-',
    "mystnb.": 'class="cell',
    "design-tabs.js": 'class="sd-tab-set',
    "sphinx-design.min.css": 'class="sd-',
}


def is_web(builder: Builder) -> bool:
    """Return whether a builder writes pages for a browser, and not for paper or an e-reader."""
    return builder.format == "html" and builder.name != "epub"


def use_theme(app: Sphinx, config: Config) -> None:
    """Take our theme instead of the one that it inherits from, and serve style sheets and fonts (``config-inited``)."""
    if config.html_theme == "sphinx_book_theme":
        config.html_theme = "edition"
    faces = sorted(map(str, FONTS.glob("*.woff2")))
    config.html_static_path += [str(STATIC), str(FONTS / "fonts.css"), *faces]
    config.html_secnumber_suffix = " "  # 2.1 Mediator, as in print
    # As a page is written; its script follows the reader's system, and without scripts the style sheets do.
    config.html_context["default_mode"] = "light"
    config.html_context["content_security_policy"] = POLICY


def choose_files(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Let a page load what it uses (``html-page-context``, after whoever adds scripts).

    What stands in the page itself is left out, as the policy forbids it: Jupyter Book puts settings of Thebe and of
    switches there.
    """
    if doctree and any(ROWS in table["classes"] for table in doctree.findall(nodes.table)):
        app.add_js_file("rows.js", loading_method="defer")
    # The theme says the width of the window; docutils says it again.
    context["metatags"] = VIEWPORT.sub("", context.get("metatags") or "")
    body = context.get("body", "")
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context[kind] if is_used(str(getattr(file, "filename", file) or ""), body)]
    for file in context["script_files"]:
        if "design-tabs" in str(file.filename):
            file.attributes["defer"] = "defer"


def is_used(file: str, body: str) -> bool:
    """Return whether a page with `body` uses a script or style sheet; one without a name stands in the page itself."""
    signs = [sign for name, sign in USED_BY.items() if name in file.rpartition("/")[2]]
    return bool(file) and all(sign is not None and sign in body for sign in signs)


def leave_out_scripts(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take out of a page the settings that Thebe would run (``doctree-resolved``, after it has left them there)."""
    for node in list(doctree.findall(nodes.raw)):
        if "html" in node.get("format", "") and node.astext().lstrip().startswith("<script"):
            node.parent.remove(node)


def setup(app: Sphinx) -> None:
    """Register the theme, and connect to the events named above."""
    app.add_html_theme("edition", str(THEME))
    app.setup_extension("edition.languages")
    app.connect("config-inited", use_theme)
    app.connect("doctree-resolved", leave_out_scripts, priority=900)
    app.connect("html-page-context", choose_files, priority=900)
    app.add_js_file("page.js")  # in the head, as the colours of the page must not change under the reader's eyes
    app.add_js_file("previews.js", loading_method="defer")
    app.add_css_file("fonts.css")
    app.add_css_file("edition.css")
    app.add_css_file("page.css", priority=805)
