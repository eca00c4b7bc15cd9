"""The cells on a page: each has a number, as in the chapter's source, and its code an address that links lead to."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.sphinx.environment import remember
from edition.sphinx.pages import page


def address(number: int) -> str:
    """Return the anchor of the code of a cell on its page. A browser unfolds the code that a link leads to."""
    return f"cell-{number}"


def code_of(cell: nodes.Element) -> nodes.container | None:
    """Return the code of a cell; None if the page does not show it."""
    return next((box for box in cell.findall(nodes.container) if "cell_input" in box["classes"]), None)


def code_cells(doctree: nodes.document) -> list[nodes.container]:
    """Return the code cells of a page, each with its outputs."""
    return [box for box in doctree.findall(nodes.container) if box.get("nb_element") == "cell_code"]


def number_of(env: BuildEnvironment, cell: nodes.Element) -> int:
    """Return the number of a cell on the page that is being read."""
    notebook = page(env, env.docname).notebook
    assert notebook is not None
    return [place for place, one in enumerate(notebook.cells) if one.cell_type == "code"].index(cell["cell_index"]) + 1


def number_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Give each cell its number and its code an address, and say the number where the code is folded (``doctree-read``)."""
    if page(app.env, app.env.docname).notebook is None:
        return
    seen = shown(app.env)[app.env.docname] = set()
    for cell in code_cells(doctree):
        number = number_of(app.env, cell)
        if box := code_of(cell):
            box["ids"].append(address(number))
            seen.add(number)
        for box in cell.findall(nodes.container):
            for prompt in {"prompt_show", "prompt_hide"} & set(box.attributes):
                box[prompt] += f": cell {number}"


def shown(env: BuildEnvironment) -> dict[str, set[int]]:
    """Return the numbers of the cells whose code is on the page, for each page that runs code."""
    return remember(env, "cells_shown", dict)


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop a page that is read again or gone (``env-purge-doc``)."""
    shown(env).pop(docname, None)


def setup(app: Sphinx) -> None:
    """Connect to the events named above, before the figures refer to the code."""
    app.connect("doctree-read", number_cells, priority=440)
    app.connect("env-purge-doc", forget)
