"""Validate ``data/`` against ``datapackage.json``: ``python -m edition.package.validate [--accept]``.

Types, constraints, keys between tables, sizes and hashes, by the Frictionless framework; then the book's own
cross-checks (:mod:`edition.package.crosscheck`). Every fault names file, row and cure, and of a changed table also what rests on it.
``--accept`` records the present size and hash of every table: a hash guards against accidents, and whoever means a
change says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from frictionless import Error, FrictionlessException, Package, system

from edition.ledger.claim import read_claims
from edition.package.changed_rows import changed_rows
from edition.package.crosscheck import contradictions
from edition.package.read import DataError, describe, read_package, read_rows
from edition.paths import DATA
from edition.source.page import Page
from edition.source.users import users

CHANGED = ("hash-count", "byte-count")  # the kinds of error that say no more than that a file is another
REQUIRED = (
    "title",
    "description",
    "sources",
    "licenses",
    "verification",
    "gaps",
    "schema",
)  # what the chapter Data prints


def faults(data: Path = DATA) -> list[str]:
    """Return what is wrong with the data package, one line each with file, row and cure; empty if nothing is."""
    wrong, changed = validate(data)
    lines = wrong + [_explain_change(name, data) for name in changed]
    return lines if wrong else lines + contradictions(data)  # cells of another type cannot be added up


def validate(data: Path) -> tuple[list[str], list[str]]:
    """Return the faults of the tables, one line each, and the names of the tables that are other than recorded."""
    try:
        resources = read_package(data)["resources"]
        lines = [
            f"data/datapackage.json: {r['name']} lacks {key}; add it"
            for r in resources
            for key in REQUIRED
            if key not in r
        ]
        named = {resource["path"] for resource in resources}
        unnamed = sorted(file.name for file in data.glob("*.csv") if file.name not in named)
        lines += [f"data/{name}: datapackage.json does not describe it; add it there" for name in unnamed]
        for resource in resources:
            read_rows(resource["name"], data)
        with system.use_context(trusted=True):
            report = Package(str(data / "datapackage.json")).validate()
    except DataError as error:
        return [str(error)], []
    except (FrictionlessException, KeyError) as error:
        return [f"data/datapackage.json: {error}; mend the descriptor"], []
    lines += [f"data/datapackage.json: {error.message}" for error in report.errors]
    lines += [
        _explain(task.place, error) for task in report.tasks for error in task.errors if error.type not in CHANGED
    ]
    return lines, [task.name for task in report.tasks if any(error.type in CHANGED for error in task.errors)]


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
    """Record the present size and hash of each table; return the names of those that had changed."""
    package = read_package(data)
    changed = []
    for resource in package["resources"]:
        content = (data / resource["path"]).read_bytes()
        now = {"hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
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
    rows = changed_rows(data / resource["path"], resource["hash"].removeprefix("sha256:"))
    where = f", row{'s' * (len(rows) > 1)} {', '.join(map(str, rows))}" if rows else ""
    return (
        f"data/{resource['path']}{where}: changed since the hash of the file was recorded. If that is meant, run: "
        f"make data-accept; if not: git checkout data/{resource['path']}. {rests_on(name, data)}"
    )


def _explain(file: str, error: Error) -> str:
    """Return one error of the framework as a line with file, row and cure."""
    place = f"data/{file}" + (f", row {error.row_number - 1}" if hasattr(error, "row_number") else "")
    if error.type == "foreign-key":
        column, value = error.field_names[0], error.field_cells[0]
        return f"{place}, column {column}: data/{error.reference_name}.csv has no row {value!r}; add it there, or correct the cell"
    if error.type == "constraint-error":
        rule = error.note.replace("constraint ", "").replace('"', "")
        return f"{place}, column {error.field_name}: {error.cell!r}, but {rule}; correct the cell, or the rule in datapackage.json"
    return f"{place}: {error.message}"


def main() -> int:
    """Run from the command line; 0 if the data are valid."""
    parser = argparse.ArgumentParser(description="Validate the data package.")
    parser.add_argument("--accept", action="store_true", help="first record the hashes of changed tables")
    if parser.parse_args().accept:
        if wrong := validate(DATA)[0]:
            print("\n".join([*wrong, "nothing was recorded: mend this first"]))
            return 1
        changed = accept()
        print("\n".join(f"recorded: {name}. {rests_on(name)}" for name in changed) or "nothing had changed")
        wrong = contradictions(DATA)  # the tables were validated just now, and what had changed is recorded
    else:
        wrong = faults()
    print("\n".join([*wrong, f"{len(wrong)} fault{'s' * (len(wrong) > 1)} in data/"]) if wrong else "data/ is valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
