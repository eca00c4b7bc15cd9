"""Surveys: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil(
        "surveys.surveys_are_described_once",
        "survey",
        put({"rank": "2 or 3"}, respondents="1520"),
        "in another way than before",
    ),
    Spoil(
        "surveys.surveys_are_described_once",
        "survey",
        put({"respondents": "1502"}, every=True, start="2022-12-03"),
        "begins on 2022-12-03, after 2022-12-02",
    ),
    Spoil(
        "surveys.surveys_are_described_once", "survey", put({"rank": "1"}, percent="40"), "a share or a rank is wanted"
    ),
    Spoil("surveys.surveys_are_described_once", "survey", put({"rank": "1"}, rank=""), "a share or a rank is wanted"),
    Spoil(
        "surveys.answers_add_up", "survey", put({"percent": "78.8"}, percent="79.8"), "part of Armenia add up to 101.0"
    ),
    Spoil(
        "surveys.answers_add_up", "survey", put({"percent": "78.8"}, percent="78.7"), "part of Armenia add up to 99.9"
    ),
    Spoil("surveys.answers_add_up", "survey", put({"percent": "98.2"}, percent="100.2"), "add up to 100.2"),
    Spoil(
        "surveys.answers_add_up", "survey", put({"percent": "29.5"}, stance="for"), "of one stance: for, for, against"
    ),
    Spoil(
        "surveys.states_stand_in_the_option",
        "survey",
        put({"option": "part of Russia"}, state="Armenia"),
        "Armenia does not stand in the option part of Russia",
    ),
    Spoil(
        "surveys.states_stand_in_the_option",
        "survey",
        put({"option": "part of Russia"}, state=""),
        "part of Russia has no state",
    ),
]
