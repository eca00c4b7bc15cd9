"""A changed datum changes the pages or fails the build; never does an old number stay without a word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from built import copy_repository

CHAPTER = Path("_build", "html", "book", "before-the-invasion.html")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with its pages built."""
    root = tmp_path_factory.mktemp("copy") / "repository"
    copy_repository(root)
    status, log = build(root)
    assert status == 0, log
    return root


def build(root: Path) -> tuple[int, str]:
    """Build the pages of the copy with the command of ``make html``; return the exit status and the log."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-m", "edition.build", "html"],
        cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout


def raise_datum(root: Path, recipient: str, supplier: str, year: int, by: int) -> None:
    """Add to the volume of one row of the table of arms transfers."""
    table = root / "data" / "arms_transfers.csv"
    text, number = re.subn(
        rf"(?m)^({recipient},{supplier},{year},)(\d+)",
        lambda row: f"{row[1]}{int(row[2]) + by}",
        table.read_text(encoding="utf-8"),
    )
    assert number == 1
    table.write_text(text, encoding="utf-8")


def chapter(root: Path) -> str:
    """Return the words of the chapter and of its pictures; Matplotlib leaves those of a title readable."""
    page = BeautifulSoup((root / CHAPTER).read_text(encoding="utf-8"), "html.parser").find("article")
    images = page.select("figure img")
    pictures = [(root / CHAPTER.parent / image["src"]).read_text(encoding="utf-8") for image in images]
    return " ".join([page.text, *(image["alt"] for image in images), *pictures])


def complaints(log: str) -> list[str]:
    """Return what a build says of claims."""
    return sorted({line.strip() for line in log.splitlines() if re.search(r"\bC\d+: the article says", line)})


def test_a_changed_datum_shows_on_the_page_and_one_that_contradicts_the_ledger_fails_the_build(copy: Path) -> None:
    before = chapter(copy)
    assert "3,277 million TIV" in before

    # Azerbaijan's imports from Russia, 2011 to 2020: 1,967 of 3,277 become 2,006 of 3,316. Both are 60 per cent.
    raise_datum(copy, "Azerbaijan", "Russia", 2015, by=39)
    status, log = build(copy)
    assert status == 0, log
    after = chapter(copy)
    assert "3,316 million TIV" in after and "3,277 million TIV" not in after

    # Now 2,106 of 3,416, which is 62 per cent; and of Armenia's, 434 of 459 instead of 374 of 399, or 95 after 94.
    raise_datum(copy, "Azerbaijan", "Russia", 2015, by=100)
    raise_datum(copy, "Armenia", "Russia", 2019, by=60)
    status, log = build(copy)
    assert status == 1
    first, second = complaints(log)  # and no third
    assert "C022: the article says 94 per cent, we find 94.55" in first
    assert "C023: the article says 60 per cent, we find 61.6" in second
    assert chapter(copy) == after
