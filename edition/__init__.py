"""The Python behind the book: data, claims, figures, and what Sphinx and print need of them.

A chapter imports from here: ``from edition import check, glue, load, show``.
"""

from edition.claims import check
from edition.data import load
from edition.figures import show
from edition.records import glue

__all__ = ["check", "glue", "load", "show"]
