"""The platforms of the charts are those of the tables."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.package.read import describe
from edition.paths import DATA
from karabakh.platforms import OTHERS, PLATFORMS, RUSSIA, WEST, WESTERN, camp


@pytest.mark.parametrize("table", ["mediation", "hosts", "meetings_declined"])
def test_every_platform_of_the_tables_has_its_place(table: str) -> None:
    [field] = [field for field in describe(table, DATA)["schema"]["fields"] if field["name"] == "platform"]
    assert set(field["constraints"]["enum"]) <= set(PLATFORMS)


def test_a_platform_is_russia_the_west_or_another() -> None:
    camps = camp(pd.Series(PLATFORMS, PLATFORMS))
    assert camps[RUSSIA] == RUSSIA
    assert set(camps[WESTERN]) == {WEST}
    assert set(camps.drop([RUSSIA, *WESTERN])) == {OTHERS}
