"""HTML where that of Sphinx and its extensions would break the policy of a page, or say too little or too much.

A picture says its size, waits until it is near, has another drawing for narrow columns and opens at full size; the
label of a folded cell is read as it stands; a list of works is a list; the number of a figure or a table ends with a stop,
as in print; and the width of a table's columns is a class of the cells in its first row, as no style may stand in the page.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from html import escape
from mimetypes import guess_type
from pathlib import Path
from posixpath import join
from urllib.parse import quote
from xml.etree.ElementTree import ParseError, iterparse

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.images import get_image_size
from sphinx.writers.html5 import HTML5Translator

from edition.sphinx.web import is_web

#: Up to this width of the window a figure is shown in its drawing for narrow columns.
NARROW = "(max-width: 36em)"
#: From this width of a page on an e-reader shows the other one; if it knows of one drawing alone, the narrow one.
WIDE = "(min-width: 36.01em)"
PIXELS = 96 / 72  # of a point
NUMBER = '<span class="caption-number">'  # before that of a figure or a table


def visit_image(translator: HTML5Translator, node: nodes.image) -> None:
    """Write a picture as wide as its frame; as the page knows its shape, nothing moves when it comes."""
    uris = [node["uri"], *([node["small"]] if "small" in node else [])]
    media = NARROW
    if not is_web(translator.builder):
        uris.reverse()
        media = WIDE
    (source, size), *others = [_file(translator, uri) for uri in uris]
    attributes = {"alt": node.get("alt", ""), "loading": "lazy", "decoding": "async", **size}
    if "align" in node:
        attributes["class"] = f"align-{node['align']}"
    picture = translator.emptytag(node, "img", "", src=source, **attributes)
    for other, size in others:
        kind = {"media": media, "type": guess_type(other)[0]}
        choice = translator.emptytag(node, "source", "", srcset=other, **kind, **size)
        picture = f"<picture>{choice}{picture}</picture>"
    # On the web it opens at full size, where a finger can enlarge it; e-readers enlarge pictures themselves.
    if isinstance(node.parent, nodes.figure) and is_web(translator.builder):
        picture = f'<a class="full-size" href="{escape(source)}">{picture}</a>'
    translator.body.append(f"{picture}\n")


def _file(translator: HTML5Translator, uri: str) -> tuple[str, dict[str, str]]:
    """Return the address of a picture from its page, and its width and height in pixels, if they are known."""
    builder = translator.builder
    file = Path(builder.srcdir, uri)
    size = size_of(file) if file.is_file() else None
    if uri in builder.images:
        uri = join(builder.imgpath, quote(builder.images[uri]))
    return uri, dict(zip(("width", "height"), map(str, size), strict=True)) if size else {}


def size_of(file: Path) -> tuple[int, int] | None:
    """Return the width and height of a picture in pixels, if they are known.

    Sphinx reads the first kilobyte of a drawing only, and gives up if a letter of its description is cut in two there.
    """
    if file.suffix == ".svg":
        with contextlib.suppress(ParseError, StopIteration), file.open("rb") as drawing:
            root = next(iterparse(drawing, events=["start"]))[1]
            sides = [re.fullmatch(r"([\d.]+)pt", root.get(side, "")) for side in ("width", "height")]
            if sides[0] and sides[1]:
                return int(float(sides[0][1]) * PIXELS), int(float(sides[1][1]) * PIXELS)
    return get_image_size(str(file))


def depart_image(translator: HTML5Translator, node: nodes.image) -> None:
    """Close nothing."""


def visit_hidden_cell(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    """Open a folded cell, with the words that show it and those that hide it."""
    words = ""
    for name, prompt in {"collapsed": "prompt_show", "expanded": "prompt_hide"}.items():
        said, space, number = node[prompt].rpartition(" ")  # of cells in a row the style sheet shows the number alone
        words += f'<span class="{name}"><span class="said">{escape(said + space)}</span>{escape(number)}</span>'
    classes = " ".join(["hide", *node["classes"]])
    translator.body.append(f'<details class="{classes}">\n<summary>{words}</summary>\n')


def visit_citation(translator: HTML5Translator, node: nodes.citation) -> None:
    """Open a work, and before the first one the list."""
    place = node.parent.index(node)
    if place == 0 or not isinstance(node.parent[place - 1], nodes.citation):
        translator.body.append('<div role="list" class="citation-list">\n')
    translator.body.append(translator.starttag(node, "div", classes=["citation"], role="listitem"))


def visit_caption(translator: HTML5Translator, node: nodes.caption) -> None:
    """Open a caption, whose number ends with a stop."""
    _with_stop(translator, HTML5Translator.visit_caption, node)


def visit_title(translator: HTML5Translator, node: nodes.title) -> None:
    """Open a title; of a table it is the caption."""
    _with_stop(translator, HTML5Translator.visit_title, node)


def _with_stop(
    translator: HTML5Translator, visit: Callable[[HTML5Translator, nodes.Element], None], node: nodes.Element
) -> None:
    """Write what `visit` writes, and let the number end with a stop that Sphinx writes in it."""
    start = len(translator.body)
    visit(translator, node)
    if NUMBER in translator.body[start:]:
        place = translator.body.index(NUMBER, start) + 1
        translator.body[place] = f"{translator.body[place].rstrip()}. "


class ColumnWidths(SphinxPostTransform):
    """Say the widths of a table's columns by the classes of its first row's cells."""

    default_priority = 710  # when all tables are made
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Walk through the tables that have widths."""
        for group in self.document.findall(nodes.tgroup):
            table = group.parent
            if "colwidths-auto" in table["classes"]:
                continue
            table["classes"].append("colwidths-auto")  # docutils writes no widths then
            widths = [column["colwidth"] for column in group.findall(nodes.colspec)]
            row = next(iter(group.findall(nodes.row)), None)
            if row is None or len(row.children) != len(widths) or len(set(widths)) == 1:
                continue
            for cell, width in zip(row.children, widths, strict=True):
                assert isinstance(cell, nodes.entry)
                cell["classes"].append(f"width-{round(100 * width / sum(widths))}")


def setup(app: Sphinx) -> None:
    """Take the place of what writes these nodes, on the web."""
    app.add_node(nodes.image, override=True, html=(visit_image, depart_image))
    app.add_node(HideCodeCellNode, override=True, html=(visit_hidden_cell, depart_HideCellInput))
    app.add_node(nodes.citation, override=True, html=(visit_citation, HTML5Translator.depart_citation))
    app.add_node(nodes.caption, override=True, html=(visit_caption, HTML5Translator.depart_caption))
    app.add_node(nodes.title, override=True, html=(visit_title, HTML5Translator.depart_title))
    app.add_post_transform(ColumnWidths)
    app.add_css_file("widths.css", priority=801)
