"""The cross-checks of data/: they hold, and each of them fails when a cell that it guards is changed."""

from __future__ import annotations

import copy

import pytest

from edition.package import read_package, read_rows
from edition.paths import DATA
from edition.recount import CHECKS, faults
from edition.recount.check import Rows

NAMES = [resource["name"] for resource in read_package(DATA)["resources"]]
TABLES: dict[str, Rows] = {name: read_rows(name, DATA) for name in NAMES}

# Of each check: a table, what picks a row of it, the cells that are changed in this row, and what the fault says.
SPOILS = [
    (
        "arms.suppliers_add_up", "arms_transfers", {"supplier": "Israel", "year": "2016"}, {"tiv": "260"},
        "the suppliers add up",
    ),
    (
        "arms.suppliers_add_up", "arms_transfers", {"supplier": "India"}, {"tiv": "33"},
        "the suppliers add up to 33, not to 32",
    ),
    ("arms.suppliers_add_up", "arms_import_totals", {"year": "1999"}, {"year": "1998"}, "no total for Armenia, 1999"),
    ("arms.published_shares_come_out", "arms_published", {"value": "27"}, {"value": "28"}, "SIPRI prints 28"),
    ("arms.published_shares_come_out", "arms_published", {"value": "27"}, {"release": "2020-03"}, "no window to 2020"),
    ("arms.transfers_in_order", "arms_transfers", {"supplier": "Jordan"}, {"supplier": "Spain"}, "keep the order"),
    ("arms.totals_in_order", "arms_import_totals", {"year": "1999"}, {"year": "2005"}, "keep the order"),
    ("votes.roll_calls_recount", "roll_calls", {"iso3": "AFG"}, {"vote": "N"}, "yes is 39, the roll call has 38"),
    (
        "votes.roll_calls_recount", "resolutions", {"key": "62-243"}, {"members": "193"},
        "does not add up to 193 members",
    ),
    ("votes.roll_calls_recount", "roll_calls", {"iso3": "AFG"}, {"source": "un-68-262"}, "another record"),
    ("votes.states_have_one_name", "roll_calls", {"iso3": "AFG"}, {"state": "Angola"}, "elsewhere"),
    ("votes.records_agree", "resolutions", {"key": "es-11-3"}, {"date": "2022-04-08"}, "is not as in un-es-11-3"),
    ("votes.records_agree", "resolutions", {"key": "es-11-3"}, {"record": "3967779"}, "is not as in un-es-11-3"),
    ("votes.resolutions_in_order", "resolutions", {"key": "es-11-3"}, {"date": "2022-03-07"}, "keep the order"),
    ("votes.crimea_texts_are_whole", "crimea_votes", {"symbol": "71/205"}, {"date": "2016-12-20"}, "another date"),
    (
        "votes.crimea_texts_are_whole", "crimea_votes", {"symbol": "71/205"}, {"date": "2017-12-19"},
        "outside session 71",
    ),
    ("votes.crimea_texts_are_whole", "crimea_votes", {"symbol": "71/205"}, {"iso3": "AZE"}, "71/205 has the votes of"),
    ("votes.crimea_in_order", "crimea_votes", {"symbol": "74/17"}, {"date": "2018-01-09"}, "keep the order"),
    (
        "people.dead_add_up", "casualties", {"key": "depot-all"}, {"deaths_low": "219", "deaths_high": "219"},
        "add up to 219",
    ),
    ("people.dead_add_up", "casualties", {"key": "depot-all"}, {"deaths_high": "219"}, "do not go together"),
    ("people.dead_add_up", "casualties", {"key": "depot-all"}, {"category": "soldiers"}, "do not go together"),
    (
        "people.arrivals_only_grow", "arrivals", {"arrivals": "6650"}, {"arrivals": "665"},
        "665 is not more than 1050 before",
    ),
    ("people.arrivals_only_grow", "arrivals", {"arrivals": "100632"}, {"date": "2023-10-05"}, "as in the timeline"),
    ("people.arrivals_in_order", "arrivals", {"arrivals": "6650"}, {"date": "2023-09-23"}, "keep the order"),
    ("people.blockade_is_consistent", "reported_numbers", {"key": "blockade-days"}, {"value": "183"}, "it is 182"),
    (
        "people.blockade_is_consistent", "reported_numbers", {"key": "goods-before"}, {"value": "401"},
        "times blockade-days",
    ),
    (
        "people.blockade_is_consistent", "reported_numbers", {"key": "electricity-cut"}, {"value": "254"},
        "larger than its whole",
    ),
    (
        "people.blockade_is_consistent", "reported_numbers", {"key": "goods-brought"}, {"unit": "days"},
        "units of the goods",
    ),
    (
        "people.blockade_is_consistent", "reported_numbers", {"key": "electricity-cut"}, {"unit": "mines"},
        "counted in days",
    ),
    (
        "people.blockade_is_consistent", "reported_numbers", {"key": "goods-brought"}, {"as_of": "2023-06-11"},
        "several days",
    ),
    ("people.blockade_is_consistent", "timeline", {"key": "lachin-sit-in"}, {"key": "sit-in"}, "no row lachin-sit-in"),
    ("people.claims_have_the_unit_of_their_row", "claims", {"id": "C029"}, {"unit": "vehicles"}, "C029 is in vehicles"),
    (
        "days.days_agree", "timeline", {"key": "prague-meeting"}, {"date": "2022-10-07"},
        "but mediation:2022-10-06-prague:date",
    ),
    ("days.days_agree", "timeline", {"key": "april-war"}, {"end_date": "2017-04-05"}, "not less than a year"),
    (
        "days.events_precede_their_reports", "timeline", {"key": "invasion"}, {"date": "2022-02-25"},
        "later than its source",
    ),
    (
        "days.events_precede_their_reports", "timeline", {"key": "base-treaty"}, {"date": "1995-03-15"},
        "date of the document",
    ),
    ("days.news_is_of_the_day", "timeline", {"key": "socar-fuel"}, {"date": "2022-02-25"}, "do not go together"),
    ("days.news_is_of_the_day", "timeline", {"key": "sochi-2021"}, {"date": "2021-11-27"}, "do not go together"),
    (
        "days.meetings_are_named_by_day", "mediation", {"place": "Tehran"}, {"date": "2023-10-22"},
        "is not of 2023-10-22",
    ),
    (
        "days.meetings_are_named_by_day", "mediation", {"place": "Tehran"}, {"source": "meeting-2023-12-26"},
        "does not report on",
    ),
    (
        "days.meetings_are_named_by_day", "mediation", {"place": "Almaty"}, {"end_date": "2024-06-11"},
        "more than a week",
    ),
    (
        "days.meetings_are_named_by_day", "mediation", {"host": "Vladimir Putin"}, {"platform": "other"},
        "does not stand for",
    ),
    ("days.terms_hold", "agreement_terms", {"key": "peacekeeping-renewal"}, {"value": "6"}, "not the length of"),
    ("days.terms_hold", "agreement_terms", {"key": "eu-capacity-term"}, {"value": "3"}, "eu-capacity-term is 3 months"),
    (
        "days.sources_are_dated_as_named", "sources", {"key": "un-es-11-3"}, {"key": "un-2021"},
        "un-2021 is dated 2022-04-07",
    ),
    (
        "days.sources_are_dated_as_named", "sources", {"key": "armradio-2022-11-11"}, {"date": "2022-11-15"},
        "its address says",
    ),
    ("days.timeline_in_order", "timeline", {"key": "socar-fuel"}, {"date": "2022-02-16"}, "keep the order"),
    ("days.mediation_in_order", "mediation", {"place": "Tehran"}, {"date": "2022-10-23"}, "keep the order"),
    ("events.kinds_are_named", "timeline", {"key": "base-treaty"}, {"kind": "diplomacy"}, "does not speak of diplomacy"),
    ("events.bars_have_ends", "timeline", {"key": "april-war"}, {"end_date": "2016-04-02"}, "is not after the first"),
    (
        "places.vertices_lie_on_the_grid", "outlines", {"part": "Nakhchivan"}, {"latitude": "39.00000"},
        "latitude 39.00000 is not on the grid",
    ),
    ("places.outlines_are_closed", "outlines", {"part": "island 1"}, {"longitude": "50.0"}, "island 1 is not closed"),
    ("places.outlines_are_closed", "outlines", {"part": "Nakhchivan"}, {"part": "island 2"}, "stands in two places"),
    (
        "places.borders_are_shared", "outlines", {"part": "Nakhchivan", "latitude": "39.71252"}, {"latitude": "40.0"},
        "a vertex of the common border",
    ),
    ("places.places_lie_in_their_state", "places", {"key": "goris"}, {"longitude": "47.3389"}, "goris is not in Armenia"),
    ("places.places_lie_in_their_state", "places", {"key": "goris"}, {"territory": "Azerbaijan"}, "not in Azerbaijan"),
    (
        "places.places_lie_in_their_state", "places", {"key": "kornidzor"}, {"longitude": "46.541111"},
        "kornidzor is not in Armenia",
    ),
    ("places.checks_are_complete", "places", {"key": "baku"}, {"checked_distance": ""}, "go together"),
]


def test_the_cross_checks_hold() -> None:
    assert faults() == []


@pytest.mark.parametrize(("name", "table", "where", "change", "message"), SPOILS)
def test_a_changed_cell_is_named(
    name: str, table: str, where: dict[str, str], change: dict[str, str], message: str
) -> None:
    tables = {**TABLES, table: copy.deepcopy(TABLES[table])}
    next(row for row in tables[table] if where.items() <= row.items()).update(change)
    found = CHECKS[name](tables)
    assert any(message in fault and fault.startswith("data/") for fault in found), found


def test_every_check_is_seen_to_fail() -> None:
    assert {name for name, *_ in SPOILS} == set(CHECKS)


def test_a_fault_names_the_row() -> None:
    tables = {**TABLES, "roll_calls": copy.deepcopy(TABLES["roll_calls"])}
    tables["roll_calls"][3]["state"] = "Angola"
    found = CHECKS["votes.states_have_one_name"](tables)
    assert any(fault.startswith("data/roll_calls.csv, row 4: ") for fault in found)
