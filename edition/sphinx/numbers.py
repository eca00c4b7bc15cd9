"""References by number, at the price of one: Sphinx unpickles a whole page for each ``{numref}`` that leads to it."""

from __future__ import annotations

import functools
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment


class NumberedDomain(StandardDomain):
    """Sphinx's own domain; a page that it only looks at is unpickled once."""

    def _resolve_numref_xref(self, env: BuildEnvironment, fromdocname: str, builder: Builder, *rest: Any) -> Any:
        looking = _Looking(env, builder)
        return super()._resolve_numref_xref(looking, fromdocname, builder, *rest)


class _Looking:
    """An environment that remembers the pages of a builder that were looked at."""

    def __init__(self, env: BuildEnvironment, builder: Builder) -> None:
        self._env = env
        if not hasattr(builder, "edition_pages"):
            builder.edition_pages = functools.cache(env.get_doctree)
        self.get_doctree = builder.edition_pages

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's domain."""
    app.add_domain(NumberedDomain, override=True)
