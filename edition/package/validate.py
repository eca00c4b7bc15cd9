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

from frictionless import Error, Package, Report, errors

from edition.ledger.claim import read_claims
from edition.ledger.sense import senseless
from edition.package.changed_rows import changed_rows
from edition.package.cited import miscited
from edition.package.crosscheck import contradictions
from edition.package.patterns import unmatched
from edition.package.read import (
    BYTE_ORDER_MARK,
    PACKAGE,
    DataError,
    as_text,
    describe,
    read_bytes,
    read_package,
    read_rows,
    rows_in,
    unplain,
)
from edition.package.structure import hash_of, printable, unlinkable_sources, unrecorded
from edition.paths import DATA
from edition.said import gathered, in_a_line, place, spans
from edition.settings import TOC
from edition.source.page import Page
from edition.source.page_files import page_files
from edition.source.retold import unretold
from edition.source.users import users
from edition.system import run

Resources = list[dict[str, Any]]

SAID = ("type-error", "blank-row")  # those that our own reading names, and more strictly
# What is said of lines that do not end in LF alone.
ENDS = {
    "CRLF": "as Windows writes them, but were recorded with LF; run: sed -i 's/\\r$//' data/*.csv",
    "CR": "with no LF behind it; save the file with the line ends of Unix, LF",
}


def faults(data: Path = DATA) -> list[str]:
    """Return what is wrong with the data package, one line each with file, row and cure; empty if nothing is."""
    wrong, changed = validate(data)
    lines = wrong + [_explain_change(name, data) for name in changed]
    if not wrong:  # cells of another type cannot be added up
        lines += disagreements(data)
    return gathered(map(in_a_line, lines))


def disagreements(data: Path = DATA) -> list[str]:
    """Return what the tables, each of them valid, say against each other, and what makes no sense in the ledger."""
    try:
        return [*senseless(data), *unretold(data), *miscited(data), *contradictions(data)]
    except DataError as error:
        return [str(error)]


def validate(data: Path, recorded: bool = True) -> tuple[list[str], list[str]]:
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
    try:
        broken = [*dict.fromkeys(_broken(_report(data), resources))]  # a key may be unique besides
    except Exception as error:  # whatever the framework makes of a rule that it does not understand
        broken = [f"{PACKAGE}: {_in_a_line(error)}; mend the descriptor"]
    unfit = [line for resource in resources for line in unmatched(resource, read_rows(resource["name"], data))]
    return [*found, *misread, *broken, *unfit], [] if misread else _changed(resources, data)


