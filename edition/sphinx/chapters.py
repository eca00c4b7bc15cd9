"""The sources of all pages, in the order in which the book is read."""

from __future__ import annotations

from pathlib import Path

from sphinx.environment import BuildEnvironment


def in_order(env: BuildEnvironment) -> list[str]:
    """Return the names of all pages, those of the table of contents first and in its order."""
    listed = {page: place for place, page in enumerate([env.config.root_doc, *env.toctree_includes.get(env.config.root_doc, [])])}
    return sorted(env.found_docs, key=lambda page: (listed.get(page, len(listed)), page))


def sources(env: BuildEnvironment) -> dict[str, str]:
    """Return the source of each page by its name, in order."""
    return {page: source(env, page) for page in in_order(env)}


def source(env: BuildEnvironment, page: str) -> str:
    """Return the source of one page."""
    return Path(env.doc2path(page)).read_text(encoding="utf-8")
