"""The descriptions of the tables say of the rows what is true of them, and type no count that the rows give."""

from __future__ import annotations

import re
from typing import Any

import pytest

from edition.package.read import read_package, read_rows
from edition.paths import DATA

RESOURCES = {resource["name"]: resource for resource in read_package(DATA)["resources"]}
WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# A number that counts the rows as they are now; what was done to the rows of the draft stays true.
COUNT = re.compile(
    rf"\b(?:[Aa]ll|[Oo]f the|[Tt]he|\d+ of) (?:\d+|{WORDS})\b(?! rows of the first draft)(?= (?:rows|quotations|resolutions|statements|claims|sources|are equal|were seen))"
)


def counts(resource: dict[str, Any]) -> list[str]:
    """Return the counts of rows that a description types."""
    return [
        match[0] for key in ("description", "gaps", "verification") for match in COUNT.finditer(resource.get(key, ""))
    ]


@pytest.mark.parametrize("name", RESOURCES)
def test_a_description_types_no_count_of_its_rows(name: str) -> None:
    assert counts(RESOURCES[name]) == [], "say “all”, “most” or “none”, which stays true when a row comes in"


def test_a_typed_count_is_seen() -> None:
    assert counts({"gaps": "None: all 128 statements are listed."}) == ["all 128"]
    assert counts({"verification": "All 20 rows of the first draft were looked up anew."}) == []


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_a_column_that_every_row_fills_is_required(name: str) -> None:
    """A new row cannot come in with less than all others say."""
    rows = read_rows(name, DATA)
    loose = [
        field["name"]
        for field in RESOURCES[name]["schema"]["fields"]
        if not field.get("constraints", {}).get("required") and all(row[field["name"]] for row in rows)
    ]
    assert loose == []
