"""Each chapter with code as a notebook, beside its page: the same text and cells, to be run in the edition's environment.

The notebook holds no results: whoever runs it gets them. It finds the book it belongs to as every cell does, by going up
from its folder.
"""

from __future__ import annotations

import copy
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from sphinx.application import Sphinx

from edition.source.page import Page
from edition.sphinx.pages import pages

FIND_THE_BOOK = """\
# Find the edition that this notebook lies in, so that its modules can be imported.
import sys
from pathlib import Path

sign = Path("data", "datapackage.json")
home = next((place for place in (Path.cwd(), *Path.cwd().parents) if (place / sign).is_file()), None)
if home is None:
    raise FileNotFoundError("put this notebook into a copy of the edition, beside its chapters, and run it there")
sys.path.insert(0, str(home))"""
HEAD = """\
This notebook is a chapter of *{project}*{version}. Put it into a copy of the edition, beside the chapters, and run it \
with the edition’s environment (`.venv`), from the first cell on. A cell that calls `check` hands over what the data give \
for a claim; the ledger of the edition compares it. The text is MyST Markdown."""


def notebook(source: Page, project: str, version: str) -> NotebookNode:
    """Return a page as a notebook without results, the same at every time.

    :raises AssertionError: if the page runs no code.
    """
    assert source.notebook is not None
    made = copy.deepcopy(source.notebook)
    made.metadata.pop("source_map", None)
    said = HEAD.format(project=project, version=f", version {version}" if version else "")
    made.cells[:0] = [nbformat.v4.new_markdown_cell(said), nbformat.v4.new_code_cell(FIND_THE_BOOK)]
    for number, cell in enumerate(made.cells):
        cell["id"] = f"part-{number}"  # nbformat's are random
    made.nbformat, made.nbformat_minor = 4, 5
    return made


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Write the notebooks beside the pages that link to them (``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    for source in pages(app.env):
        if source.cells:
            made = notebook(source, app.config.project, app.config.version)
            text = nbformat.writes(made)
            Path(app.outdir, f"{source.name}.ipynb").write_text(f"{text}\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("build-finished", write_notebooks)
