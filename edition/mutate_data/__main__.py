"""Run the changes past the guards: ``python -m edition.mutate_data [--sample N]``; see :mod:`edition.mutate_data`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from edition.mutate_data.changes import Change, changes, sample
from edition.mutate_data.guards import Guards
from edition.mutate_data.report import Outcome, covered, rest, score, summary
from edition.paths import DATA, ROOT
from edition.system import run

TARGET = 0.9  # of the changes in tables with totals or claims, without the hash


def outcomes(chosen: list[Change], workers: int = 1) -> Iterator[Outcome]:
    """Yield what notices each change, in order."""
    size = -(-len(chosen) // (8 * workers))
    batches = [chosen[start : start + size] for start in range(0, len(chosen), size)]
    if workers == 1:
        yield from (outcome for batch in batches for outcome in look(batch))
        return
    with ProcessPoolExecutor(workers) as pool:
        for batch in pool.map(look, batches):
            yield from batch


def look(batch: list[Change]) -> list[Outcome]:
    """Show some changes to the guards of a temporary copy of the data."""
    with tempfile.TemporaryDirectory() as folder:
        guards = Guards(Path(shutil.copytree(DATA, Path(folder, "data"))), ROOT)
        return [Outcome(change, frozenset(guards.notice(change))) for change in batch]


def shown(chosen: list[Change]) -> list[Outcome]:
    """Return what notices each change, and say on the way how far it has got."""
    found: list[Outcome] = []
    for outcome in outcomes(chosen, os.cpu_count() or 1):
        found.append(outcome)
        if len(found) % 250 == 0 or len(found) == len(chosen):
            print(f"{len(found)} of {len(chosen)} changes shown to the guards", file=sys.stderr, flush=True)
    return found


def main() -> int:
    """Run from the command line; 0 if every change is noticed, and enough of them without the hash."""
    parser = argparse.ArgumentParser(description="Change every number, date and code of data/; report what notices it.")
    parser.add_argument("--sample", type=int, metavar="N", help="only about N changes, of each table, column and kind")
    size = parser.parse_args().sample
    population = changes(DATA)
    found = shown(population if size is None else sample(population, size))
    print(rest(found, DATA), summary(found, population, DATA), sep="\n\n")
    names = covered(DATA)
    share = score(
        [outcome for outcome in found if outcome.change.table in names],
        [change for change in population if change.table in names],
    )
    return 0 if all(outcome.noticed_by for outcome in found) and share >= TARGET else 1


if __name__ == "__main__":
    sys.exit(run(main))
