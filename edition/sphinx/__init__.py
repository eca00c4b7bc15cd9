"""What the book needs of Sphinx. Only standard docutils nodes come out, so that every builder can write them."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from edition.paths import EDITION
from edition.sphinx import (
    addressed,
    bibliography,
    cells,
    citable,
    citing,
    colophon,
    contents,
    deferred,
    downloads,
    elements,
    figures,
    glued,
    headings,
    leftovers,
    lettered,
    lost,
    metadata,
    moved,
    notebooks,
    notes,
    numbers,
    other_names,
    passages,
    previews,
    published,
    safety,
    search,
    shipped,
    title_block,
    two_ways,
    unseen_letters,
    voices,
    warned,
    web,
    works,
)
from edition.sphinx.claims import comparison, headline, ledger_file, ledger_page, marked, roles, source_summary
from edition.sphinx.run import collect, execute, inputs, refused
from edition.sphinx.tables import cards, codebook, header_cells, numeric, rows, side_by_side


def setup(app: Sphinx) -> dict[str, Any]:
    """Set up every part, in the order in which a page passes through them."""
    parts = (
        *(
            warned,
            safety,
            metadata,
            execute,
            refused,
            inputs,
            collect,
            cells,
            figures,
            marked,
            comparison,
            roles,
            deferred,
            headline,
            ledger_page,
            ledger_file,
            source_summary,
        ),
        *(
            glued,
            works,
            codebook,
            rows,
            side_by_side,
            numeric,
            cards,
            header_cells,
            colophon,
            moved,
            voices,
            notes,
            numbers,
            lettered,
            headings,
            bibliography,
            leftovers,
            unseen_letters,
        ),
        *(
            web,
            contents,
            lost,
            citable,
            citing,
            published,
            elements,
            addressed,
            passages,
            title_block,
            previews,
            notebooks,
            downloads,
            two_ways,
            search,
            other_names,
            shipped,
        ),
    )
    for part in parts:
        part.setup(app)
    version = {"version": "1", "env_version": read_by(Path(app.srcdir))}
    return {**version, "parallel_read_safe": False, "parallel_write_safe": True}


def read_by(book: Path) -> int:
    """Return a number for the code and the packages that read the pages of `book`.

    Pages read by others are read again: Sphinx compares the number with that of the last build.
    """
    files = [book / "requirements.txt", *sorted(EDITION.rglob("*.py"))]
    return zlib.crc32(b"".join(file.read_bytes() for file in files if file.exists()))
