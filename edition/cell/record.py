"""What a cell hands to the book besides the output that the reader sees.

myst-nb keeps display data marked with ``scrapbook`` metadata beside the page instead of on it. That is how
``myst_nb.glue`` works; sending the record ourselves spares the kernel its import and also works in the browser.
"""

from __future__ import annotations

from typing import Any

from IPython.display import display

PREFIX = "application/papermill.record/"
CLAIM = "application/vnd.edition.claim+json"
FIGURE = "application/vnd.edition.figure+json"
SMALL = "application/vnd.edition.small+svg"  # the drawing of a figure for narrow columns


def emit(name: str, bundle: dict[str, Any]) -> None:
    """Hand the MIME `bundle` to the book under `name`; nothing of it shows on the page."""
    display(
        {PREFIX + mime: content for mime, content in bundle.items()},
        raw=True,
        metadata={"scrapbook": {"name": name, "mime_prefix": PREFIX}},
    )
