"""The ledger as it is read: a row that is no claim is refused, with the cure."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lighthouses import DATA

from edition.ledger.claim import in_ledger, read_claims
from edition.mutate_data.guards import as_csv
from edition.package.read import DataError, read_package, read_rows

CLAIMS = read_claims(DATA)


def ledger(folder: Path, change: Callable[[list[dict[str, str]]], None]) -> Path:
    """Put a changed copy of the ledger into `folder`, with its descriptor, and return the folder."""
    (folder / "datapackage.json").write_bytes((DATA / "datapackage.json").read_bytes())
    rows = read_rows("claims", DATA)
    change(rows)
    (folder / "claims.csv").write_bytes(as_csv(rows))
    return folder


def test_a_ledger_with_an_identifier_twice_is_refused(tmp_path: Path) -> None:
    data = ledger(tmp_path, lambda rows: rows.append(rows[0]))
    with pytest.raises(DataError, match=rf"row {len(CLAIMS) + 1}: C001 stands twice"):
        read_claims(data)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("verdict", "true", "row 2: C002 has verdict 'true' and method .*; choose from agrees, imprecise, contested, "),
        ("verdict", "", "row 2: C002 has verdict '' and method"),
        (
            "method",
            "guessed",
            "row 2: C002 has verdict .* and method 'guessed'; choose from .*, and computed, looked up, ",
        ),
        ("tolerance", "at least", "row 2: C002 asserts .* and the tolerance 'at least', which cannot be read"),
        ("tolerance", "some", "the tolerance 'some', which cannot be read"),
        ("asserted", "2021-13", "asserts '2021-13' .*, which cannot be read"),
    ],
)
def test_a_claim_that_cannot_be_read_is_refused(tmp_path: Path, column: str, value: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_claims(ledger(tmp_path, lambda rows: rows[1].update({column: value})))


@pytest.mark.parametrize("columns", [["tried"], ["words", "limits"]])
def test_a_ledger_that_lacks_a_column_is_refused(tmp_path: Path, columns: list[str]) -> None:
    """Also if its descriptor lacks it too, so that the two agree."""

    def shorten(rows: list[dict[str, str]]) -> None:
        for row in rows:
            for column in columns:
                del row[column]

    package = read_package(ledger(tmp_path, shorten))
    schema = next(one for one in package["resources"] if one["name"] == "claims")["schema"]
    schema["fields"] = [one for one in schema["fields"] if one["name"] not in columns]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_claims(tmp_path)
    assert str(error.value) == (
        f"data/claims.csv, line 1: the column {', '.join(columns)} is missing; add it, and to datapackage.json"
    )


def test_a_ledger_may_have_more_columns_than_a_claim(tmp_path: Path) -> None:
    package = read_package(ledger(tmp_path, lambda rows: [row.update(mood="calm") for row in rows]))
    fields = next(one for one in package["resources"] if one["name"] == "claims")["schema"]["fields"]
    fields.append({"name": "mood", "type": "string"})
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert read_claims(tmp_path) == CLAIMS


def test_the_place_of_a_claim_is_its_row() -> None:
    assert in_ledger(CLAIMS, "C003") == "data/claims.csv, row 3"
