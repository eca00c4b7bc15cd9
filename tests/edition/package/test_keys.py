"""The keys of a descriptor: those of both books are all known, and what each may say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lighthouses
import pytest

from edition.package.keys import strangers
from edition.package.read import read_package
from edition.paths import DATA

BOOKS = [DATA, lighthouses.DATA]


@pytest.mark.parametrize("data", BOOKS, ids=lambda data: data.parent.name)
def test_what_is_right_is_let_through(data: Path) -> None:
    assert list(strangers(read_package(data))) == []


def of_column(constraints: object, kind: str = "string") -> list[str]:
    """Return what is wrong with the constraints of a column of hives, without the name of the file."""
    fields: list[dict[str, Any]] = [{"name": "bees", "type": kind, "constraints": constraints}]
    table = {"name": "hives", "path": "hives.csv", "schema": {"fields": fields}}
    return [line.removeprefix("data/datapackage.json: ") for line in strangers({"resources": [table]})]


@pytest.mark.parametrize("constraints", [["required"], "required", True, None, 5])
def test_constraints_are_an_object(constraints: object) -> None:
    assert of_column(constraints) == [
        'the constraints of the field bees of hives are no object; write {"required": true}, for example'
    ]


@pytest.mark.parametrize(
    ("kind", "rule", "value", "cure"),
    [
        ("string", "required", "yes", "let it be true or false"),
        ("string", "unique", 1, "let it be true or false"),
        ("string", "minLength", "3", "let it be a whole number"),
        ("string", "maxLength", 3.5, "let it be a whole number"),
        ("string", "maxLength", True, "let it be a whole number"),
        ("integer", "maxLength", 3, "a column of type integer has none; take it out"),
        ("string", "pattern", 5, "let it be a text"),
        ("string", "pattern", ["a"], "let it be a text"),
        ("date", "pattern", "1.*", "a column of type date has none; take it out"),
        ("string", "enum", [], "let it be a list of what the cells may say, each of type string"),
        ("string", "enum", ["old", 5], "let it be a list of what the cells may say, each of type string"),
        ("number", "enum", [1.5, True], "let it be a list of what the cells may say, each of type number"),
        ("string", "minimum", "a", "a column of type string has none; take it out, or use minLength and maxLength"),
        ("integer", "minimum", 1.5, "let it be of type integer"),
        ("number", "maximum", "2", "let it be of type number"),
        ("date", "minimum", "1901-02-30", "let it be of type date"),
        ("date", "minimum", "", "let it be of type date"),
        ("date", "maximum", 1901, "let it be of type date"),
    ],
)
def test_a_constraint_is_of_the_kind_of_its_column(kind: str, rule: str, value: object, cure: str) -> None:
    assert of_column({rule: value}, kind) == [f"the constraint {rule} of the field bees of hives is {value!r}; {cure}"]


@pytest.mark.parametrize(
    ("kind", "constraints"),
    [
        ("string", {"required": True, "unique": False, "minLength": 1, "maxLength": 9, "pattern": "[a-z]+"}),
        ("string", {"enum": ["old", "new"]}),
        ("integer", {"enum": [1, 2], "minimum": 0, "maximum": 9}),
        ("number", {"enum": [1, 2.5], "minimum": 0, "maximum": 9.5}),
        ("date", {"enum": ["1901-05-10"], "minimum": "1901-01-01", "maximum": "1902-12-31"}),
    ],
)
def test_constraints_of_the_kind_of_their_column_are_let_through(kind: str, constraints: dict[str, object]) -> None:
    assert of_column(constraints, kind) == []
