"""From the resolved doctree to Typst markup.

The parts decide what is printed; `book.typ` decides how it looks.  A node that no part knows is reported.
"""

from __future__ import annotations

from edition.typst.blocks import BlockWriter
from edition.typst.floats import FigureWriter
from edition.typst.footnotes import NoteWriter
from edition.typst.inline import InlineWriter


class PrintTranslator(InlineWriter, BlockWriter, FigureWriter, NoteWriter):
    """All kinds of nodes."""
