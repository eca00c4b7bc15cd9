"""Re-execute everything, validate the data, and print the ledger's result: ``python -m edition.verify [--json]``.

Every chapter runs in a fresh kernel with an empty cache, and then once more in another folder, with another order of
sets and on another day of the calendar: what differs depends on more than the data. One line for each claim that the machine checks, then a
summary; the exit status is 0 only if everything is as the ledger says.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from edition.package.validate import faults
from edition.paths import ROOT
from edition.settings import check as check_settings
from edition.snapshot import take
from edition.sphinx.application import write
from edition.sphinx.run.twice import differences, executed
from edition.system import check_environment, run


def verify() -> tuple[dict[str, Any] | None, str]:
    """Return the ledger's result, or None if no comparison was reached, and what Sphinx said."""
    log = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "first"), Path(folder, "and", "second")
        try:
            failed = _run(first, log) != 0
        except Exception as error:  # the ledger does not hold, or a chapter, or something else: the log says what
            print(error, file=log)
            failed = True
        file = first / "ledger.json"
        result = json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
        if result is not None:
            result["wrong"] += [*faults(), *_again(first, second, log)]
    if result is not None and failed and not result["wrong"]:
        result["wrong"].append("the build failed for another reason than the ledger")
    return result, log.getvalue()


def _run(folder: Path, log: IO[str], **differences: str) -> int:
    """Execute every chapter in fresh kernels, without a cache, and write the pages into `folder`."""
    take(ROOT, folder / "sources")
    return write(folder / "sources", folder, "html", log, log, edition_kernel_differences=differences)


def _again(first: Path, second: Path, log: IO[str]) -> list[str]:
    """Execute everything once more, where and when it is different, and return what came out differently."""
    # Another order of sets, another folder, and a zone in which it is another day now.
    zone = "EAST-14" if datetime.datetime.now(datetime.UTC).hour >= 12 else "WEST12"
    with contextlib.suppress(Exception):  # what fails twice was said the first time
        _run(second, log, seed="1", zone=zone)
    return differences(*(executed(one / ".jupyter_cache", one / "sources") for one in (first, second)))


def table(result: dict[str, Any]) -> str:
    """Return the result as text: a line for each machine-checked claim, what is wrong, and a summary."""
    claims = [claim for claim in result["claims"] if claim["method"] in ("computed", "looked up")]
    lines = [f"{'id':5} {'the article':>26} {'we find':>30}  {'verdict':10} method"]
    lines += [
        f"{claim['id']:5} {claim['article']:>26} {claim['found'] or '–':>30}  {claim['verdict']:10} {claim['method']}"
        for claim in claims
    ]
    lines += ["", *result["wrong"]] if result["wrong"] else [""]
    return "\n".join([*lines, f"{len(claims)} claims checked by machine, {len(result['wrong'])} unexpected"])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Re-execute every chapter and compare the ledger.")
    parser.add_argument("--json", action="store_true", help="print the whole ledger for machines")
    options = parser.parse_args()
    check_environment()
    check_settings()
    result, log = verify()
    if result is None or result["wrong"]:
        print(log, file=sys.stderr)
    if result is None:
        return 1
    print(json.dumps(result, indent=2, ensure_ascii=False) if options.json else table(result))
    return 1 if result["wrong"] else 0


if __name__ == "__main__":
    sys.exit(run(main))
