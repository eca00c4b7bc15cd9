"""The printed book: a Sphinx builder named ``print`` that sets the whole book with Typst, as one PDF or in volumes.

::

    jupyter-book build . --builder custom --custom-builder print      # -> _build/print/<print_basename>.pdf
    jupyter-book build . --builder custom --custom-builder press      # -> _build/press/<print_basename>-print.pdf

The first is read on a screen: with links, tagged, fit for archives. The second is for a press: in black and grey, with
bleed and a cover, chapters on the right; what a link would lead to has its page, or its address at the end.

What it prints on the title page comes from the configuration. It sets what Sphinx and docutils know; what has a class of
its own is set by the function of ``book.typ`` that :data:`CLASSES` names for the class, and ``print_classes`` adds a
book's own classes to these::

    print_classes: {voice-of-the-sea: epigraph, voice-of-the-keeper: edition-note}
"""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from edition.said import choice
from edition.typst.builder import PrintBuilder
from edition.typst.compile import TEMPLATE
from edition.typst.converter import PictureConverter
from edition.typst.press import PressBuilder

#: Which output of a cell is printed, best first.  myst-nb knows no order for a builder that is not its own.
OUTPUTS = ("image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain")


#: The template's function for whatever has one of these classes: a paragraph, a box, a table, a raised sign.
CLASSES = {
    "claims-line": "claims-line",
    "figure-credits": "figure-credits",
    "reading": "reading",
    "details": "details",
    "edition-note": "edition-note",
    "ledger-list": "ledger-list",
    "data-table": "data-table",
    "claim-mark": "claim-mark",
}


def prefer_printable_outputs(app: Sphinx, config: Config) -> None:
    """Tell myst-nb, where it is in use, which outputs of a cell to print (``config-inited``)."""
    if "nb_mime_priority_overrides" in config:
        order = [
            (builder.name, mime, 10 * place)
            for builder in (PrintBuilder, PressBuilder)
            for place, mime in enumerate(OUTPUTS, start=1)
        ]
        order.append(("latex", "image/svg+xml", 15))  # which becomes a PDF
        config.nb_mime_priority_overrides = [*config.nb_mime_priority_overrides, *order]


def add_classes(app: Sphinx, config: Config) -> None:
    """Add the book's own classes to those of the engine (``config-inited``).

    :raises ConfigError: if the template has no such function.
    """
    known = re.findall(r"^#let ([a-z][a-z-]*)\(", TEMPLATE.read_text(encoding="utf-8"), re.MULTILINE)
    for name, function in config.print_classes.items():
        if function not in known:
            said = f"_config.yml: print_classes: {name}: the template has no function {function}"
            raise ConfigError(f"{said}; {choice(function, known)}")
    config.print_classes = CLASSES | config.print_classes


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder and its settings."""
    app.setup_extension("edition.languages")
    app.setup_extension("edition.named")
    app.setup_extension("edition.unreadable")
    app.add_post_transform(PictureConverter)
    app.add_builder(PrintBuilder)
    app.add_builder(PressBuilder)
    app.add_config_value("print_basename", "book", "", str, "name of the PDF, without its ending")
    app.add_config_value("print_volumes", [], "", list, "what is printed in which volume, as volumes.py says")
    app.add_config_value("print_title", lambda config: config.project, "", str)
    app.add_config_value("print_subtitle", "", "", str)
    app.add_config_value("print_author", lambda config: config.author, "", str)
    app.add_config_value("print_version", lambda config: config.release, "", str, "the edition's version")
    app.add_config_value("print_date", "", "", str, "the edition's date, as 2026-11-22")
    app.add_config_value("print_imprint", [], "", list, "paragraphs of the imprint page, as plain text")
    app.add_config_value("print_citation", "", "", str, "how the book is cited, for the imprint")
    app.add_config_value("print_address", "", "", str, "where the book is found on the web, for the imprint")
    app.add_config_value("print_blurb", [], "", list, "paragraphs of the back of the cover, as plain text")
    app.add_config_value("print_backmatter_captions", [], "", list, "captions of the parts that are back matter")
    app.add_config_value("print_keywords", [], "", list, "what the book is about, for catalogues, in single words")
    app.add_config_value("print_classes", {}, "", dict, "functions of the template for classes of the book's own")
    app.add_config_value("print_standards", ["ua-1", "a-2a"], "", list, "PDF standards, in Typst's names")
    app.connect("config-inited", add_classes)
    app.connect("config-inited", prefer_printable_outputs)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
