"""What a cell said of its figure, on the page.

``show(…, alt=…, source=…)`` gives the picture its alternative text and the figure a line under its caption: the source and
the tables as files. On the web the line ends with words that unfold: *Table*, the numbers that are drawn, *Code*, all that
stands behind the figure as one listing, and *Cite*. The drawing for narrow columns becomes a file beside the other one, which the picture names.

myst-nb drops alternative text that travels with an output; only a static text in the cell's options survives.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence, Set
from pathlib import Path, PurePosixPath
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging

from edition.cell.record import FIGURE, SMALL
from edition.package.read import describe
from edition.source.lineage import Product
from edition.source.listing import listing
from edition.source.page import Page, plain_python
from edition.sphinx.cells import code_cells, code_of, number_of
from edition.sphinx.citing import FORMS
from edition.sphinx.environment import data_folder
from edition.sphinx.failure import fail
from edition.sphinx.folded import folded
from edition.sphinx.pages import page
from edition.sphinx.run.collect import records
from edition.sphinx.tables.cards import DRAWN
from edition.sphinx.tables.nodes import download, join, table

logger = logging.getLogger(__name__)


def complete_figures(app: Sphinx, doctree: nodes.document) -> None:
    """Give the page's figures their words (``doctree-read``, before Sphinx copies the files to download)."""
    env = app.env
    bundles = records(env).get(env.docname, {})
    said = {name: bundle[FIGURE] for name, bundle in bundles.items() if FIGURE in bundle}
    made = {product.name: product for product in _figures(app, env.docname)} if said else {}
    for cell, figure, name in _shown(doctree, said.keys()):
        for image in figure.findall(nodes.image):
            image["alt"] = said[name]["alt"]
            if small := bundles[name].pop(SMALL, None):  # the file has it from now on
                image["small"] = _filed(app, image["uri"], small)
        product = _followed(page(env, env.docname), name, made)
        folded = (_tables(said[name]), *_code(app, cell, name), _citation(app, name))
        figure += nodes.legend("", credits(app, said[name], product), *folded)


def _filed(app: Sphinx, beside: str, picture: str) -> str:
    """Write the text of a vector picture into a file `beside` another one, and return its path from the book's root."""
    path, file = app.env.relfn2path(beside)
    name = f"{hashlib.sha256(picture.encode()).hexdigest()}.svg"
    Path(file).with_name(name).write_text(picture, encoding="utf-8")
    path = PurePosixPath(path).with_name(name).as_posix()
    app.env.images.add_file(app.env.docname, path)  # which Sphinx forgets with the page
    return path


def publish_small(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Let a page, of the web or of an e-reader, have the drawings for narrow columns too (``doctree-resolved``)."""
    if app.builder.format == "html":
        small = [image["small"] for image in doctree.findall(nodes.image) if "small" in image]
        app.builder.images.update({path: app.env.images[path][1] for path in small})


def _shown(doctree: nodes.document, names: Set[str]) -> list[tuple[nodes.container, nodes.figure, str]]:
    """Return the figures of these names that cells show, each with its cell."""
    cells = [box for box in doctree.findall(nodes.container) if "cell" in box["classes"]]
    figures = [(cell, figure) for cell in cells for figure in cell.findall(nodes.figure)]
    return [(cell, figure, name) for cell, figure in figures for name in {*figure["names"], *figure["ids"]} & names]


def _followed(source: Page, name: str, made: dict[str, Product]) -> Product:
    """Return what the source of the page says of a figure.

    :raises ExtensionError: if it says nothing, or names no table.
    """
    if name not in made:
        cure = f"{source.file}: end the cell of {name} with show(fig, '{name}', …)"
        fail("a figure is shown in a way that no scan can follow.", [cure])
    if not made[name].tables:
        cure = f"{source.place(made[name].cell)}: {name}: let what it draws come from load('…')"
        fail("a figure is drawn from no table.", [cure])
    return made[name]


def warn_of_silent_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of every picture without alternative text (``doctree-read``)."""
    cells = {image: cell for cell in code_cells(doctree) for image in cell.findall(nodes.image)}
    for image in doctree.findall(nodes.image):
        if image.get("alt"):
            continue
        if cell := cells.get(image):
            place = page(app.env, app.env.docname).place(number_of(app.env, cell))
            cure = "show it with show(…, alt=…), or write mystnb: image: alt: above its code"
            logger.warning("a picture without alternative text; %s", cure, location=f"{place}:")
        else:
            cure = "write one between its brackets, or as :alt:"
            logger.warning("a picture without alternative text: %s; %s", image["uri"], cure, location=image)


def credits(app: Sphinx, said: dict[str, Any], made: Product) -> nodes.paragraph:
    """Return the line under a figure, in ordinary nodes: its source, and its tables as files."""
    docname, data = app.env.docname, data_folder(app)
    files = [
        download(f"data/{file}", file, docname) for file in (describe(table, data)["path"] for table in made.tables)
    ]
    parts: dict[str, Sequence[nodes.Node]] = {"Source": [nodes.Text(said["source"])], "Data": join(files).children}
    line = nodes.paragraph(classes=["figure-credits"])
    for name, children in parts.items():
        line += [nodes.Text(f"{name}: "), *children, nodes.Text(". ")]
    return line


def _tables(said: dict[str, Any]) -> nodes.Node:
    """Return the numbers that a figure draws, folded: a table for each kind of them, below what they are."""
    made: list[nodes.Node] = []
    for one in said["tables"]:
        drawn = table(one["heads"], one["rows"], [1] * len(one["heads"]), classes=[DRAWN])
        made += [nodes.paragraph("", f"Drawn: {one['units']}."), drawn]
    return folded("Table", nodes.container("", *made, is_div=True), name="figure-table")


def _code(app: Sphinx, cell: nodes.container, name: str) -> list[nodes.Node]:
    """Return the listing of what draws a figure, folded; nothing if the page does not show the code of its `cell`."""
    if code_of(cell) is None:
        return []
    source = page(app.env, app.env.docname)
    text = listing([*map(plain_python, source.cells)], source.statements, name)
    block = nodes.literal_block(text, text, language="python")
    return [
        folded("Code", nodes.container("", block, ids=[f"{name}-code"], classes=["cell_input"]), name="figure-code")
    ]


def _citation(app: Sphinx, name: str) -> nodes.Node:
    """Return how a figure is cited, folded."""
    target = {"refdomain": "std", "reftype": "numref", "reftarget": name, "refdoc": app.env.docname}
    number = addnodes.pending_xref("", nodes.inline(), refwarn=True, refexplicit=False, **target)
    cited = nodes.Text(f", {app.config.edition_citation or app.config.project}.")
    words = nodes.paragraph("", "", number, cited)
    return folded("Cite", nodes.container("", words, classes=[FORMS], is_div=True), name="figure-cite")


def _figures(app: Sphinx, docname: str) -> list[Product]:
    """Return the figures that the cells of a page make."""
    return [product for product in page(app.env, docname).products if product.maker == "show"]


def setup(app: Sphinx) -> None:
    """Connect to the events named above, after the records are collected."""
    app.connect("doctree-read", complete_figures, priority=450)
    app.connect("doctree-read", warn_of_silent_pictures, priority=600)
    app.connect("doctree-resolved", publish_small)
