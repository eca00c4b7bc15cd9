"""What the book needs of Sphinx. Only standard docutils nodes come out, so that every builder can write them."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from edition.paths import EDITION
from edition.sphinx import bibliography, colophon, deferred, figures, metadata, notes, numbers, voices, web
from edition.sphinx.claims import comparison, headline, ledger_page, marked, roles
from edition.sphinx.run import collect, execute, inputs
from edition.sphinx.tables import codebook, rows


def setup(app: Sphinx) -> dict[str, Any]:
    """Set up every part, in the order in which a page passes through them."""
    parts = (
        *(metadata, execute, inputs, collect, figures, marked, comparison, roles, deferred, headline, ledger_page),
        *(codebook, rows, colophon, voices, notes, numbers, bibliography, web),
    )
    for part in parts:
        part.setup(app)
    # Pages read by other code, or with other packages, are read again: Sphinx compares env_version with the last build's.
    files = [Path(app.srcdir, "requirements.txt"), *sorted(EDITION.rglob("*.py"))]
    code = b"".join(file.read_bytes() for file in files if file.exists())
    return {"version": "1", "env_version": zlib.crc32(code), "parallel_read_safe": False, "parallel_write_safe": True}
