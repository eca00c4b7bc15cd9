"""The ``colophon`` directive: what made the book, and how much of what each chapter holds.

No run times and no dates of building: two builds of the same state are the same bytes.
"""

from __future__ import annotations

import platform
from importlib import metadata

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from edition.sphinx.claims.marked import mentions
from edition.sphinx.deferred import defer, maker
from edition.sphinx.pages import pages
from edition.sphinx.tables.nodes import Cell, table

TOOLS = [
    "jupyter-book",
    "sphinx",
    "myst-nb",
    "sphinxcontrib-bibtex",
    "pandas",
    "numpy",
    "matplotlib",
    "typst",
    "frictionless",
]
CAPTIONS = ("Versions of the software", "What each chapter holds")


class Colophon(SphinxDirective):
    """``{colophon}``: the versions, and a table of the chapters that run code."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the claims are not yet counted."""
        return [defer(self.env, tables, captions=CAPTIONS)]


@maker
def tables(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the versions, and the number of cells, figures, tables loaded and claims of each chapter that runs code."""
    # The patch level of Python leaves no trace in the book, so it is not printed either.
    python = ".".join(platform.python_version_tuple()[:2])
    versions = [["Python", python], *([tool, metadata.version(tool)] for tool in TOOLS)]
    env = app.env
    homes = list(mentions(env).values())
    rows: list[list[Cell]] = []
    for page in pages(env):
        if page.cells:
            figures = len(env.toc_fignumbers.get(page.name, {}).get("figure", {}))
            title = make_refnode(app.builder, docname, page.name, "", nodes.Text(env.titles[page.name].astext()))
            rows.append([title, *map(str, (len(page.cells), figures, len(page.loads), homes.count(page.name)))])
    return [
        table(["Software", "Version"], versions, [60, 40], CAPTIONS[0]),
        table(
            ["Chapter", "Cells", "Figures", "Tables loaded", "Claims"],
            rows,
            [48, 13, 13, 13, 13],
            CAPTIONS[1],
        ),
    ]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("colophon", Colophon)
