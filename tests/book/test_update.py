"""The documented path of an update, followed in a copy: a new year of a series, and a new resolution with its roll call.

The numbers are made up and never leave the copy.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from built import copy_repository


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository to update."""
    return copy_repository(tmp_path_factory.mktemp("update") / "repository")


def run(root: Path, *command: str) -> tuple[int, str]:
    """Run a module of the edition in the copy, as the Makefile does; return the exit status and what it says."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout


def add(root: Path, table: str, *rows: dict[str, str], after: str = "") -> None:
    """Add rows to a table after the last one that begins with `after`; a column that a row leaves out is empty."""
    file = root / "data" / f"{table}.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    text = io.StringIO()
    csv.DictWriter(text, next(csv.reader(lines)), lineterminator="\n").writerows(rows)
    place = max(number for number, line in enumerate(lines) if line.startswith(after)) + 1
    file.write_text("".join([*lines[:place], text.getvalue(), *lines[place:]]), encoding="utf-8")


def add_a_year(root: Path) -> None:
    """Add what the two states spent in 2025."""
    for state, amount in {"Armenia": "1700.0", "Azerbaijan": "4900.0"}.items():
        row = {
            "state": state, "year": "2025", "constant_usd": amount, "current_usd": amount, "share_of_gdp": "5.00",
            "estimate": "no", "source": "sipri-milex-2026",
        }  # fmt: skip
        add(root, "military_expenditure", row, after=state)


def add_a_resolution(root: Path) -> None:
    """Add a resolution on which all voted as they did on the last one."""
    with (root / "data" / "roll_calls.csv").open(encoding="utf-8", newline="") as file:
        calls = [call for call in csv.DictReader(file) if call["resolution"] == "es-11-8"]
    add(root, "roll_calls", *({**call, "resolution": "es-11-99", "source": "un-es-11-99"} for call in calls))
    with (root / "data" / "resolutions.csv").open(encoding="utf-8", newline="") as file:
        [last] = [row for row in csv.DictReader(file) if row["key"] == "es-11-8"]
    new = {
        "key": "es-11-99", "symbol": "ES-11/99", "date": "2026-02-24", "title": "A test", "source": "un-es-11-99",
        "record": "9999999",
    }  # fmt: skip
    add(root, "resolutions", {**last, **{column: value for column, value in new.items() if column in last}})


def add_their_sources(root: Path) -> None:
    """Add the sources of both."""
    read = {"kind": "primary", "seen": "whole", "read": "as a whole", "country": "international"}
    release = {"key": "sipri-milex-2026", "title": "A release", "publisher": "SIPRI", "date": "2026-04"}
    record = {"key": "un-es-11-99", "title": "A record", "publisher": "United Nations", "date": "2026-02-24"}
    release["url"], record["url"] = (
        "https://www.sipri.org/databases/milex",
        "https://digitallibrary.un.org/record/9999999",
    )
    add(root, "sources", {**release, **read}, {**record, **read})


def raise_limit(root: Path, table: str, column: str, maximum: int) -> None:
    """Raise the largest value that the schema allows."""
    file = root / "data" / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    [resource] = [resource for resource in package["resources"] if resource["name"] == table]
    [field] = [field for field in resource["schema"]["fields"] if field["name"] == column]
    field["constraints"]["maximum"] = maximum
    file.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")


def figure(root: Path, page: str, name: str) -> str:
    """Return the alternative text of a figure of the built copy."""
    html = (root / "_build" / "html" / "book" / f"{page}.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser").find("figure", id=name).img["alt"]


def unsaid(said: str, *lines: str) -> list[str]:
    """Return which lines are not said."""
    return [line for line in lines if line not in said]


def test_an_update_is_a_few_rows_and_the_check_says_what_else_to_do(copy: Path) -> None:
    add_a_year(copy)
    add_a_resolution(copy)
    status, said = run(copy, "edition.package.validate")
    assert status == 1
    assert not unsaid(
        said,
        "data/military_expenditure.csv, row 33, column source: data/sources.csv has no row 'sipri-milex-2026'; add it",
        "column year: '2025', but maximum is 2024; correct the cell, or the rule in datapackage.json",
        "data/resolutions.csv, row 11, column source: data/sources.csv has no row 'un-es-11-99'",
        "fig-votes (book/after-the-invasion.md)",
        "fig-tallies (book/votes-and-meetings.md)",
    )

    add_their_sources(copy)
    raise_limit(copy, "military_expenditure", "year", 2025)
    status, said = run(copy, "edition.package.validate", "--accept")
    assert status == 0 and said.endswith("data/ is valid\n"), said
    assert "recorded: military_expenditure. On it rest figures fig-expenditure (book/before-the-invasion.md)" in said


def test_the_updated_book_shows_the_new_rows(copy: Path) -> None:
    """In the copy that the test before has updated."""
    status, log = run(copy, "edition.build", "html")
    assert status == 0, log
    spent = figure(copy, "before-the-invasion", "fig-expenditure")
    assert not unsaid(spent, "Azerbaijan, estimates until", "2025: 4.9", "2025: 1.7")
    assert "ES-11/99" in figure(copy, "votes-and-meetings", "fig-tallies")
    assert "ES-11/99" in figure(copy, "after-the-invasion", "fig-votes")
