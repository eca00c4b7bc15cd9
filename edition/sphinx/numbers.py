"""References by number, at the price of one: Sphinx unpickles a whole page for each ``{numref}`` that leads to it."""

from __future__ import annotations

from typing import Any, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment

from edition.sphinx.environment import remember


class NumberedDomain(StandardDomain):
    """Sphinx's own domain; a page that it only looks at is unpickled once."""

    def _resolve_numref_xref(self, env: BuildEnvironment, fromdocname: str, builder: Builder, *rest: Any) -> Any:
        looking = cast(BuildEnvironment, _Looking(env))
        return super()._resolve_numref_xref(looking, fromdocname, builder, *rest)


class _Looking:
    """An environment whose pages are for looking at: each is unpickled once."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env

    def get_doctree(self, docname: str) -> nodes.document:
        """Return a page; whoever changes it changes it for all who look."""
        seen = remember(self._env, "pages_seen", dict)
        if docname not in seen:
            seen[docname] = self._env.get_doctree(docname)
        return seen[docname]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)


def forget(app: Sphinx, env: BuildEnvironment) -> None:
    """Drop the pages: they are read anew in each build, and no part of what is kept (``env-updated``)."""
    remember(env, "pages_seen", dict).clear()


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's domain."""
    app.add_domain(NumberedDomain, override=True)
    app.connect("env-updated", forget)
