"""The timeline: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil("events.timeline_in_order", "timeline", put({"key": "socar-fuel"}, date="2022-02-16"), "keep the order"),
    Spoil(
        "events.spans_are_short", "timeline", put({"key": "april-war"}, end_date="2016-04-02"), "is not after the first"
    ),
    Spoil(
        "events.spans_are_short",
        "timeline",
        put({"key": "april-war"}, end_date="2017-04-05"),
        "is not less than a year",
    ),
    Spoil(
        "events.meetings_have_their_days",
        "timeline",
        put({"key": "prague-meeting"}, date="2022-10-07"),
        "date of prague-meeting is 2022-10-07, but 2022-10-06 in its meeting, 2022-10-06-prague",
    ),
    Spoil(
        "events.meetings_have_their_days",
        "mediation",
        put({"key": "2022-10-31-sochi"}, date="2022-10-30"),
        "but 2022-10-30",
    ),
    Spoil(
        "events.meetings_have_their_days",
        "timeline",
        put({"key": "ministers-almaty"}, end_date=""),
        "is empty, but 2024-05-11",
    ),
    Spoil(
        "events.meetings_have_their_days",
        "timeline",
        put({"key": "prague-meeting"}, meeting=""),
        "prague-meeting has day and place of 2022-10-06-prague; name it in the column meeting",
    ),
    Spoil(
        "events.ends_are_events",
        "timeline",
        put({"key": "second-war"}, end_date="2020-11-11"),
        "trilateral-ceasefire is of",
    ),
    Spoil(
        "events.ends_are_events",
        "timeline",
        put({"key": "ceasefire-2023"}, date="2023-09-21"),
        "ceasefire-2023 is of 2023-09-21",
    ),
    Spoil(
        "events.main_events_have_headlines",
        "timeline",
        put({"key": "lachin-flight"}, main="yes"),
        "lachin-flight is a main event without a headline",
    ),
    Spoil(
        "events.main_events_have_headlines",
        "timeline",
        put({"key": "districts-displaced"}, headline="350,000 Azerbaijanis displaced"),
        "350,000 of the headline of districts-displaced does not stand in its title",
    ),
]
