"""A cache that knows the data: a chapter runs again when a table it loads, or the code it imports, has changed.

jupyter-cache looks at a chapter's code cells and its kernelspec only, so that a changed CSV would leave the old
number on the page without a word. We write a digest of everything else that a cell reads into the kernelspec.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from importlib import metadata
from pathlib import Path

from myst_nb.core.read import is_myst_markdown_notebook
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.cells import CellError, calls
from edition.package import DataError, describe, read_bytes
from edition.paths import EDITION, FONTS
from edition.sphinx.failure import fail
from edition.sphinx.memory import remember

# The kernelspec in the front matter, one indented line for each of its keys.
KERNELSPEC = re.compile(r"\A---\n(?:(?!---$).*\n)*?kernelspec:[ \t]*(?P<keys>(?:\n[ \t]+\S.*)+)", re.MULTILINE)

# What may run in a chapter's kernel or shape its pictures. The folders of edition/ serve Sphinx and print only.
KERNEL_CODE = (*sorted(EDITION.glob("*.py")), EDITION / "style.mplstyle", *sorted(FONTS.glob("NotoSans*.ttf")))
PACKAGES = ("ipykernel", "ipython", "matplotlib", "numpy", "pandas", "tabulate")


def digest(source: str, docname: str, data: Path) -> str:
    """Return a digest of what the cells of a chapter read: tables, their schemas, our code, and the packages."""
    state = hashlib.sha256(repr([sys.version_info[:2], *map(metadata.version, PACKAGES)]).encode())
    for file in KERNEL_CODE:
        state.update(file.read_bytes())
    try:
        for name in calls(source, "load", docname):
            resource = describe(name, data)
            state.update(json.dumps(resource["schema"], sort_keys=True).encode() + read_bytes(resource, data))
    except CellError as error:
        fail("a name must be a literal.", [str(error)])
    except DataError as error:
        fail("a table cannot be read.", [f"{docname}: {error}"])
    return state.hexdigest()[:16]


def stamp(source: str, docname: str, data: Path) -> tuple[str, str | None]:
    """Return the chapter's `source` with the digest of its inputs in its kernelspec, and the digest.

    A page that is not a notebook comes back as it is, without a digest.
    """
    if not is_myst_markdown_notebook(source):
        return source, None
    if not (match := KERNELSPEC.match(source)):
        fail("a kernel is missing.", [f"{docname}: its front matter needs a kernelspec, with each key on a line of its own"])
    inputs = digest(source, docname, data)
    # On one logical line, so that every line below keeps its number.
    keys = ",".join(match["keys"].splitlines(keepends=True)).removeprefix("\n,")
    start, end = match.span("keys")
    return f"{source[:start]} {{inputs: {inputs},\n{keys}}}{source[end:]}", inputs


def data_folder(app: Sphinx) -> Path:
    """Return the folder of the book's tables."""
    return Path(app.srcdir) / "data"


def add_digest(app: Sphinx, docname: str, source: list[str]) -> None:
    """Stamp a page as it is read, and remember the digest (``source-read``)."""
    source[0], inputs = stamp(source[0], docname, data_folder(app))
    if inputs:
        digests(app.env)[docname] = inputs


def outdated(app: Sphinx, env: BuildEnvironment, *changes: set[str]) -> list[str]:
    """Return the chapters whose inputs are no longer those of the last build (``env-get-outdated``)."""
    return [
        docname
        for docname, before in digests(env).items()
        if docname in env.found_docs
        and digest(Path(env.doc2path(docname)).read_text(encoding="utf-8"), docname, data_folder(app)) != before
    ]


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what is remembered of a page that is read again or gone (``env-purge-doc``)."""
    digests(env).pop(docname, None)


def digests(env: BuildEnvironment) -> dict[str, str]:
    """Return the digest of each chapter's inputs, as of the last time it was read."""
    return remember(env, "digests", dict)


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    app.connect("source-read", add_digest)
    app.connect("env-get-outdated", outdated)
    app.connect("env-purge-doc", forget)
