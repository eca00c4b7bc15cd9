"""What is valid is recorded, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.package.accept import accept
from edition.package.read import DataError, read_package
from edition.package.validate import main

Edit = Callable[[str, str, str], None]


def test_what_is_not_valid_is_not_recorded(copy: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    before = (copy / "datapackage.json").read_bytes()
    edit("oil.csv", "gull-rock,1901,24,", "gull-rock,901,24,")
    with pytest.raises(DataError, match="column year: '901'.*\n.*nothing was recorded: mend this first"):
        accept(copy)
    assert main(["--accept"], copy) == 1
    assert "nothing was recorded" in capsys.readouterr().out
    assert (copy / "datapackage.json").read_bytes() == before


@pytest.mark.parametrize("key", ["hash", "bytes"])
def test_what_is_not_recorded_is_recorded_again(copy: Path, key: str) -> None:
    before = read_package(copy)
    without = read_package(copy)
    del without["resources"][1][key]
    (copy / "datapackage.json").write_text(json.dumps(without), encoding="utf-8")
    assert accept(copy) == ["oil"]
    assert read_package(copy) == before
    assert accept(copy) == []
