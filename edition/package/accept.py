"""Record that a change of tables is meant: their present size and hash, in ``datapackage.json``."""

from __future__ import annotations

import json
from pathlib import Path

from edition.package.each_table import validate_each
from edition.package.read import DataError, read_bytes, read_package
from edition.package.structure import hash_of
from edition.paths import DATA
from edition.said import gathered, in_a_line


def accept(data: Path = DATA) -> list[str]:
    """Record the present size and hash of each table; return the names of those that had changed.

    :raises DataError: if a table is not valid; then nothing is recorded. What contradicts another table is, so that one
        can be corrected after the other.
    """
    if wrong := validate_each(data, recorded=False)[0]:
        raise DataError("\n".join([*gathered(map(in_a_line, wrong)), "nothing was recorded: mend this first"]))
    package = read_package(data)
    changed = []
    for resource in package["resources"]:
        content = read_bytes(resource, data)
        now = {"hash": hash_of(content), "bytes": len(content)}
        if now != {key: resource.get(key) for key in now}:
            resource.update(now)
            changed.append(resource["name"])
    if changed:
        text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
        (data / "datapackage.json").write_text(text, encoding="utf-8")
    return changed
