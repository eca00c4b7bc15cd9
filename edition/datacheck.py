"""Validate ``data/`` against ``datapackage.json``: ``python -m edition.datacheck [--accept]``.

Types, constraints, keys between tables, sizes and hashes, by the Frictionless framework; then the cross-checks of
:mod:`edition.recount`. ``--accept`` records the present size and hash of every table: a hash guards against accidents,
and whoever means a change says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from frictionless import Package, system

from edition import recount
from edition.package import read_package
from edition.paths import DATA

CHANGED = ("hash-count", "byte-count")  # the kinds of error that say no more than that a file is another


def faults(data: Path = DATA) -> list[str]:
    """Return what is wrong with the data package, one line each with file, row and cure; empty if nothing is."""
    with system.use_context(trusted=True):
        report = Package(str(data / "datapackage.json")).validate()
    lines = [f"data/datapackage.json: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            row = f", row {error.row_number - 1}" if hasattr(error, "row_number") else ""
            lines.append(f"data/{task.place}{row}: {error.message}{_cure(error.type)}")
    only_hashes = all(error.type in CHANGED for task in report.tasks for error in task.errors) and not report.errors
    return lines + (recount.faults(data) if only_hashes else [])  # cells of another type cannot be added up


def accept(data: Path = DATA) -> list[str]:
    """Record the present size and hash of each table; return the names of those that had changed."""
    package = read_package(data)
    changed = []
    for resource in package["resources"]:
        content = (data / resource["path"]).read_bytes()
        now = {"hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
        if now != {key: resource[key] for key in now}:
            resource.update(now)
            changed.append(resource["name"])
    if changed:
        text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
        (data / "datapackage.json").write_text(text, encoding="utf-8")
    return changed


def _cure(kind: str) -> str:
    """Return what to do about an error whose message does not say it."""
    if kind in CHANGED:
        return " If the change is meant, run: make data-accept"
    return ""


def main() -> int:
    """Run from the command line; 0 if the data are valid."""
    parser = argparse.ArgumentParser(description="Validate the data package.")
    parser.add_argument("--accept", action="store_true", help="first record the hashes of changed tables")
    if parser.parse_args().accept:
        print(f"recorded: {', '.join(accept()) or 'nothing had changed'}")
    wrong = faults()
    print("\n".join([*wrong, f"{len(wrong)} faults in data/"]) if wrong else "data/ is valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
