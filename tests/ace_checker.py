"""Ace, the DAISY Consortium’s checker for the accessibility of EPUBs: a program of Node, with a Chromium to read the pages.

``tests/ace/`` names its version and, with their hashes, all that it needs; it is kept beside the packages of Python. No
script of a package is run when they are fetched: one would fetch a browser.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from edition.system import browsers

LOCK = Path(__file__).with_name("ace")
FILES = ("package.json", "package-lock.json")
PLACE = Path(sys.prefix, "ace")
ACE = PLACE / "node_modules" / ".bin" / "ace-puppeteer"
PATIENCE = 900  # seconds


def missing() -> str | None:
    """Return what this machine lacks to run Ace, and cannot fetch; None if it has all."""
    wanted = {"node": shutil.which("node"), "npm": shutil.which("npm"), "a Chromium": next(iter(browsers()), None)}
    return ", ".join(name for name, path in wanted.items() if not path) or None


def install(place: Path = PLACE) -> str | None:
    """Fetch Ace, unless it is there as the lock has it; return what went wrong, or None."""
    wanted = [(LOCK / name).read_bytes() for name in FILES]
    complete = place / "complete"
    if complete.exists() and [(place / name).read_bytes() for name in FILES] == wanted:
        return None
    place.mkdir(exist_ok=True)
    complete.unlink(missing_ok=True)
    for name, content in zip(FILES, wanted, strict=True):
        (place / name).write_bytes(content)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        return next(iter(done.stderr.splitlines()), "npm ci failed")
    complete.touch()
    return None


def violations(epub: Path, folder: Path) -> list[str]:
    """Return what Ace finds in an EPUB, one line each: the rule, the page, the element.

    :param folder: where it may leave its report.
    """
    command = [
        str(ACE),
        "--force",
        "--silent",
        "--outdir",
        str(folder),
        "--tempdir",
        str(folder / "temporary"),
        str(epub),
    ]
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": browsers()[0]}
    subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=True)
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return [
        f"{one['earl:test']['dct:title']}: {page['earl:testSubject']['url']}: {one['earl:result'].get('html', '')[:120]}"
        for page in report["assertions"]
        for one in page["assertions"]
    ]
