"""What the counts on the road come to a day."""

from __future__ import annotations

import pandas as pd

from karabakh.road import by_the_day

TRAFFIC = pd.DataFrame(
    {
        "key": ["before", "bound", "about", "printed"],
        "as_of": ["2022-12-11", "2022-12-22", "2022-12-22", "2022-12-22"],
        "value": [920, 1599, 1599, 16000],
        "bound": ["average", "more than", "about", "as printed"],
    }
).set_index("key")
DAYS = by_the_day(TRAFFIC, pd.Timestamp("2022-12-12"))


def test_a_count_is_divided_by_its_days_and_an_average_stays() -> None:
    assert DAYS.days.to_list() == [-1, 10, 10, 10]
    assert DAYS.daily.to_list() == [920, 159.9, 159.9, 1600]
    assert DAYS.end["bound"] == pd.Timestamp("2022-12-22")


def test_a_lower_bound_is_rounded_down_and_keeps_its_words() -> None:
    assert DAYS.rounded.to_list() == [920, 159, 160, 1600]
    assert DAYS.text.to_list() == ["920", "more than 159", "about 160", "1,600"]
    assert DAYS.prefix["bound"] == "more than "
