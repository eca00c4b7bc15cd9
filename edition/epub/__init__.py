"""The book for an e-reader: Sphinx's own EPUB 3 builder, with a theme, a cover and a package document of ours.

::

    jupyter-book build . --builder custom --custom-builder epub      # -> _build/epub/<epub_basename>.epub

The pages are those of the web without what only a browser does: no script, no code, no downloads. What differs is done on
the tree (``tree.py``) and by the translator, never on the files that come out. Two builds give the same bytes: the date is
that of the edition, or ``SOURCE_DATE_EPOCH``.
"""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from edition.epub.packer import EpubBuilder
from edition.epub.tree import FitPage

THEME = "edition_epub"
#: Which output of a cell an e-reader shows, best first; none that is raw HTML.
OUTPUTS = ("image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain")


def choose(app: Sphinx, config: Config) -> None:
    """Choose the theme, the outputs of cells, and what the book does not say of itself (``config-inited``)."""
    config.epub_theme = THEME
    config.epub_show_urls = "no"
    if "nb_mime_priority_overrides" in config:
        order = [("epub", mime, 10 * place) for place, mime in enumerate(OUTPUTS, start=1)]
        without = [("epub", "text/html", None), ("epub", "text/latex", None)]
        config.nb_mime_priority_overrides = [*config.nb_mime_priority_overrides, *order, *without]
    if config.epub_identifier == "unknown":  # always the same for a book of this name
        config.epub_identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{config.project}, {config.author}").urn
    if config.epub_uid == "unknown":
        config.epub_uid = "book-id"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder, its theme and its transform."""
    app.add_builder(EpubBuilder, override=True)
    app.add_html_theme(THEME, str(Path(__file__).with_name("theme")))
    app.add_config_value("epub_date", "", "", str, "the edition's date, as 2026-11-22")
    app.add_config_value("epub_subjects", [], "", list, "what the book is about, for catalogues, in single words")
    app.add_config_value("epub_source", "", "", str, "the identifier of the work that the book is made from")
    app.add_post_transform(FitPage)
    app.setup_extension("edition.languages")
    app.setup_extension("edition.unreadable")
    app.connect("config-inited", choose)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
