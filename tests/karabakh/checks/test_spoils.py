"""What is spoiled is found: each condition of each cross-check is made to fire, by what stands in ``spoils/``."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from runpy import run_path

import pytest
from spoiling import Spoil, assert_fires, unseen

from karabakh.checks import CHECKS

# The spoils of each module of checks stand in a file of the same name.
SPOILS: dict[str, list[Spoil]] = {
    file.stem: run_path(str(file))["SPOILS"] for file in sorted(Path(__file__).with_name("spoils").glob("*.py"))
}
MODULES = sorted({name.partition(".")[0] for name in CHECKS})


def test_no_check_is_without_spoils_and_no_spoil_without_its_check() -> None:
    spoiled = {(module, spoil.check) for module, spoils in SPOILS.items() for spoil in spoils}
    assert spoiled == {(name.partition(".")[0], name) for name in CHECKS}


@pytest.mark.parametrize("spoil", [spoil for spoils in SPOILS.values() for spoil in spoils], ids=str)
def test_what_is_spoiled_is_named_by_one_condition(spoil: Spoil) -> None:
    assert_fires(spoil)


@pytest.mark.parametrize("module", MODULES)
def test_every_condition_is_seen_to_fire(module: str) -> None:
    assert unseen(import_module(f"karabakh.checks.{module}"), SPOILS.get(module, [])) == []
