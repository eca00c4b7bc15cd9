"""The engine of an executable edition: it knows no article.

======================  ==============================================================================================
:mod:`edition.cell`     what a chapter's cells call: ``load``, ``check``, ``glue``, ``show``; all that a kernel imports
:mod:`edition.package`  the data package: tables, schemas, hashes, cross-checks
:mod:`edition.ledger`   the claims, and whether they hold
:mod:`edition.source`   a chapter's source, read and not run: its cells, and what stands behind each result
:mod:`edition.sphinx`   the book as Sphinx builds it: execution and cache, roles, directives, web pages
:mod:`edition.typst`    the printed book
:mod:`edition.mutate_data`  what notices a changed digit
======================  ==============================================================================================

``build``, ``verify`` and ``bench`` are commands. A room imports from those above it in this list, and ``sphinx`` and
``typst`` never from each other. What knows the article is a package of the book's own, named in ``_config.yml``.
"""

from importlib import import_module
from typing import Any

# A notebook may say ``from edition import load``; looked up when asked for, so that no command pays for Matplotlib.
CALLS = {"check": "check", "glue": "glue", "load": "load", "show": "show"}


def __getattr__(name: str) -> Any:
    """Return one of the calls for cells."""
    if name in CALLS:
        return getattr(import_module(f"edition.cell.{CALLS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
