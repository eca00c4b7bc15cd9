"""The platforms on which the sides met, in the order of the charts and tables."""

from __future__ import annotations

import pandas as pd

RUSSIA = "Russia"
WESTERN = ["European Union", "United States", "European Political Community"]
PLATFORMS = [RUSSIA, *WESTERN, "OSCE Minsk Group", "other", "no mediator"]

#: What a chart calls the Western platforms together, and all that are neither Russia’s nor among these.
WEST, OTHERS = "EU, US and EPC", "other or none"


def camp(platforms: pd.Series) -> pd.Series:
    """Return for each platform Russia, :data:`WEST` or :data:`OTHERS`."""
    western = platforms.mask(platforms.isin(WESTERN), WEST)
    return western.where(western.isin([RUSSIA, WEST]), OTHERS)
