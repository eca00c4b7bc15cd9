"""The tables of this book: valid, complete, and each under the licence of its source."""

from __future__ import annotations

import pytest

from edition.cell.load import load
from edition.cell.written_dates import span
from edition.package.cited import COLUMNS
from edition.package.read import read_package, read_rows
from edition.package.validate import faults
from edition.paths import DATA

NAMES = [resource["name"] for resource in read_package(DATA)["resources"]]


def test_the_data_package_is_valid() -> None:
    assert faults() == []


def test_every_file_in_data_is_described_and_hashed() -> None:
    resources = read_package(DATA)["resources"]
    assert {resource["path"] for resource in resources} == {file.name for file in DATA.glob("*.csv")}
    assert all(resource["hash"].startswith("sha256:") and resource["bytes"] for resource in resources)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_says_what_it_is(name: str) -> None:
    resource = next(resource for resource in read_package(DATA)["resources"] if resource["name"] == name)
    for key in ("title", "description", "sources", "licenses", "verification", "gaps"):
        assert resource[key], f"{name} has no {key}"
    assert all(field["description"] for field in resource["schema"]["fields"])


@pytest.mark.parametrize("name", NAMES)
def test_every_table_loads_with_the_types_of_its_schema(name: str) -> None:
    fields = next(r for r in read_package(DATA)["resources"] if r["name"] == name)["schema"]["fields"]
    table = load(name)
    assert len(table) == len(read_rows(name, DATA)) > 0
    wanted = {"integer": "int64", "number": "float64", "string": "str", "date": "datetime64[s]"}
    assert {column: str(kind) for column, kind in table.dtypes.items()} == {
        f["name"]: wanted[f["type"]] for f in fields
    }


def test_every_source_is_used_and_every_key_has_its_source() -> None:
    known = {row["key"] for row in read_rows("sources", DATA)}
    used: set[str] = set()
    for name in NAMES:
        for row in read_rows(name, DATA):
            used |= set(row.get("source", "").split())
    assert used - known == set(), "keys without a row in data/sources.csv"
    assert known - used == set(), "sources that no row names"


def test_tables_of_sipri_and_the_un_are_not_under_a_free_licence() -> None:
    found = 0
    for resource in read_package(DATA)["resources"]:
        if any("SIPRI" in source["title"] or "United Nations" in source["title"] for source in resource["sources"]):
            names = {terms["name"] for terms in resource["licenses"]}
            assert any(name.startswith("LicenseRef-") for name in names), resource["name"]
            assert not names & {"CC-BY-4.0", "MIT"}, resource["name"]
            found += 1
    assert found > 5


def test_every_table_with_a_source_says_where_in_it_to_look() -> None:
    silent, sourced = set(), 0
    for resource in read_package(DATA)["resources"]:
        columns = {field["name"] for field in resource["schema"]["fields"]}
        sourced += "source" in columns
        if "source" in columns and not columns.issuperset(COLUMNS) and "locator" not in resource:
            silent.add(resource["name"])
    assert not silent and sourced > 10


def test_every_event_has_days_that_can_be_written() -> None:
    events = load("timeline").fillna("")
    assert len(events) > 50
    assert all(
        span(*pair).endswith((pair[1] or pair[0])[:4]) for pair in zip(events.date, events.end_date, strict=True)
    )