def _in_a_line(error: Exception) -> str:
    """Return what an error says, in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


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


def _report(data: Path) -> Report:
    """Return what the framework says of types, constraints and keys.

    It is told no more than that: whatever else a descriptor may say, an address or a file to look into, it never sees.

    :raises FrictionlessException: if it cannot read the descriptor.
    """
    resources = [
        {
            "type": "table",
            "format": "csv",
            "encoding": "utf-8",
            **_only(table, ("name", "path")),
            "schema": _rules(table),
        }
        for table in read_package(data)["resources"]
    ]
    return Package.from_descriptor({"resources": resources}, basepath=str(data)).validate()


def _rules(table: dict[str, Any]) -> dict[str, Any]:
    """Return what the framework is to look at in a table; patterns it would match for as long as they take."""
    schema = _only(table["schema"], ("primaryKey", "foreignKeys"))
    fields = [_only(field, ("name", "type", "constraints")) for field in table["schema"]["fields"]]
    for field in fields:
        field["constraints"] = {key: rule for key, rule in field.get("constraints", {}).items() if key != "pattern"}
    return {"fields": fields, **schema}


def _only(part: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """Return what a part of the descriptor says under some keys, if it is there."""
    return {key: part[key] for key in keys if key in part}


def _broken(report: Report, resources: Resources) -> Iterator[str]:
    """Yield the errors of the framework, those apart that are said already."""
    for error in report.errors:
        yield f"{PACKAGE}: {error.message}"
    described = {resource["name"]: resource for resource in resources}
    for task in report.tasks:
        for error in task.errors:
            if error.type not in SAID:
                yield _explain(task.name, error, described)


def _changed(resources: Resources, data: Path) -> list[str]:
    """Return the tables that are other than recorded."""
    contents = ((resource, read_bytes(resource, data)) for resource in resources)
    return [
        resource["name"]
        for resource, content in contents
        if "hash" in resource and (hash_of(content), len(content)) != (resource["hash"], resource.get("bytes"))
    ]


def rests_on(name: str, data: Path = DATA) -> str:
    """Return in words which claims and figures rest on the table `name`, so that somebody looks at them anew."""
    pages, unknown = _read_pages(data.parent)
    try:
        used = users(name, pages, read_claims(data))
    except DataError:
        return "What rests on it is not known while data/claims.csv cannot be read."
    files = {page.name: page.file for page in pages}
    figures = [f"{figure} ({files[page]})" for figure, page in used.figures.items()]
    groups = {
        "claims": used.claims,
        "figures": figures,
        "the text and tables of": [files[page] for page in used.chapters],
    }
    parts = [f"{kind} {', '.join(names)}" for kind, names in groups.items() if names]
    said = f"On it rest {'; '.join(parts)}: look at them again." if parts else "No chapter loads it."
    return f"{said} Not known: {', '.join(unknown)}, which cannot be read." if unknown else said


def _read_pages(book: Path) -> tuple[list[Page], list[str]]:
    """Return the pages of a book that can be read, and the names of the files that cannot, such as a draft."""
    pages, unknown = [], []
    try:
        files = page_files(book)
    except DataError:
        return [], [TOC]
    for name, file in files.items():
        try:
            page = Page(name, as_text(file.read_bytes(), file.name).removeprefix(BYTE_ORDER_MARK))
            _ = page.loads, page.products
            pages.append(page)
        except Exception:  # whatever the parser makes of a draft; the build says more, if it is a page
            unknown.append(file.name)
    return pages, unknown


def accept(data: Path = DATA) -> list[str]:
    """Record the present size and hash of each table; return the names of those that had changed.

    :raises DataError: if a table is not valid; then nothing is recorded. What contradicts another table is, so that one
        can be corrected after the other.
    """
    if wrong := validate(data, recorded=False)[0]:
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


def _explain_change(name: str, data: Path) -> str:
    """Return in a line that a table is another than the one recorded: which rows, what to do, what to look at."""
    resource = describe(name, data)
    rows = changed_rows(data / resource["path"], str(resource.get("hash", "")).removeprefix("sha256:"))
    where = ""
    if rows:  # with the head every row has changed
        where = ", its columns" if 0 in rows else f", row{'s' * (len(rows) > 1)} {spans(rows)}"
    return (
        f"data/{resource['path']}{where}: changed since the hash of the file was recorded. If that is meant, run: "
        f"make data-accept; if not: git checkout data/{resource['path']}. {rests_on(name, data)}"
    )


def _explain(name: str, error: Error, described: dict[str, dict[str, Any]]) -> str:
    """Return one error of the framework in the table `name` as a line with file, row and cure."""
    resource = described[name]
    file = f"data/{resource['path']}"
    row = error.row_number - 1 if isinstance(error, errors.RowError) else None
    if isinstance(error, errors.ForeignKeyError):
        other = f"data/{described[error.reference_name]['path']}" if error.reference_name else "the table itself"
        where = place(file, row=row, column=error.field_names[0])
        return f"{where}: {other} has no row {error.field_cells[0]!r}; add it there, or correct the cell"
    if isinstance(error, (errors.UniqueError, errors.PrimaryKeyError)):
        return _stands_twice(resource, error)
    if isinstance(error, errors.ConstraintError):
        return f"{place(file, row=row, column=error.field_name)}: {_broken_rule(resource, error)}"
    return f"{place(file, row=row)}: {error.message}"


def _stands_twice(resource: dict[str, Any], error: errors.RowError) -> str:
    """Return in words that a row has what must stand once in its table."""
    names = [field["name"] for field in resource["schema"]["fields"]]
    keys = resource["schema"].get("primaryKey", [])
    columns = [error.field_name] if isinstance(error, errors.UniqueError) else [keys] if isinstance(keys, str) else keys
    cells = [error.cells[names.index(column)] for column in columns]
    where = place(f"data/{resource['path']}", row=error.row_number - 1, column=" and ".join(columns))
    if not any(cells):
        return f"{where}: the cell is empty, by which the row is known; fill it in"
    return f"{where}: {', '.join(map(repr, cells))} stands in a row above; let each row have its own, or delete one"


def _broken_rule(resource: dict[str, Any], error: errors.ConstraintError) -> str:
    """Return in words which rule of its column a cell breaks, and the cure."""
    rule = error.note.replace("constraint ", "").replace('"', "")
    if not rule.startswith("required is"):
        return f"{error.cell!r}, but {rule}; correct the cell, or the rule in datapackage.json"
    [field] = (field for field in resource["schema"]["fields"] if field["name"] == error.field_name)
    codes = field["constraints"].get("enum")
    return "the cell is empty; fill it in" + (f" with one of: {', '.join(map(str, codes))}" if codes else "")


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
        wrong = disagreements(data)  # the tables were validated just now, and what had changed is recorded
    else:
        wrong = faults(data)
    print("\n".join([*wrong, f"{len(wrong)} fault{'s' * (len(wrong) > 1)} in data/"]) if wrong else "data/ is valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(run(main))
