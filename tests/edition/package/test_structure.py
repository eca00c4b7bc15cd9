"""What the descriptor has to say of each table is there, and of the right kind."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.package.structure import hash_of, printable, unrecorded

Table = dict[str, Any]

HIVES: Table = {
    "name": "hives",
    "path": "hives.csv",
    "title": "The hives",
    "description": "Each hive, with its bees.",
    "verification": "Counted twice.",
    "gaps": "The old hive was never counted.",
    "sources": [{"title": "The diary", "path": "https://example.org/diary"}],
    "licenses": [{"title": "CC0", "path": "https://example.org/cc0"}],
    "schema": {
        "fields": [
            {"name": "key", "type": "string", "description": "which hive"},
            {"name": "bees", "type": "integer", "description": "how many", "unit": "thousands"},
        ],
        "primaryKey": "key",
    },
}
LINK = "begin it with http:, https:, mailto:, doi:, urn: and write it without spaces"
OBJECTS = 'is no list of objects; write [{"title": …, "path": …}]'


def said(folder: Path, change: Callable[[Table], object], **package: object) -> list[str]:
    """Change the description of the hives, and return what is wrong with it, without the name of the file."""
    table = copy.deepcopy(HIVES)
    change(table)
    (folder / "datapackage.json").write_text(json.dumps({"resources": [table], **package}), encoding="utf-8")
    found = printable(folder)
    assert all(line.startswith("data/datapackage.json: ") for line in found)
    return [line.removeprefix("data/datapackage.json: ") for line in found]


def put(**values: object) -> Callable[[Table], object]:
    """Return what sets keys of the table."""
    return lambda table: table.update(values)


def without(key: str) -> Callable[[Table], object]:
    """Return what takes a key out of the table."""
    return lambda table: table.pop(key)


def schema(**values: object) -> Callable[[Table], object]:
    """Return what sets keys of the table's schema."""
    return lambda table: table["schema"].update(values)


def field(**values: object) -> Callable[[Table], object]:
    """Return what sets keys of the second column."""
    return lambda table: table["schema"]["fields"][1].update(values)


def test_a_description_that_lacks_nothing_is_let_through(tmp_path: Path) -> None:
    assert said(tmp_path, put()) == []


@pytest.mark.parametrize("key", ["title", "description", "verification", "gaps", "sources", "licenses"])
def test_what_the_book_prints_of_a_table_is_there(tmp_path: Path, key: str) -> None:
    assert said(tmp_path, without(key)) == [f"hives lacks {key}; add it"]


@pytest.mark.parametrize("text", ["", " \n", 5, None, ["The hives"]])
@pytest.mark.parametrize("key", ["title", "description", "verification", "gaps"])
def test_what_the_book_prints_of_a_table_is_a_text(tmp_path: Path, key: str, text: object) -> None:
    assert said(tmp_path, put(**{key: text})) == [f"{key} of hives is no text; write one"]


@pytest.mark.parametrize(
    "listed", ["The diary", {"title": "The diary"}, ["The diary"], [{"title": "The diary"}, 5], 5, None]
)
@pytest.mark.parametrize("key", ["sources", "licenses"])
def test_sources_and_licences_are_lists_of_objects(tmp_path: Path, key: str, listed: object) -> None:
    assert said(tmp_path, put(**{key: listed})) == [f"{key} of hives {OBJECTS}"]


@pytest.mark.parametrize("key", ["sources", "licenses"])
def test_a_source_and_a_licence_have_a_title_and_an_address_that_may_be_linked(tmp_path: Path, key: str) -> None:
    listed = [
        {"title": "The diary"},
        {"path": "urn:isbn:1"},
        {"title": 7},
        {"title": "A", "path": "diary.txt"},
        {"title": "B", "path": 5},
    ]
    assert said(tmp_path, put(**{key: listed})) == [
        f"number 2 of the {key} of hives lacks title; add it",
        f"number 3 of the {key} of hives lacks title; add it",
        f"number 4 of the {key} of hives: 'diary.txt' is no address that may be linked; {LINK}",
        f"number 5 of the {key} of hives: '5' is no address that may be linked; {LINK}",
    ]


