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


def add(root: Path, table: str, *rows: list[str], after: str = "") -> None:
    """Add rows to a table after the last one that begins with `after`."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    file = root / "data" / f"{table}.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = max(number for number, line in enumerate(lines) if line.startswith(after)) + 1
    file.write_text("".join([*lines[:place], text.getvalue(), *lines[place:]]), encoding="utf-8")


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


def test_an_update_is_a_few_rows_and_the_check_says_what_else_to_do(copy: Path) -> None:
    for state, amount in {"Armenia": "1700.0", "Azerbaijan": "4900.0"}.items():
        add(
            copy, "military_expenditure", [state, "2025", amount, amount, "5.00", "no", "sipri-milex-2026"], after=state
        )
    calls = [line.split(",") for line in (copy / "data" / "roll_calls.csv").read_text(encoding="utf-8").splitlines()]
    add(copy, "roll_calls", *(["es-11-99", *call[1:-1], "un-es-11-99"] for call in calls if call[0] == "es-11-8"))
    add(
        copy,
        "resolutions",
        ["es-11-99", "ES-11/99", "2026-02-24", "A test", "93", "8", "73", "19", "193", "9999999", "un-es-11-99"],
    )

    status, said = run(copy, "edition.package.validate")
    assert status == 1
    assert (
        "data/military_expenditure.csv, row 33, column source: data/sources.csv has no row 'sipri-milex-2026'; add it"
        in said
    )
    assert "column year: '2025', but maximum is 2024; correct the cell, or the rule in datapackage.json" in said
    assert "data/resolutions.csv, row 11, column source: data/sources.csv has no row 'un-es-11-99'" in said
    assert "figures fig-votes (after-the-invasion.md), fig-tallies (votes-and-meetings.md)" in said

    add(
        copy, "sources",
        ["sipri-milex-2026", "A release", "SIPRI", "2026-04", "https://www.sipri.org/databases/milex", "sipri_milex", "whole"],
        ["un-es-11-99", "A record", "United Nations", "2026-02-24", "https://digitallibrary.un.org/record/9999999", "un_votes", "whole"],
    )  # fmt: skip
    raise_limit(copy, "military_expenditure", "year", 2025)
    status, said = run(copy, "edition.package.validate", "--accept")
    assert status == 0, said
    assert "recorded: military_expenditure. On it rest figures fig-expenditure (before-the-invasion.md)" in said
    assert said.endswith("data/ is valid\n")

    status, log = run(copy, "edition.build", "html")
    assert status == 0, log
    assert "Azerbaijan, estimates until" in (spent := figure(copy, "before-the-invasion", "fig-expenditure"))
    assert "2025: 4.9" in spent and "2025: 1.7" in spent
    assert "ES-11/99 93, 8, 73, 19" in figure(copy, "votes-and-meetings", "fig-tallies")
    assert "ES-11/99" in figure(copy, "after-the-invasion", "fig-votes")
