"""What Lighthouse says of the built pages as a phone has them: ``python -m edition.page_speed [page …]``.

The pages are served as a host serves them, compressed; without names, the first page and the two heaviest are measured.
Lighthouse comes from npm at a fixed version, so that two measurements can be compared, and needs Node.js and a Chromium;
where one is missing it is said, and nothing is measured. `make bench` ends with it. Not a test: machines differ.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from edition.paths import BUILD, ROOT
from edition.serve import served
from edition.settings import read_yaml
from edition.system import browsers, run

LIGHTHOUSE = "lighthouse@12.2.3"
FLAGS = "--headless=new --disable-background-networking --disable-component-update --disable-sync --no-first-run"
PATIENCE = 300  # seconds for a page


def scores(address: str, browser: str) -> dict[str, int]:
    """Return what Lighthouse gives a page, from 0 to 100, by category.

    :raises RuntimeError: if it cannot be run.
    """
    flags = f"{FLAGS} --no-sandbox" if os.geteuid() == 0 else FLAGS  # which Chromium refuses to root
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env={**os.environ, "CHROME_PATH": browser}
        )
        return {name: round(100 * one["score"]) for name, one in json.loads(done.stdout)["categories"].items()}
    except (OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(f"{LIGHTHOUSE} cannot be run: {type(error).__name__}; is there a network?") from error


def heaviest(html: Path) -> list[str]:
    """Return the first page and the two heaviest others, from the root of the pages."""
    first = html / f"{read_yaml(ROOT / '_toc.yml')['root']}.html"
    pages = sorted({*html.rglob("*.html")} - {first}, key=lambda file: -file.stat().st_size)
    return [page.relative_to(html).as_posix() for page in (first, *pages[:2])]


def measure(pages: list[str]) -> None:
    """Print the scores of pages, or why there are none."""
    html = BUILD / "html"
    browser = next(iter(browsers()), None)
    if browser is None or shutil.which("npx") is None:
        print("Lighthouse: not run; install Node.js (https://nodejs.org) and Chromium")
    elif not html.is_dir():
        print("Lighthouse: not run; run make book first")
    else:
        with served(html) as root:
            for page in pages or heaviest(html):
                try:
                    given = ", ".join(f"{name} {score}" for name, score in scores(f"{root}/{page}", browser).items())
                except RuntimeError as error:
                    given = f"not run; {error}"
                print(f"{f'Lighthouse, {page}':42}  {given}", flush=True)


if __name__ == "__main__":
    sys.exit(run(lambda: measure(sys.argv[1:])))
