"""From the resolved doctree to Typst markup.

The parts decide what is printed; `book.typ` decides how it looks.  A node that no part knows is reported.
"""

from __future__ import annotations

from edition.print.blocks import BlockWriter
from edition.print.inline import InlineWriter
from edition.print.notes import NoteWriter
from edition.print.tables import TableWriter


class PrintTranslator(InlineWriter, BlockWriter, TableWriter, NoteWriter):
    """All kinds of nodes."""
