"""A cache that knows the data: a chapter runs again when a table it loads, or the code it imports, has changed.

jupyter-cache looks at a chapter's code cells and its kernelspec only, so that a changed CSV would leave the old
number on the page without a word. We write a digest of everything else that a cell reads into the kernelspec.
"""

from __future__ import annotations

import copy
import hashlib
import json
import os
import sys
from pathlib import Path

import nbformat
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.package.read import DataError, describe, read_bytes
from edition.package.structure import hash_of
from edition.paths import EDITION, FONTS
from edition.snapshot import fingerprint, packages
from edition.source.lineage import CellError
from edition.source.page import Page
from edition.sphinx.environment import data_folder, notebook_settings, remember
from edition.sphinx.failure import fail
from edition.sphinx.pages import page, read_once
from edition.sphinx.run.surroundings import needed

# What of the engine may run in a chapter's kernel, shape its pictures, or refuse what it gives.
ENGINE = (
    *(
        EDITION / name
        for name in (
            "__init__.py",
            "paths.py",
            "said.py",
            "package/__init__.py",
            "package/unseen.py",
            "package/read.py",
            "cell/style.mplstyle",
        )
    ),
    *sorted((EDITION / "cell").glob("*.py")),
    *(EDITION / "sphinx" / "run" / name for name in ("forks.py", "guard.py", "surroundings.py", "outputs.py")),
    *sorted(FONTS.glob("NotoSans*.ttf")),
)


def kernel_code(app: Sphinx) -> tuple[Path, ...]:
    """Return the files that may run in a chapter's kernel: the engine's, and those that ``edition_kernel_code`` matches."""
    book = Path(app.srcdir)
    engine = (place if (place := book / os.path.relpath(file, EDITION.parent)).is_file() else file for file in ENGINE)
    return (*engine, *sorted(file for pattern in app.config.edition_kernel_code for file in book.glob(pattern)))


def permitted(app: Sphinx, chapter: Page) -> str:
    """Return, in JSON, what the cells of a chapter may read: what :func:`digest` knows (see ``guard.Guard``)."""
    data = data_folder(app)
    tables = [data / "datapackage.json", *(data / describe(name, data)["path"] for name in chapter.loads)]
    cache = Path(notebook_settings(app.env).execution_cache_path).with_name("matplotlib")
    files = {"tables": [*map(str, tables)], "code": [*map(str, kernel_code(app))]}
    return json.dumps({"book": str(app.srcdir), "data": str(data), "cache": str(cache), **files})


def digest(app: Sphinx, chapter: Page) -> str:
    """Return a digest of what the cells of a chapter read, by name: tables, their schemas, our code, and the packages."""
    around = [*sys.version_info, sys.platform, *packages(), *sorted(needed().items())]
    state = hashlib.sha256(repr(around).encode())
    for file in kernel_code(app):
        root = app.srcdir if file.is_relative_to(app.srcdir) else EDITION.parent
        state.update(f"{file.relative_to(root)} {fingerprint(file)}".encode())
    data = data_folder(app)
    try:
        for name in chapter.loads:
            resource = describe(name, data)
            described = [name, resource["schema"], hash_of(read_bytes(resource, data))]
            state.update(json.dumps(described, sort_keys=True).encode())
    except CellError as error:
        fail("a name must be a literal.", [str(error)])
    except DataError as error:
        fail("a table cannot be read.", [f"{chapter.file}: {error}"])
    return state.hexdigest()[:16]


def stamp(app: Sphinx, chapter: Page) -> tuple[str, str | None]:
    """Return the chapter's source with the digest of its inputs in its kernelspec, and the digest.

    A page that runs no code comes back as it is, without a digest. Every line keeps its number.
    """
    if chapter.notebook is None:
        return chapter.source, None
    if chapter.is_json:
        return _stamp_json(app, chapter)
    lines, end = chapter.source.split("\n"), chapter.end_of_head
    inputs = digest(app, chapter)
    front = {**chapter.head, "kernelspec": {**chapter.head["kernelspec"], "inputs": inputs}}
    # JSON is YAML on one line; comments stand for the lines that it leaves.
    return "\n".join(["---", json.dumps(front), *["#"] * (end - 2), *lines[end:]]), inputs


def _stamp_json(app: Sphinx, chapter: Page) -> tuple[str, str]:
    """Do what :func:`stamp` does, for a notebook (``.ipynb``), and take out what it says that it once computed."""
    assert chapter.notebook is not None
    notebook = copy.deepcopy(chapter.notebook)
    inputs = notebook.metadata["kernelspec"]["inputs"] = digest(app, chapter)
    return nbformat.writes(notebook), inputs


def add_digest(app: Sphinx, docname: str, source: list[str]) -> None:
    """Stamp a page as it is read, and remember the digest (``source-read``)."""
    source[0], inputs = stamp(app, read_once(docname, source[0]))
    if inputs:
        digests(app.env)[docname] = inputs


def outdated(app: Sphinx, env: BuildEnvironment, *changes: set[str]) -> list[str]:
    """Return the chapters whose inputs are no longer those of the last build (``env-get-outdated``)."""
    known = ((docname, before) for docname, before in digests(env).items() if docname in env.found_docs)
    return [docname for docname, before in known if digest(app, page(env, docname)) != before]


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what is remembered of a page that is read again or gone (``env-purge-doc``)."""
    digests(env).pop(docname, None)


def digests(env: BuildEnvironment) -> dict[str, str]:
    """Return the digest of each chapter's inputs, as of the last time it was read."""
    return remember(env, "digests", dict)


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    for name in ("edition_checks", "edition_unnoticed"):  # read by the commands (edition.settings), known to Sphinx
        app.add_config_value(name, "", "", str)
    app.add_config_value("edition_kernel_code", [], "", list, "patterns of the book's own files that kernels import")
    app.connect("source-read", add_digest)
    app.connect("env-get-outdated", outdated)
    app.connect("env-purge-doc", forget)
