"""What a cell said of its figure, on the page.

``show(…, alt=…, source=…)`` gives the picture its alternative text and the figure a line under its caption: the source,
the tables as files, the cell, and how to cite it.

myst-nb drops alternative text that travels with an output; only a static text in the cell's options survives.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging

from edition.cell.record import FIGURE
from edition.package.read import describe
from edition.source.lineage import Product
from edition.sphinx.cells import code_of
from edition.sphinx.failure import fail
from edition.sphinx.pages import page
from edition.sphinx.run.collect import records
from edition.sphinx.run.inputs import data_folder
from edition.sphinx.tables.nodes import download, join

logger = logging.getLogger(__name__)


def complete_figures(app: Sphinx, doctree: nodes.document) -> None:
    """Give the page's figures their words (``doctree-read``, before Sphinx copies the files to download)."""
    env = app.env
    bundles = records(env).get(env.docname, {}).values()
    said = {bundle[FIGURE]["name"]: bundle[FIGURE] for bundle in bundles if FIGURE in bundle}
    made = {product.name: product for product in _figures(app, env.docname)} if said else {}
    for cell, figure, name in _shown(doctree, said.keys()):
        for image in figure.findall(nodes.image):
            image["alt"] = said[name]["alt"]
        figure += nodes.legend("", credits(app, cell, said[name], _followed(env.docname, name, made)))


def _shown(doctree: nodes.document, names: Set[str]) -> list[tuple[nodes.container, nodes.figure, str]]:
    """Return the figures of these names that cells show, each with its cell."""
    cells = [box for box in doctree.findall(nodes.container) if "cell" in box["classes"]]
    figures = [(cell, figure) for cell in cells for figure in cell.findall(nodes.figure)]
    return [(cell, figure, name) for cell, figure in figures for name in {*figure["names"], *figure["ids"]} & names]


def _followed(docname: str, name: str, made: dict[str, Product]) -> Product:
    """Return what the source of the page says of a figure.

    :raises ExtensionError: if it says nothing, or names no table.
    """
    if name not in made:
        cure = f"{docname}: end the cell of {name} with show(fig, '{name}', …)"
        fail("a figure is shown in a way that no scan can follow.", [cure])
    if not made[name].tables:
        cure = f"{docname}: {name}, cell {made[name].cell}: let what it draws come from load('…')"
        fail("a figure is drawn from no table.", [cure])
    return made[name]


def warn_of_silent_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of every picture without alternative text (``doctree-read``)."""
    for image in doctree.findall(nodes.image):
        if not image.get("alt"):
            logger.warning("a picture without alternative text: %s", image["uri"], location=image)


def credits(app: Sphinx, cell: nodes.container, said: dict[str, Any], made: Product) -> nodes.paragraph:
    """Return the line under a figure that `cell` shows, in ordinary nodes."""
    docname, data = app.env.docname, data_folder(app)
    files = [
        download(f"data/{file}", file, docname) for file in (describe(table, data)["path"] for table in made.tables)
    ]
    target = {"refdomain": "std", "reftype": "numref", "reftarget": made.name, "refdoc": docname, "refexplicit": False}
    number = addnodes.pending_xref("", nodes.inline(), refwarn=True, **target)
    parts: dict[str, Sequence[nodes.Node]] = {
        "Source": [nodes.Text(said["source"])],
        "Data": join(files).children,
        "Code": _link_to_code(cell, made),
        "Cite as": [number, nodes.Text(f", {app.config.edition_citation or app.config.project}")],
    }
    line = nodes.paragraph(classes=["figure-credits"])
    for name, children in parts.items():
        part = [nodes.Text(f"{name}: "), *children, nodes.Text(". ")]
        if name == "Code":
            part = [addnodes.only("", *part, expr="html")]  # no code is printed
        line += part if children else []
    return line


def _link_to_code(cell: nodes.container, made: Product) -> list[nodes.Node]:
    """Give the code of a figure's `cell` the figure's name too, and return a link to it; nothing if it is not shown."""
    code = code_of(cell)
    if code is None:
        return []
    code["ids"].insert(0, f"{made.name}-code")  # a browser shows the first of an element's names as the element
    return [nodes.reference("", f"cell {made.cell}", refid=f"{made.name}-code", internal=True)]


def _figures(app: Sphinx, docname: str) -> list[Product]:
    """Return the figures that the cells of a page make."""
    return [product for product in page(app.env, docname).products if product.maker == "show"]


def setup(app: Sphinx) -> None:
    """Connect to the event named above, after the records are collected."""
    app.connect("doctree-read", complete_figures, priority=450)
    app.connect("doctree-read", warn_of_silent_pictures, priority=600)
