"""The data package as one file, to take along."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from edition.package.read import read_package


def archive(data: Path) -> bytes:
    """Return a ZIP file of the descriptor and all tables in the folder `data`; the same bytes for the same data."""
    names = ["datapackage.json", *sorted(resource["path"] for resource in read_package(data)["resources"])]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            entry = zipfile.ZipInfo(f"data/{name}")  # of 1980, whenever it is made
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, (data / name).read_bytes())
    return made.getvalue()
