"""The votes of the UN General Assembly: every roll call recounts to its published tally."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.data import load
from edition.package import describe
from edition.paths import DATA

RESOLUTIONS = load("resolutions").set_index("key")
ROLL_CALLS = load("roll_calls")
COLUMNS = {"Y": "yes", "N": "no", "A": "abstentions", "NV": "not_voting"}


@pytest.fixture(params=list(RESOLUTIONS.index))
def resolution(request: pytest.FixtureRequest) -> str:
    """Return the key of a resolution, one after the other."""
    return request.param


@pytest.fixture
def roll_call(resolution: str) -> pd.DataFrame:
    """Return the votes on that resolution."""
    return ROLL_CALLS[ROLL_CALLS.resolution == resolution]


def test_roll_call_recounts_to_the_tally(resolution: str, roll_call: pd.DataFrame) -> None:
    counted = roll_call.vote.value_counts().rename(COLUMNS).to_dict()
    assert counted == RESOLUTIONS.loc[resolution, list(COLUMNS.values())].to_dict()


def test_tally_adds_up_to_the_members(resolution: str) -> None:
    row = RESOLUTIONS.loc[resolution]
    assert row[list(COLUMNS.values())].sum() == row.members


def test_each_member_stands_once(resolution: str, roll_call: pd.DataFrame) -> None:
    assert roll_call.iso3.is_unique and roll_call.state.is_unique
    assert len(roll_call) == RESOLUTIONS.members[resolution]


def test_roll_call_and_tally_name_the_same_record(resolution: str, roll_call: pd.DataFrame) -> None:
    assert set(roll_call.source) == {RESOLUTIONS.source[resolution]}
    sources = load("sources").set_index("key")
    assert sources.url[RESOLUTIONS.source[resolution]].endswith(f"/{RESOLUTIONS.record[resolution]}")


def test_votes_are_of_the_four_kinds() -> None:
    assert set(ROLL_CALLS.vote) == set(COLUMNS)
    assert set(load("crimea_votes").vote) <= set(COLUMNS)


def test_every_roll_call_belongs_to_a_resolution() -> None:
    assert set(ROLL_CALLS.resolution) == set(RESOLUTIONS.index)


def test_a_state_has_one_name_and_one_code() -> None:
    names = ROLL_CALLS[["iso3", "state"]].drop_duplicates()
    assert names.iso3.is_unique and names.state.is_unique


def test_both_states_stand_in_every_vote_on_crimea() -> None:
    states = load("crimea_votes").groupby("symbol").iso3.agg(sorted)
    assert states.map(lambda codes: codes == ["ARM", "AZE"]).all()


def test_voting_records_stay_outside_the_licence_of_the_book() -> None:
    for name in ("resolutions", "roll_calls", "crimea_votes"):
        licences = {licence["name"] for licence in describe(name, DATA)["licenses"]}
        assert "LicenseRef-UN" in licences
        assert not any(licence.startswith("CC-BY") for licence in licences)
