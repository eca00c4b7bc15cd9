"""The keys of a descriptor: those of both books are all known."""

from __future__ import annotations

from pathlib import Path

import lighthouses
import pytest

from edition.package.keys import strangers
from edition.package.read import read_package
from edition.paths import DATA

BOOKS = [DATA, lighthouses.DATA]


@pytest.mark.parametrize("data", BOOKS, ids=lambda data: data.parent.name)
def test_what_is_right_is_let_through(data: Path) -> None:
    assert list(strangers(read_package(data))) == []
