"""Time the builds in a copy of the book: ``python -m edition.bench``.

From nothing, with nothing changed, with one datum changed; wall seconds, the median of three. Not a test: machines
differ.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from edition.paths import ROOT


def main() -> None:
    """Run the benchmark and print one line for each case."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder, "copy"), ignore=shutil.ignore_patterns("_build", ".*")))
        table = copy / "data" / "arms_transfers.csv"
        cases: dict[str, Callable[[], object]] = {
            "from nothing": lambda: shutil.rmtree(copy / "_build", ignore_errors=True),
            "nothing changed": lambda: None,
            "a table changed": lambda: _rotate(table),
        }
        for name, prepare in cases.items():
            print(f"{name:16} {statistics.median(_seconds(copy, prepare) for _ in range(3)):6.1f} s", flush=True)


def _rotate(table: Path) -> None:
    """Change a table without changing what it says: its first row becomes its last."""
    header, first, *rest = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([header, *rest, first]), encoding="utf-8")


def _seconds(copy: Path, prepare: Callable[[], object]) -> float:
    """Return how long one build of the copy takes after `prepare`."""
    prepare()
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "edition.build", "html", "pdf"], cwd=copy, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
