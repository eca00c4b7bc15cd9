"""The oil of the single lamps against the oil that the harbour landed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.package.crosscheck import Rows, at, in_order, over

lighthouses_in_order = in_order("lighthouses", "lit")


@over("oil", "oil_landed", totals=True)
def the_lamps_burn_what_is_landed(oil: Rows, oil_landed: Rows) -> Iterator[str]:
    """In every year the barrels of the lamps add up to those that were landed."""
    burned: Counter[str] = Counter()
    for row in oil:
        burned[row["year"]] += int(row["barrels"])
    for number, row in enumerate(oil_landed, start=1):
        if burned[row["year"]] != int(row["barrels"]):
            yield f"{at('oil_landed', number)}: the lamps burned {burned[row['year']]} barrels, not {row['barrels']}"