def test_the_package_need_not_say_its_sources_but_in_the_same_way(tmp_path: Path) -> None:
    assert said(tmp_path, put(), sources="The diary") == [f"sources of the package {OBJECTS}"]
    assert said(tmp_path, put(), licenses=[{"path": "urn:x"}]) == [
        "number 1 of the licenses of the package lacks title; add it"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf8"])
def test_utf_8_has_several_names(tmp_path: Path, encoding: str) -> None:
    assert said(tmp_path, put(encoding=encoding)) == []


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "", None, 8])
def test_another_encoding_is_refused(tmp_path: Path, encoding: object) -> None:
    assert said(tmp_path, put(encoding=encoding)) == [
        f"hives has the encoding {encoding!r}; save the file as UTF-8, and write utf-8"
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (field(description=None), "the field bees of hives lacks description; add it"),
        (field(description=5), "the field bees of hives lacks description; add it"),
        (field(unit=1000), "the unit of the field bees of hives is no text; write one"),
        (field(unit=None), "the unit of the field bees of hives is no text; write one"),
        (schema(primaryKey="hive"), "a key of hives names the column 'hive'; it has key, bees"),
        (schema(primaryKey=["key", "hive"]), "a key of hives names the column 'hive'; it has key, bees"),
        (schema(primaryKey=5), "a key of hives names the column 5; it has key, bees"),
        (
            schema(foreignKeys=[{"fields": ["hive"], "reference": {"resource": "", "fields": ["key"]}}]),
            "a key of hives names the column 'hive'; it has key, bees",
        ),
    ],
)  # fmt: skip
def test_a_column_is_described_and_a_key_names_one(
    tmp_path: Path, change: Callable[[Table], object], fault: str
) -> None:
    assert said(tmp_path, change) == [fault]


@pytest.mark.parametrize(
    "keys",
    ["key", "", {}, {"fields": "key"}, 5, None, ["key"], ["fields"], [["fields"]], [5], [{"reference": {"resource": "", "fields": "key"}}]],
)  # fmt: skip
def test_keys_to_other_tables_are_a_list_of_objects(tmp_path: Path, keys: object) -> None:
    assert said(tmp_path, schema(foreignKeys=keys)) == [
        "the foreignKeys of hives are no list of objects with fields and reference; mend them"
    ]


@pytest.mark.parametrize(
    ("recorded", "fault"),
    [
        ({"bytes": 7}, "hives lacks hash; add it with: make data-accept"),
        ({"hash": hash_of(b"")}, "hives lacks bytes; add it with: make data-accept"),
        *(
            ({"hash": wrong, "bytes": 7}, f"hash of hives is {wrong!r}; record it anew with: make data-accept")
            for wrong in ("", "sha256:", hash_of(b"")[7:], hash_of(b"") + "0", hash_of(b"").upper(), "md5:" + "0" * 64, None)
        ),
        *(
            ({"hash": hash_of(b""), "bytes": wrong}, f"bytes of hives is {wrong!r}; record it anew with: make data-accept")
            for wrong in ("", "seven", -7, 7.5, True, None)
        ),
    ],
)  # fmt: skip
def test_what_is_recorded_of_a_table_can_be_compared(recorded: Table, fault: str) -> None:
    """Else a change of the table would pass."""
    assert list(unrecorded([{"name": "hives", **recorded}])) == [f"data/datapackage.json: {fault}"]


def test_what_is_recorded_of_a_table_as_it_is_here_is_let_through() -> None:
    assert list(unrecorded([{"name": "hives", "hash": hash_of(b"key,bees\n"), "bytes": 9}])) == []


def test_a_fault_that_hides_others_is_said_alone(tmp_path: Path) -> None:
    """Where tables cannot be read by their description, nothing else of it is looked at; nor where it is no JSON."""
    assert said(tmp_path, lambda table: [table.pop("path"), table.pop("title")]) == [
        "hives lacks path; add it: the name of its file in data/"
    ]
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    [line] = printable(tmp_path)
    assert line.startswith("data/datapackage.json, line 1: ") and line.endswith("; mend the JSON there")
