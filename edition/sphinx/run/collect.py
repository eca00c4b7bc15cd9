"""Collect what the cells of each page handed to the book (:mod:`edition.cell.record`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.sphinx.environment import notebook_settings, remember


def records(env: BuildEnvironment) -> dict[str, dict[str, dict[str, Any]]]:
    """Return, for each page, the MIME bundle of each record by its name."""
    return remember(env, "records", dict)


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the records of a page that was just read (``doctree-read``)."""
    env = app.env
    store = Path(notebook_settings(env).output_folder, f"{env.docname}.glue.json")
    # The store of a page that has lost its cells may still lie about.
    if "kernelspec" in env.metadata[env.docname] and store.exists():
        stored = json.loads(store.read_text(encoding="utf-8"))
        records(env)[env.docname] = {name: output["data"] for name, output in stored.items()}


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop the records of a page that is read again or gone (``env-purge-doc``)."""
    records(env).pop(docname, None)


def setup(app: Sphinx) -> None:
    """Connect to the events named above; others read the records after us."""
    app.connect("doctree-read", collect, priority=400)
    app.connect("env-purge-doc", forget)
