"""Validate ``data/`` against ``datapackage.json``: ``python -m edition.package.validate [--accept]``.

Each table by itself (:mod:`edition.package.each_table`): types, constraints and keys, size and hash; then what they say
against each other, by the book's own cross-checks (:mod:`edition.package.crosscheck`), and the ledger. Every fault names
file, row and cure, and of a changed table also what rests on it.
``--accept`` records the present size and hash of every table, if it is valid: a hash guards against accidents, and
whoever means a change says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from edition.ledger.sense import senseless
from edition.package.accept import accept
from edition.package.changed_rows import said_of_change
from edition.package.cited import miscited
from edition.package.crosscheck import contradictions
from edition.package.each_table import validate_each
from edition.package.read import DataError
from edition.paths import DATA
from edition.said import gathered, in_a_line
from edition.source.rests_on import rests_on
from edition.source.retold import unretold
from edition.system import run


def faults(data: Path = DATA) -> list[str]:
    """Return what is wrong with the data package, one line each with file, row and cure; empty if nothing is."""
    wrong, changed = validate_each(data)
    lines = wrong + [f"{said_of_change(name, data)} {resting}" for name, resting in rests_on(changed, data).items()]
    if not wrong:  # cells of another type cannot be added up
        lines += disagreements(data)
    return gathered(map(in_a_line, lines))


def disagreements(data: Path = DATA) -> list[str]:
    """Return what the tables, each of them valid, say against each other, and what makes no sense in the ledger."""
    try:
        return [*senseless(data), *unretold(data), *miscited(data), *contradictions(data)]
    except DataError as error:
        return [str(error)]


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
        print(
            "\n".join(f"recorded: {name}. {resting}" for name, resting in rests_on(changed, data).items())
            or "nothing had changed"
        )
        wrong = disagreements(data)  # the tables were validated just now, and what had changed is recorded
    else:
        wrong = faults(data)
    print("\n".join([*wrong, f"{len(wrong)} fault{'s' * (len(wrong) > 1)} in data/"]) if wrong else "data/ is valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(run(main))
