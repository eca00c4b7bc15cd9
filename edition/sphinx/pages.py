"""The pages of the book, in the order in which it is read."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sphinx.environment import BuildEnvironment

from edition.package.read import BYTE_ORDER_MARK, DataError, as_text, read_content
from edition.said import place
from edition.source.page import Page
from edition.sphinx.failure import fail

PART = 10_000  # lines
read_once = lru_cache(maxsize=None)(Page)


def in_order(env: BuildEnvironment) -> list[str]:
    """Return the names of all pages, those of the table of contents first and in its order."""
    listed = {
        page: place
        for place, page in enumerate([env.config.root_doc, *env.toctree_includes.get(env.config.root_doc, [])])
    }
    return sorted(env.found_docs, key=lambda page: (listed.get(page, len(listed)), page))


def pages(env: BuildEnvironment) -> list[Page]:
    """Return all pages, in order."""
    return [page(env, name) for name in in_order(env)]


def file_of(env: BuildEnvironment, name: str) -> str:
    """Return the file of a page, as messages name it."""
    return f"{name}{Path(env.doc2path(name)).suffix}"


def at(file: str, line: int | None) -> str:
    """Return the place of a line of a page, which may be a notebook: MyST counts ten thousand lines for each of its parts."""
    if file.endswith(".ipynb") and line and line >= PART:
        part, line = divmod(line, PART)
        file = f"{file}, part {part}"
    return place(file, line=line)


def page(env: BuildEnvironment, name: str) -> Page:
    """Return one page; as long as its source is the same, it is read once."""
    file = file_of(env, name)
    try:
        source = as_text(read_content(Path(env.doc2path(name)), file), file).removeprefix(BYTE_ORDER_MARK)
    except DataError as error:
        fail("a page cannot be read.", [str(error)])
    read = read_once(name, source)
    if read.file != file:
        fail("a page cannot be read.", [f"{file}: it is no notebook; save it again with Jupyter, or write it as .md"])
    return read
