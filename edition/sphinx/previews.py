"""What a link is previewed with, if it leads to another page: terms, works, figures, and where a claim's row leads.

The pages are gone through when they are resolved, and what they hold lies in a script beside them, which a page loads when
a preview is first asked for: from the disk a page may load a script and nothing else. ``previews.js`` shows it; notes, and
figures on the same page, it takes from the page itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from edition.sphinx.claims.marked import ledger_pages
from edition.sphinx.elements import size_of
from edition.sphinx.environment import figure_number
from edition.sphinx.pages import in_order

FILE = "preview-entries.js"
Entry = dict[str, Any]


class Previews:
    """What the pages of one build hold."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, Entry]] = {}

    def collect(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Note what a page holds (``doctree-resolved``)."""
        if app.builder.name == "html":
            self.found[docname] = dict(of_page(app, doctree, docname))

    def write(self, app: Sphinx, exception: Exception | None) -> None:
        """Leave what all pages hold beside them (``build-finished``)."""
        if exception is not None or app.builder.name != "html":
            return
        made: dict[str, Entry] = {}
        for docname in in_order(app.env):
            if docname not in self.found:  # it was written by an earlier build
                app.env.get_and_resolve_doctree(docname, app.builder)
            made |= self.found.get(docname, {})
        for entry in made.values():
            self.place_image(app, entry)
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        Path(app.outdir, FILE).write_text(f"window.previewEntries = {text};\n", encoding="utf-8")

    @staticmethod
    def place_image(app: Sphinx, entry: Entry) -> None:
        """Let a preview name its picture as it lies beside the pages, which is known when all are written."""
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        picture = entry.pop("picture", "")
        if file := app.builder.images.get(picture):
            entry["image"] = f"{app.builder.imagedir}/{file}"
            entry["size"] = size_of(Path(app.srcdir, picture))  # so that it has its room before it is there


def of_page(app: Sphinx, doctree: nodes.document, docname: str) -> Iterator[tuple[str, Entry]]:
    """Yield the address of whatever on a page has a preview, from the root of the pages, and the preview."""
    page = app.builder.get_target_uri(docname)
    found: list[tuple[nodes.Element, Entry]] = [*of_terms(doctree)]
    found += [(work, {"text": said(work), "links": links(work, page)}) for work in doctree.findall(nodes.citation)]
    found += [(figure, of_figure(app, figure, docname)) for figure in doctree.findall(nodes.figure)]
    if docname in ledger_pages(app.env):
        claims = (table for table in doctree.findall(nodes.table) if "ledger" in table["classes"])
        found += [(row, {"links": of_row(row, page)}) for table in claims for row in table.findall(nodes.row)]
    for node, entry in found:
        yield from ((f"{page}#{id}", entry) for id in node["ids"])


def of_terms(doctree: nodes.document) -> Iterator[tuple[nodes.term, Entry]]:
    """Yield the terms that a page explains, with what it says of each."""
    for item in doctree.findall(nodes.definition_list_item):
        term, text = item.next_node(nodes.term), item.next_node(nodes.definition)
        if term is not None and text is not None:
            title = "".join(part.astext() for part in term.children if isinstance(part, nodes.Text | nodes.Inline))
            yield term, {"title": title, "text": said(text)}


def of_figure(app: Sphinx, figure: nodes.figure, docname: str) -> Entry:
    """Return the preview of a figure: its picture, its number and what its caption says."""
    number = figure_number(app.env, docname, figure["ids"])
    image, caption = figure.next_node(nodes.image), figure.next_node(nodes.caption)
    entry = {"title": f"Figure {number}".strip(), "text": said(caption) if caption else ""}
    if image is not None:
        entry |= {"picture": image.get("small", image["uri"]), "alt": image.get("alt", "")}
    return entry


def of_row(row: nodes.row, page: str) -> list[tuple[str, str]]:
    """Return the links in a row of the ledger; the name of the claim leads to its sentence."""
    return [("Sentence" if text.lower() in row["ids"] else text, address) for text, address in links(row, page)]


def said(node: nodes.Node) -> str:
    """Return what a part of a page says, as one line."""
    return " ".join(node.astext().split())


def links(node: nodes.Element, page: str) -> list[tuple[str, str]]:
    """Return the links in a part of a page that lead elsewhere, each once: what they say, and the address from the root."""
    found: dict[str, str] = {}
    for link in node.findall(nodes.reference):
        address = link.get("refuri", "")
        if address and link.get("internal"):
            address = normpath(join(dirname(page), address))
        if address:
            found.setdefault(address, link.astext())
    return [(text, address) for address, text in found.items()]


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    previews = Previews()
    app.connect("doctree-resolved", previews.collect, priority=950)
    app.connect("build-finished", previews.write)
