"""The displaced: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil("arrivals.arrivals_in_order", "arrivals", put({"arrivals": "6650"}, date="2023-09-23"), "keep the order"),
    Spoil(
        "arrivals.arrivals_only_grow",
        "arrivals",
        put({"arrivals": "1050"}, arrivals="300"),
        "300 is not more than 377 before",
    ),
    Spoil(
        "arrivals.arrivals_only_grow",
        "arrivals",
        put({"arrivals": "9000"}, arrivals="6600"),
        "6600 is not more than 6650",
    ),
    Spoil(
        "arrivals.arrivals_only_grow",
        "arrivals",
        put({"arrivals": "42500"}, arrivals="50300"),
        "not less than the next count",
    ),
    Spoil("arrivals.arrivals_only_grow", "arrivals", put({"arrivals": "88780"}, bound="about"), "88780 is not rounded"),
    Spoil(
        "arrivals.arrivals_say_how_they_are_known",
        "arrivals",
        put({"dating": "hour inferred"}, note=""),
        "no note says from what",
    ),
    Spoil(
        "arrivals.arrivals_say_how_they_are_known",
        "arrivals",
        put({"arrivals": "6650"}, registered="7650"),
        "7650 registered are more than 6650 arrived",
    ),
    Spoil(
        "arrivals.arrivals_say_how_they_are_known",
        "arrivals",
        put({"arrivals": "53629"}, vehicles="15985"),
        "vehicles does not only grow",
    ),
    Spoil(
        "arrivals.arrivals_say_how_they_are_known",
        "arrivals",
        put({"registered": "11000"}, registered="5000"),
        "registered does not only grow",
    ),
    Spoil(
        "arrivals.arrivals_are_of_their_event",
        "arrivals",
        put({"arrivals": "100632"}, date="2023-10-05"),
        "as in the timeline",
    ),
    Spoil(
        "arrivals.arrivals_are_of_their_event",
        "timeline",
        put({"key": "arrivals-2023"}, date="2023-09-23"),
        "not from 2023-09-23",
    ),
    Spoil(
        "arrivals.days_follow_one_another",
        "arrivals_daily",
        put({"agency": "Armenpress"}, date="2023-09-27", end_date="2023-09-27"),
        "Armenpress goes on with 2023-09-27 after 2023-09-25",
    ),
    Spoil(
        "arrivals.days_follow_one_another",
        "arrivals_daily",
        put({"agency": "Armenpress"}, end_date="2023-09-25"),
        "Armenpress has days from 2023-09-26 to 2023-09-25",
    ),
    Spoil(
        "arrivals.days_fit_the_counts",
        "arrivals_daily",
        put({"date": "2023-09-26"}, arrivals="12800"),
        "Sputnik Arabic has 21800 by 2023-09-26, the counts are 28120 and 47115",
    ),
    Spoil(
        "arrivals.days_fit_the_counts",
        "arrivals_daily",
        put({"agency": "Armenpress"}, arrivals="46600"),
        "Armenpress has 55600 by 2023-09-26, the counts are 28120 and 47115",
    ),
    Spoil(
        "arrivals.days_fit_the_counts",
        "arrivals_daily",
        put({}, date="2023-09-23"),
        "is not the first day of the arrivals",
    ),
    Spoil(
        "arrivals.what_is_written_is_exact",
        "arrivals",
        put({"bound": "about"}, written="yes"),
        "is not exact, so that written has to stay empty",
    ),
    Spoil(
        "arrivals.what_is_written_is_exact",
        "arrivals",
        put({"arrivals": "100632"}, written=""),
        "100632 is the last count as printed",
    ),
]
