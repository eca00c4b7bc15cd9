"""Votes: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, drop, put

SPOILS = [
    Spoil(
        "votes.symbols_are_short",
        "resolutions",
        put({"symbol": "ES-11/8"}, symbol="A/RES/ES-11/8"),
        "the symbol A/RES/ES-11/8 would be in no chart; write ES-11/8",
    ),
    Spoil("votes.resolutions_in_order", "resolutions", put({"key": "es-11-3"}, date="2022-03-07"), "keep the order"),
    Spoil("votes.crimea_in_order", "crimea_votes", put({"symbol": "74/17"}, date="2018-01-09"), "keep the order"),
    Spoil("votes.roll_calls_recount", "roll_calls", put({"iso3": "AFG"}, vote="N"), "yes is 39, the roll call has 38"),
    Spoil(
        "votes.roll_calls_recount",
        "resolutions",
        put({"key": "62-243"}, members="193"),
        "does not add up to 193 members",
    ),
    Spoil("votes.roll_calls_recount", "roll_calls", put({"iso3": "AFG"}, source="un-68-262"), "names another record"),
    Spoil(
        "votes.states_have_one_name",
        "roll_calls",
        put({"iso3": "AFG"}, state="Afganistan"),
        "AFG is Afganistan elsewhere",
    ),
    Spoil(
        "votes.states_have_one_name",
        "roll_calls",
        put({"iso3": "AFG"}, iso3="AFX"),
        "Afghanistan is AFX elsewhere, not AFG",
    ),
    Spoil(
        "votes.states_have_one_name",
        "roll_calls",
        put({"iso3": "ALB"}, iso3="AFG", state="Afghanistan"),
        "Afghanistan stands twice on 62-243",
    ),
    Spoil(
        "votes.records_agree",
        "resolutions",
        put({"key": "es-11-3"}, date="2022-04-08"),
        "is not the date of un-es-11-3",
    ),
    Spoil("votes.records_agree", "resolutions", put({"key": "es-11-3"}, record="3967779"), "is not that of un-es-11-3"),
    Spoil("votes.crimea_texts_are_whole", "crimea_votes", put({"symbol": "71/205"}, date="2016-12-20"), "another date"),
    Spoil(
        "votes.crimea_texts_are_whole",
        "crimea_votes",
        put({"symbol": "71/205"}, source="un-62-243"),
        "un-62-243 is not of",
    ),
    Spoil(
        "votes.crimea_texts_are_whole",
        "crimea_votes",
        put({"symbol": "71/205"}, every=True, date="2017-12-19"),
        "outside session 71",
    ),
    Spoil(
        "votes.crimea_texts_are_whole", "crimea_votes", put({"symbol": "71/205"}, iso3="AZE"), "71/205 has the votes of"
    ),
    Spoil("votes.crimea_texts_are_whole", "crimea_votes", drop({"symbol": "71/205"}), "not of ARM, AZE, GEO, RUS"),
    Spoil(
        "votes.crimea_texts_are_whole",
        "crimea_votes",
        put({"symbol": "71/205"}, every=True, date="2016-08-19"),
        "2016-08-19 is outside session 71",
    ),
    Spoil(
        "votes.symbols_name_their_session",
        "resolutions",
        put({"symbol": "ES-11/8"}, session="79"),
        "ES-11/8 is of session ES-11, not 79",
    ),
    Spoil(
        "votes.symbols_name_their_session",
        "resolutions",
        put({"symbol": "68/262"}, consequences="yes"),
        "68/262 is none of the session on Ukraine",
    ),
]
