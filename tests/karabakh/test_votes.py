"""The votes of the UN General Assembly, as far as no cross-check of karabakh.checks holds them."""

from __future__ import annotations

from edition.cell.load import load
from edition.package.read import describe
from edition.paths import DATA

ROLL_CALLS = load("roll_calls")
VOTES = {"Y", "N", "A", "NV"}


def test_votes_are_of_the_four_kinds() -> None:
    assert set(ROLL_CALLS.vote) == VOTES
    assert set(load("crimea_votes").vote) <= VOTES


def test_every_roll_call_belongs_to_a_resolution() -> None:
    assert set(ROLL_CALLS.resolution) == set(load("resolutions").key)


def test_voting_records_stay_outside_the_licence_of_the_book() -> None:
    for name in ("resolutions", "roll_calls", "crimea_votes"):
        licences = {licence["name"] for licence in describe(name, DATA)["licenses"]}
        assert "LicenseRef-UN" in licences
        assert not any(licence.startswith("CC-BY") for licence in licences)
