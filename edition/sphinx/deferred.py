"""Parts of a page that need all pages to be read first: the ledger, what uses a table, the colophon's counts.

A directive leaves a placeholder with the name of a *maker*; when everything is read, the maker returns ordinary
docutils nodes in its place. Pages with placeholders are written anew in every build, as they speak of other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.sphinx.environment import remember

# What a maker gets: the application, the page it stands on, and the placeholder's argument.
Maker = Callable[[Sphinx, str, str], list[nodes.Node]]
MAKERS: dict[str, Maker] = {}


class deferred(nodes.General, nodes.Element):
    """A placeholder: attributes `maker` and `argument`; it holds a table without rows for each that is numbered."""


def maker(function: Maker) -> Maker:
    """Register `function` as a maker under its own name."""
    MAKERS[function.__name__] = function
    return function


def defer(env: BuildEnvironment, function: Maker, argument: str = "", captions: Iterable[str] = ()) -> deferred:
    """Return a placeholder that `function` will fill, on the page that is being read.

    :param captions: of the tables that it will make, in their order, which Sphinx numbers before they are made.
    """
    _pages(env).add(env.docname)
    tables = (nodes.table("", nodes.title("", caption), ids=[nodes.make_id(caption)]) for caption in captions)
    return deferred("", *tables, maker=function.__name__, argument=argument)


class Fill(SphinxPostTransform):
    """Put what the makers return where the placeholders stand."""

    default_priority = 5  # before claims and references are resolved, as makers may return both

    def run(self, **kwargs: Any) -> None:
        """Fill every placeholder on the page."""
        for node in list(self.document.findall(deferred)):
            node.replace_self(MAKERS[node["maker"]](self.app, self.env.docname, node["argument"]))


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop a page that is read again or gone (``env-purge-doc``)."""
    _pages(env).discard(docname)


def _pages(env: BuildEnvironment) -> set[str]:
    """Return the pages that hold placeholders."""
    return remember(env, "deferred", set)


def setup(app: Sphinx) -> None:
    """Register the placeholder and its filling."""
    app.add_node(deferred)
    app.add_post_transform(Fill)
    app.connect("env-updated", lambda app, env: sorted(_pages(env)))
    app.connect("env-purge-doc", forget)
