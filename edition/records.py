"""What a cell hands to the book besides the output that the reader sees.

myst-nb keeps display data marked with ``scrapbook`` metadata beside the page instead of on it. That is how
``myst_nb.glue`` works; sending the record ourselves spares the kernel its import and also works in the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from IPython.display import display

if TYPE_CHECKING:
    import pandas as pd

PREFIX = "application/papermill.record/"
CLAIM = "application/vnd.edition.claim+json"
FIGURE = "application/vnd.edition.figure+json"


def emit(name: str, bundle: dict[str, Any]) -> None:
    """Hand the MIME `bundle` to the book under `name`; nothing of it shows on the page."""
    display(
        {PREFIX + mime: content for mime, content in bundle.items()},
        raw=True,
        metadata={"scrapbook": {"name": name, "mime_prefix": PREFIX}},
    )


def glue(name: str, value: str | pd.DataFrame) -> None:
    """Make `value` available to the prose: a text as ``{glue:text}``, a table of texts as ``{glue:md}``."""
    if isinstance(value, str):
        emit(name, {"text/plain": repr(value)})
    else:
        numeric = value.apply(lambda column: column.str.fullmatch(r"[\d.,]+").all())
        sides = ["right" if right else "left" for right in numeric]
        markdown = value.to_markdown(index=False, disable_numparse=True, colalign=sides)
        emit(name, {"text/plain": repr(value), "text/markdown": markdown})
