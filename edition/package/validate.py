"""Validate ``data/`` against ``datapackage.json``: ``python -m edition.package.validate [--accept]``.

Types, constraints, keys between tables, sizes and hashes, by the Frictionless framework; then the book's own
cross-checks (:mod:`edition.package.crosscheck`). Every fault names file, row and cure, and of a changed table also what rests on it.
``--accept`` records the present size and hash of every table, if it is valid: a hash guards against accidents, and
whoever means a change says so.
"""

from __future__ import annotations

import argparse
import codecs
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from frictionless import Error, FrictionlessException, Package, Report, errors, system

from edition.ledger.claim import read_claims
from edition.package.changed_rows import changed_rows
from edition.package.crosscheck import contradictions
from edition.package.read import DataError, describe, read_bytes, read_package, read_rows
from edition.package.recorded import hash_of
from edition.paths import DATA
from edition.source.page import Page
from edition.source.users import users

Resources = list[dict[str, Any]]

CHANGED = ("hash-count", "byte-count")  # the kinds of error that say no more than that a file is another
# What the chapter Data prints of each table.
REQUIRED = ("title", "description", "sources", "licenses", "verification", "gaps", "schema")


def faults(data: Path = DATA) -> list[str]:
    """Return what is wrong with the data package, one line each with file, row and cure; empty if nothing is."""
    wrong, changed = validate(data)
    lines = wrong + [_explain_change(name, data) for name in changed]
    return lines if wrong else lines + contradictions(data)  # cells of another type cannot be added up


def validate(data: Path) -> tuple[list[str], list[str]]:
    """Return the faults of the tables, one line each, and the names of the tables that are other than recorded."""
    try:
        resources = read_package(data)["resources"]
        found = [*_lacking(resources), *_undescribed(resources, data), *_misread(resources, data)]
        report = _report(data)
    except DataError as error:
        return [str(error)], []
    except (FrictionlessException, KeyError) as error:
        return [f"data/datapackage.json: {error}; mend the descriptor"], []
    return [*found, *_broken(report, resources)], _changed(report)


def _lacking(resources: Resources) -> Iterator[str]:
    """Yield what the description of a table lacks."""
    for resource in resources:
        for key in REQUIRED:
            if key not in resource:
                yield f"data/datapackage.json: {resource['name']} lacks {key}; add it"


def _undescribed(resources: Resources, data: Path) -> Iterator[str]:
    """Yield the files that no table is described for."""
    described = {resource["path"] for resource in resources}
    for file in sorted(data.glob("*.csv")):
        if file.name not in described:
            yield f"data/{file.name}: datapackage.json does not describe it; add it there"


def _misread(resources: Resources, data: Path) -> Iterator[str]:
    """Yield the files that other readers than ours would read in another way.

    :raises DataError: if the columns or the length of a row are not those of the description.
    """
    for resource in resources:
        read_rows(resource["name"], data)
        if read_bytes(resource, data).startswith(codecs.BOM_UTF8):
            yield f"data/{resource['path']}: it begins with a byte order mark; save it as UTF-8 without one"


def _report(data: Path) -> Report:
    """Return what the framework says of types, constraints, keys, sizes and hashes.

    :raises FrictionlessException: if it cannot read the descriptor.
    """
    with system.use_context(trusted=True):
        return Package(str(data / "datapackage.json")).validate()


def _broken(report: Report, resources: Resources) -> Iterator[str]:
    """Yield the errors of the framework, those apart that only say that a file is another."""
    for error in report.errors:
        yield f"data/datapackage.json: {error.message}"
    described = {resource["name"]: resource for resource in resources}
    for task in report.tasks:
        for error in task.errors:
            if error.type not in CHANGED:
                yield _explain(described[task.name], error)


def _changed(report: Report) -> list[str]:
    """Return the tables that are other than recorded."""
    return [task.name for task in report.tasks if any(error.type in CHANGED for error in task.errors)]


