"""Cross-checks of ``data/``: numbers and days that say the same thing twice have to say the same.

Sums against published totals, roll calls against tallies, counts against days, and orders. ``make data-check`` and
the tests run all of them; :mod:`edition.mutate` asks them whether a changed cell would be noticed.
"""

from __future__ import annotations

from pathlib import Path

from edition.package import read_rows
from edition.paths import DATA
from edition.recount import arms, corridor, days, economy, people, places, surveys, votes
from edition.recount.check import Check

CHECKS: dict[str, Check] = {
    f"{module.__name__.rpartition('.')[2]}.{name}": check
    for module in (arms, votes, people, corridor, surveys, days, economy, places)
    for name, check in vars(module).items()
    if isinstance(check, Check)
}


def faults(data: Path = DATA) -> list[str]:
    """Return every fault that the cross-checks find in the folder `data`; empty if there is none."""
    tables = {name: read_rows(name, data) for check in CHECKS.values() for name in check.tables}
    return [fault for check in CHECKS.values() for fault in check(tables)]
