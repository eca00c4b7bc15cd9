"""The engine of an executable edition: it knows no article.

A room imports itself and what stands in its line, and nothing else of the engine; the tests read this table.

===============  =====================================================  ============================================
room             what it holds                                          it may import
===============  =====================================================  ============================================
``paths``        where the engine's files are, and the book's           nothing
``said``         how a message names a place, or what was meant         nothing
``alphabet``     how words are put in order                             nothing
``moment``       the moment that a printed file bears                   nothing
``cover``        the cover, and the card beside a link to the book      paths
``languages``    names in another language, by their letters            nothing
``around``       what a node of a page stands in                        nothing
``heads``        what a column of a table is headed by                  nothing
``unreadable``   pictures that no program can show                      nothing
``settings``     what ``_config.yml`` tells the engine                  paths said
``snapshot``     the sources at one moment, and their digest            paths said moment
``package``      the data package: tables, schemas, hashes, checks      paths said settings
``named``        names that stand in the index                          alphabet around package.read
``cell``         what a chapter's cells call; all of a kernel           paths said package.read
``ledger``       the claims, and whether they hold                      said package
``source``       a chapter's source, read and not run: its cells,       said settings package ledger
                 and what stands behind each result
``sphinx``       the book as Sphinx builds it: execution and cache,     paths said alphabet cover heads languages
                 roles, directives, web pages                           around settings snapshot package cell ledger source
``typst``        the printed book                                       paths said alphabet moment languages named
                                                                         around unreadable
``epub``         the book for e-readers                                 paths cover moment languages heads
``mutate_data``  what notices a changed digit                           paths settings package cell ledger source
``commands``     every other module beside this file, and               paths settings snapshot package cell ledger
                 ``package.validate`` and ``mutate_data.__main__``      source sphinx typst epub mutate_data moment
                                                                        said
===============  =====================================================  ============================================

So ``sphinx``, ``typst`` and ``epub`` never know each other, and no room knows a command. What knows the article is a package of the
book's own, named in ``_config.yml``: it imports the engine, the engine never imports it, and those of its modules that a
chapter imports use nothing of the engine but ``cell``.
"""

from importlib import import_module
from typing import Any

# A notebook may say ``from edition import load``; looked up when asked for, so that no command pays for Matplotlib.
CALLS = ("check", "glue", "load", "show")


def __getattr__(name: str) -> Any:
    """Return one of the calls for cells."""
    if name in CALLS:
        return getattr(import_module(f"edition.cell.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