def rests_on(name: str, data: Path = DATA) -> str:
    """Return in words which claims and figures rest on the table `name`, so that somebody looks at them anew."""
    pages = [Page(page.stem, page.read_text(encoding="utf-8")) for page in sorted((data.parent / "book").glob("*.md"))]
    try:
        used = users(name, pages, read_claims(data))
    except DataError:
        return "What rests on it is not known while data/claims.csv cannot be read."
    figures = [f"{figure} ({page}.md)" for figure, page in used.figures.items()]
    groups = {
        "claims": used.claims,
        "figures": figures,
        "the text and tables of": [f"{page}.md" for page in used.chapters],
    }
    parts = [f"{kind} {', '.join(names)}" for kind, names in groups.items() if names]
    return f"On it rest {'; '.join(parts)}: look at them again." if parts else "No chapter loads it."


def accept(data: Path = DATA) -> list[str]:
    """Record the present size and hash of each table; return the names of those that had changed.

    :raises DataError: if a table is not valid; then nothing is recorded. What contradicts another table is, so that one
        can be corrected after the other.
    """
    if wrong := validate(data)[0]:
        raise DataError("\n".join([*wrong, "nothing was recorded: mend this first"]))
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


def _explain_change(name: str, data: Path) -> str:
    """Return in a line that a table is another than the one recorded: which rows, what to do, what to look at."""
    resource = describe(name, data)
    rows = changed_rows(data / resource["path"], resource.get("hash", "").removeprefix("sha256:"))
    if 0 in rows:
        where = ", its columns"  # and with them every row
    else:
        where = f", row{'s' * (len(rows) > 1)} {', '.join(map(str, rows))}" if rows else ""
    return (
        f"data/{resource['path']}{where}: changed since the hash of the file was recorded. If that is meant, run: "
        f"make data-accept; if not: git checkout data/{resource['path']}. {rests_on(name, data)}"
    )


def _explain(resource: dict[str, Any], error: Error) -> str:
    """Return one error of the framework as a line with file, row and cure."""
    place = f"data/{resource['path']}"
    if isinstance(error, errors.RowError):
        place += f", row {error.row_number - 1}"
    if isinstance(error, errors.ForeignKeyError):
        other = f"data/{error.reference_name}.csv" if error.reference_name else "the table itself"
        value = error.field_cells[0]
        return (
            f"{place}, column {error.field_names[0]}: {other} has no row {value!r}; add it there, or correct the cell"
        )
    if isinstance(error, errors.ConstraintError):
        return f"{place}, column {error.field_name}: {_broken_rule(resource, error)}"
    return f"{place}: {error.message}"


def _broken_rule(resource: dict[str, Any], error: errors.ConstraintError) -> str:
    """Return in words which rule of its column a cell breaks, and the cure."""
    rule = error.note.replace("constraint ", "").replace('"', "")
    if not rule.startswith("required is"):
        return f"{error.cell!r}, but {rule}; correct the cell, or the rule in datapackage.json"
    [field] = (field for field in resource["schema"]["fields"] if field["name"] == error.field_name)
    codes = field["constraints"].get("enum")
    return "the cell is empty; fill it in" + (f" with one of: {', '.join(codes)}" if codes else "")


def main(arguments: Sequence[str] | None = None, data: Path = DATA) -> int:
    """Run from the command line; 0 if the data are valid."""
    parser = argparse.ArgumentParser(description="Validate the data package.")
    parser.add_argument("--accept", action="store_true", help="first record the hashes of changed tables")
    if parser.parse_args(arguments).accept:
        try:
            changed = accept(data)
        except DataError as error:
            print(error)
            return 1
        print("\n".join(f"recorded: {name}. {rests_on(name, data)}" for name in changed) or "nothing had changed")
        wrong = contradictions(data)  # the tables were validated just now, and what had changed is recorded
    else:
        wrong = faults(data)
    print("\n".join([*wrong, f"{len(wrong)} fault{'s' * (len(wrong) > 1)} in data/"]) if wrong else "data/ is valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
