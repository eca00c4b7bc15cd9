"""The framework is asked for types, constraints and keys, and told nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.package.framework import broken, report_on


def test_the_framework_follows_nothing_that_a_descriptor_says(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    far = "https://example.org/x.json"
    more = {"profile": far, "dialect": far, "scheme": "https", "format": "xlsx", "compression": "gz", "innerpath": "x",
            "extrapaths": ["/etc/passwd"], "encoding": "utf-16"}  # fmt: skip
    package["profile"] = far
    for table in package["resources"]:
        table.update(more)
        table["schema"].update(profile=far, missingValues=["0"])
        for field in table["schema"]["fields"]:
            field.update(format="%d/%m", bareNumber=False, rdfType=far)
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection"))
    assert report_on({table["name"]: table for table in package["resources"]}, copy).valid


def test_a_rule_that_the_framework_does_not_understand_is_a_line_and_no_crash(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise TypeError("no\n  such rule")

    monkeypatch.setattr("edition.package.framework.report_on", fail)
    assert broken(copy) == ["data/datapackage.json: TypeError: no such rule; mend the descriptor"]


def test_what_two_rules_say_alike_is_said_once(copy: Path) -> None:
    """A key is unique by itself; a column may be called so besides."""
    package = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"][0]["schema"]["fields"][0]["constraints"]["unique"] = True
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    table = copy / "lighthouses.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("north-head,", "gull-rock,"), encoding="utf-8")
    assert [line for line in broken(copy) if "twice" in line or "above" in line] == [
        "data/lighthouses.csv, row 2, column key: 'gull-rock' stands in a row above; let each row have its own, or delete one"
    ]
