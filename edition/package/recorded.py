"""Whether the tables are as they were when their hashes were recorded: a look that takes no time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from edition.package.read import read_bytes, read_package


def hash_of(content: bytes) -> str:
    """Return the hash of a table's file as ``datapackage.json`` has it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def all_as_recorded(data: Path) -> bool:
    """Return whether every table is described, and as it was when its hash was recorded.

    :raises DataError: if the descriptor or a table cannot be read.
    :raises KeyError: if a table has no hash, or the descriptor no tables.
    """
    resources = read_package(data)["resources"]
    described = {resource["path"] for resource in resources}
    return described == {file.name for file in data.glob("*.csv")} and all(
        hash_of(read_bytes(resource, data)) == resource["hash"] for resource in resources
    )
