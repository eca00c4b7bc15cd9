"""Whether the tables are as recorded: every change of a file is seen, and every table without a record."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lighthouses import DATA

from edition.package.recorded import all_as_recorded


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def describe(data: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the description of the first table."""
    file = data / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    change(package["resources"][0])
    file.write_text(json.dumps(package), encoding="utf-8")


def test_data_that_were_accepted_are_as_recorded(data: Path) -> None:
    assert all_as_recorded(data)


def test_a_changed_byte_is_seen(data: Path) -> None:
    table = max(data.glob("*.csv"), key=lambda file: file.stat().st_size)
    table.write_bytes(table.read_bytes().replace(b"1", b"2", 1))
    assert not all_as_recorded(data)


def test_a_table_that_nobody_describes_is_seen(data: Path) -> None:
    (data / "more.csv").write_text("key\n", encoding="utf-8")
    assert not all_as_recorded(data)


def test_a_table_without_a_hash_is_no_recorded_one(data: Path) -> None:
    describe(data, lambda resource: resource.pop("hash"))
    with pytest.raises(KeyError):
        all_as_recorded(data)
