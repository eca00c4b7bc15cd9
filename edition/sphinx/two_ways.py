"""Two ways of reading a web page: *Read*, the text and its figures, and *Check*, all that a verifier asks for.

A page is written for both, whole: without scripts, and on paper, nothing is hidden. ``reading.js``, in the head, sets the
way before the first paint, and ``reading.css`` leaves out what *Read* does not need. The switch, ``reading-switch.html`` of the theme,
stands on each page on which there is a difference.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from edition.sphinx.cells import shown
from edition.sphinx.claims.marked import marked_on


def say_where_it_is_needed(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Tell the template whether a page has marks or cells, which the two ways treat differently (``html-page-context``)."""
    context["two_ways"] = bool(marked_on(app.env).get(pagename) or shown(app.env).get(pagename))


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("html-page-context", say_where_it_is_needed)
    app.add_js_file("reading.js")  # neither deferred nor at the end of the page: nothing may move
    app.add_css_file("reading.css", priority=810)  # after the book's own style sheet
