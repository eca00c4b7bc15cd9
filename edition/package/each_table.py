"""Whether each table is what ``datapackage.json`` says of it, and as it was recorded: looked at by itself.

What the tables say against each other is another matter (:mod:`edition.package.validate`).
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition.package.framework import broken
from edition.package.patterns import unmatched
from edition.package.read import DataError, read_bytes, read_package, read_rows, rows_in, unplain
from edition.package.structure import hash_of, printable, unlinkable_sources, unrecorded
from edition.said import place

Resources = list[dict[str, Any]]

# What is said of lines that do not end in LF alone.
ENDS = {
    "CRLF": "as Windows writes them, but were recorded with LF; run: sed -i 's/\\r$//' data/*.csv",
    "CR": "with no LF behind it; save the file with the line ends of Unix, LF",
}


def validate_each(data: Path, recorded: bool = True) -> tuple[list[str], list[str]]:
    """Return the faults of the tables, one line each, and the names of the tables that are other than recorded.

    :param recorded: whether every table must have its hash and its size.
    """
    if wrong := printable(data):
        return wrong, []
    resources = read_package(data)["resources"]
    found = [*(unrecorded(resources) if recorded else ()), *_undescribed(resources, data)]
    if unread := list(_unread(resources, data)):
        return [*found, *unread], []
    misread = list(_misread(resources, data))
    unfit = [line for resource in resources for line in unmatched(resource, read_rows(resource["name"], data))]
    return [*found, *misread, *broken(data), *unfit], [] if misread else _changed(resources, data)


def _undescribed(resources: Resources, data: Path) -> Iterator[str]:
    """Yield the files that no table is described for."""
    described = {resource["path"] for resource in resources}
    for file in sorted(data.glob("*.csv")):
        if file.name not in described:
            yield f"data/{file.name}: datapackage.json does not describe it; add it there"


def _unread(resources: Resources, data: Path) -> Iterator[str]:
    """Yield why tables cannot be read as texts in the columns of their description."""
    for resource in resources:
        try:
            read_rows(resource["name"], data)
        except DataError as error:
            yield str(error)


def _misread(resources: Resources, data: Path) -> Iterator[str]:
    """Yield what other readers than ours would read in another way, and what is no plain number or day."""
    returns: dict[str, list[str]] = {}
    for resource in resources:
        content, file = read_bytes(resource, data), f"data/{resource['path']}"
        if content.startswith(codecs.BOM_UTF8):
            yield f"{file}: it begins with a byte order mark; save it as UTF-8 without one"
        if b"\r" in content:
            returns.setdefault("CR" if b"\r" in content.replace(b"\r\n", b"") else "CRLF", []).append(file)
        for number, row in enumerate(rows_in(content, resource), start=1):
            for field in resource["schema"]["fields"]:
                if wrong := unplain(field, row[field["name"]]):
                    yield f"{place(file, row=number, column=field['name'])}: {wrong}"
    for ends, (first, *more) in returns.items():
        others = f" (and {len(more)} more tables)" if more else ""
        yield f"{place(first + others, line=1)}: lines end in {ends}, {ENDS[ends]}"
    if any(resource["name"] == "sources" for resource in resources):
        yield from unlinkable_sources(data)


def _changed(resources: Resources, data: Path) -> list[str]:
    """Return the tables that are other than recorded."""
    contents = ((resource, read_bytes(resource, data)) for resource in resources)
    return [
        resource["name"]
        for resource, content in contents
        if "hash" in resource and (hash_of(content), len(content)) != (resource["hash"], resource.get("bytes"))
    ]
