"""Whoever changes a table is told what to look at again."""

from __future__ import annotations

from pathlib import Path

import pytest
from lighthouses import copy_of_book

from edition.source.rests_on import rests_on


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data of the lighthouses, with the pages beside it."""
    return copy_of_book(tmp_path / "lighthouses") / "data"


def test_a_changed_table_says_what_rests_on_it(copy: Path) -> None:
    found = rests_on(["oil", "lighthouses", "oil_landed"], copy)
    assert [*found] == ["oil", "lighthouses", "oil_landed"]
    assert "On it rest claims C001; the text and tables of book/oil.md: look at them again" in found["oil"]
    assert "On it rest claims C002; figures fig-heights (book/towers.md)" in found["lighthouses"]
    assert found["oil_landed"] == "No chapter loads it."


def test_on_no_table_rests_nothing(tmp_path: Path) -> None:
    assert rests_on([], tmp_path) == {}


def test_a_page_that_cannot_be_read_may_rest_on_it_too(copy: Path) -> None:
    """A draft that is half written does not keep anybody from changing a table."""
    (copy.parent / "book" / "oil.md").write_bytes(b"\xe9")
    assert rests_on(["oil"], copy)["oil"] == "No chapter loads it. Not known: oil.md, which cannot be read."


def test_what_rests_on_a_table_is_not_known_without_ledger_or_contents(copy: Path) -> None:
    contents = copy.parent / "_toc.yml"
    contents.rename(copy.parent / "contents.yml")
    said = "On it rest claims C002: look at them again. Not known: _toc.yml, which cannot be read."
    assert rests_on(["lighthouses"], copy)["lighthouses"] == said
    (copy / "claims.csv").unlink()
    said = "What rests on it is not known while data/claims.csv cannot be read."
    assert rests_on(["lighthouses"], copy)["lighthouses"] == said
