"""What the book needs of Sphinx. Only standard docutils nodes come out, so that every builder can write them."""

from __future__ import annotations

import zlib
from typing import Any

from sphinx.application import Sphinx

from edition.paths import EDITION, ROOT
from edition.sphinx import (
    bibliography,
    claims,
    codebook,
    colophon,
    datatable,
    deferred,
    execute,
    figures,
    headline,
    inputs,
    ledger,
    notes,
    records,
    web,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Set up every part, in the order in which a page passes through them."""
    parts = (
        *(execute, inputs, records, figures, claims, deferred, headline, ledger),
        *(codebook, datatable, colophon, notes, bibliography, web),
    )
    for part in parts:
        part.setup(app)
    # Pages read by other code, or with other packages, are read again: Sphinx compares env_version with the last build's.
    files = [ROOT / "requirements.txt", *sorted(EDITION.rglob("*.py"))]
    code = b"".join(file.read_bytes() for file in files if file.exists())
    return {"version": "1", "env_version": zlib.crc32(code), "parallel_read_safe": False, "parallel_write_safe": True}
