"""The cross-checks of data/: they hold, and each of them fails when a cell that it guards is changed."""

from __future__ import annotations

import copy

import pytest

from edition.package.read import read_package, read_rows
from edition.paths import DATA
from edition.package.crosscheck import contradictions
from karabakh.checks import CHECKS
from edition.package.crosscheck import Rows

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
    ("arms.releases_in_order", "arms_releases", {"supplier": "Jordan"}, {"supplier": "Spain"}, "keep the order"),
    ("arms.release_totals_in_order", "arms_release_totals", {"year": "2013"}, {"year": "2017"}, "keep the order"),
    ("arms.expenditure_in_order", "military_expenditure", {"year": "1996"}, {"year": "1999"}, "keep the order"),
    ("arms.first_release_is_the_table", "arms_releases", {"tiv": "228"}, {"tiv": "229"}, "arms_transfers has 228"),
    ("arms.first_release_is_the_table", "arms_releases", {"tiv": "228"}, {"year": "2018"}, "arms_transfers has no row"),
    (
        "arms.first_release_is_the_table", "arms_releases", {"tiv": "228"}, {"release": "2024-03"},
        "2019 of arms_transfers is missing",
    ),
    ("arms.releases_add_up", "arms_releases", {"tiv": "227.5"}, {"tiv": "226.5"}, "add up to 247.3, not to 248"),
    ("arms.releases_add_up", "arms_release_totals", {"tiv": "248"}, {"tiv": "252"}, "add up to 249, not to 252"),
    ("arms.releases_add_up", "arms_release_totals", {"release": "2024-03"}, {"year": "2012"}, "no total for 2024-03"),
    (
        "arms.releases_have_their_source", "arms_releases", {"tiv": "227.5"}, {"release": "2025-03"},
        "sipri-transfers-2024 is not the release of 2025-03",
    ),
    (
        "arms.releases_have_their_source", "arms_release_totals", {"tiv": "7"}, {"year": "2024"},
        "cannot hold the year 2024",
    ),
    ("arms.revisions_are_small", "arms_releases", {"tiv": "227.5"}, {"tiv": "327.5"}, "is 228 in 2022-03 and 327.5"),
    (
        "arms.revisions_are_small", "arms_releases", {"release": "2025-03", "supplier": "Spain"}, {"tiv": "13.1"},
        "is 13 in 2024-03 and 13.1 in 2025-03",
    ),
    ("arms.revisions_are_small", "arms_releases", {"tiv": "227.5"}, {"year": "2018"}, "one of 2022-03 and 2024-03 only"),
    ("arms.revisions_are_small", "arms_releases", {"tiv": "227.5"}, {"basis": "table"}, "is from a register elsewhere"),
    (
        "arms.expenditure_is_continuous", "military_expenditure", {"constant_usd": "1326.2"}, {"current_usd": "1326.3"},
        "in the base year",
    ),
    (
        "arms.expenditure_is_continuous", "military_expenditure", {"constant_usd": "2826.0"}, {"constant_usd": "1826.0"},
        "current_usd by constant_usd jumps",
    ),
    (
        "arms.expenditure_is_continuous", "military_expenditure", {"constant_usd": "2826.0"}, {"share_of_gdp": "2.67"},
        "current_usd by share_of_gdp jumps",
    ),
    ("arms.expenditure_is_continuous", "military_expenditure", {"year": "1997"}, {"year": "1998"}, "1998 stands after"),
    (
        "arms.expenditure_is_continuous", "military_expenditure", {"state": "Azerbaijan", "year": "2006"},
        {"estimate": "yes"}, "an estimate after",
    ),
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
    ("people.dead_add_up", "casualties", {"key": "road-all"}, {"deaths_high": "63"}, "64 to 63 do not go together"),
    ("people.dead_add_up", "casualties", {"key": "depot-all"}, {"category": "soldiers"}, "do not go together"),
    ("people.dead_add_up", "casualties", {"key": "depot-all"}, {"counted": "dead and missing"}, "add up to 0"),
    (
        "people.dead_add_up", "casualties", {"key": "operation-both-all"}, {"deaths_low": "417", "deaths_high": "417"},
        "at least 417 is more than the 416",
    ),
    (
        "people.counts_of_the_dead_follow_one_another", "casualties", {"key": "border-armenian-soldiers"},
        {"deaths_low": "49"}, "does not follow border-armenian-soldiers-first-day",
    ),
    (
        "people.counts_of_the_dead_follow_one_another", "casualties", {"key": "second-war-azerbaijani-soldiers"},
        {"stated": "2021-03-01"}, "does not follow second-war-azerbaijani-soldiers-march",
    ),
    (
        "people.counts_of_the_dead_follow_one_another", "casualties", {"key": "april-armenian-soldiers-claim"},
        {"stated": "2015-08-29"}, "before 2016-04-02",
    ),
    (
        "people.counts_of_the_dead_follow_one_another", "casualties", {"key": "april-armenian-soldiers-claim"},
        {"kind": "own side"}, "is not own side for the Armenian dead",
    ),
    (
        "people.counts_of_the_dead_follow_one_another", "casualties", {"key": "border-both-soldiers"},
        {"figure_by": "Ministry of Defence of Armenia"}, "is not third party for the both dead",
    ),
    (
        "people.counts_of_the_dead_follow_one_another", "casualties", {"key": "border-both-soldiers"},
        {"side": "Armenian"}, "is not of the fighting of September 2022, Armenian",
    ),
    (
        "people.arrivals_only_grow", "arrivals", {"dating": "hour inferred"}, {"note": ""},
        "hour inferred, and no note says from what",
    ),
    (
        "people.arrivals_only_grow", "arrivals", {"arrivals": "6650"}, {"arrivals": "665"},
        "665 is not more than 1510 before",
    ),
    (
        "people.arrivals_only_grow", "arrivals", {"arrivals": "42500"}, {"arrivals": "50300"},
        "not less than the next count",
    ),
    ("people.arrivals_only_grow", "arrivals", {"arrivals": "88780"}, {"bound": "about"}, "is not rounded"),
    (
        "people.arrivals_only_grow", "arrivals", {"arrivals": "6650"}, {"registered": "7650"},
        "7650 registered are more than 6650 arrived",
    ),
    (
        "people.arrivals_only_grow", "arrivals", {"arrivals": "53629"}, {"vehicles": "15985"},
        "vehicles does not only grow",
    ),
    ("people.arrivals_only_grow", "arrivals", {"arrivals": "100632"}, {"date": "2023-10-05"}, "as in the timeline"),
    ("people.arrivals_in_order", "arrivals", {"arrivals": "6650"}, {"date": "2023-09-23"}, "keep the order"),
    (
        "people.days_fit_the_counts", "arrivals_daily", {"date": "2023-09-26"}, {"arrivals": "12800"},
        "Sputnik Arabic has 21800 by 2023-09-26, the counts are 28120 and 50243",
    ),
    (
        "people.days_fit_the_counts", "arrivals_daily", {"agency": "Armenpress"}, {"date": "2023-09-27"},
        "Armenpress goes on with 2023-09-27 after 2023-09-25",
    ),
    (
        "people.days_fit_the_counts", "arrivals_daily", {"date": "2023-09-24"}, {"date": "2023-09-23"},
        "is not the first day of the arrivals",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "goods-before"}, {"value": "401"},
        "401 a day for 182 days is not 72800",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "gas-cut"}, {"expected": "183"},
        "for 182 days is not 183",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "electricity-cut"}, {"value": "254"},
        "254 is more than 182, its whole",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "goods-june"}, {"unit": "vehicles"},
        "vehicles against tonnes per day",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "gas-cut"}, {"unit": "tonnes"},
        "counted in days",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "goods-june"}, {"expected": ""},
        "an expected number do not go together",
    ),
    (
        "corridor.what_was_expected_comes_out", "corridor_traffic", {"key": "goods-before"}, {"as_of": "2022-12-13"},
        "tonnes per day on 2022-12-13",
    ),
    (
        "corridor.what_was_expected_comes_out", "timeline", {"key": "lachin-sit-in"}, {"key": "sit-in"},
        "no row lachin-sit-in",
    ),
    (
        "corridor.traffic_accumulates", "corridor_traffic", {"key": "goods-june"}, {"value": "4574"},
        "does not grow from 4623",
    ),
    (
        "corridor.traffic_accumulates", "corridor_traffic", {"key": "vehicles-azerbaijan"}, {"value": "2501"},
        "more than 2501 vehicles do not go together",
    ),
    (
        "corridor.traffic_accumulates", "corridor_traffic", {"key": "goods-before"}, {"bound": "exact"},
        "do not go together",
    ),
    (
        "corridor.traffic_accumulates", "corridor_traffic", {"key": "damage-june"}, {"as_of": "2023-06-11"},
        "several days",
    ),
    (
        "corridor.traffic_in_order", "corridor_traffic", {"key": "patients-july"}, {"as_of": "2023-05-25"},
        "keep the order",
    ),
    ("surveys.answers_add_up", "survey", {"percent": "78.8"}, {"percent": "79.8"}, "part of Armenia add up to 101.0"),
    ("surveys.answers_add_up", "survey", {"percent": "29.5"}, {"stance": "for"}, "as for, for, against"),
    ("surveys.answers_add_up", "survey", {"rank": "1"}, {"percent": "40"}, "a share or a rank is wanted"),
    ("surveys.answers_add_up", "survey", {"rank": "2 or 3"}, {"respondents": "1520"}, "in another way than before"),
    ("people.claims_have_the_unit_of_their_row", "claims", {"id": "C029"}, {"unit": "vehicles"}, "C029 is in vehicles"),
    (
        "events.days_agree", "timeline", {"key": "prague-meeting"}, {"date": "2022-10-07"},
        "but mediation:2022-10-06-prague:date",
    ),
    ("events.days_agree", "timeline", {"key": "april-war"}, {"end_date": "2017-04-05"}, "not less than a year"),
    (
        "events.events_precede_their_reports", "timeline", {"key": "invasion"}, {"date": "2022-02-25"},
        "later than its source",
    ),
    (
        "events.events_precede_their_reports", "timeline", {"key": "base-treaty"}, {"date": "1995-03-15"},
        "date of the document",
    ),
    ("events.news_is_of_the_day", "timeline", {"key": "socar-fuel"}, {"date": "2022-02-25"}, "are 1 day(s) apart"),
    ("events.news_is_of_the_day", "timeline", {"key": "sochi-2021"}, {"date": "2021-11-27"}, "are 0 day(s) apart"),
    (
        "events.meetings_are_named_by_day", "mediation", {"place": "Tehran"}, {"date": "2023-10-22"},
        "is not of 2023-10-22",
    ),
    (
        "events.meetings_are_named_by_day", "mediation", {"place": "Tehran"}, {"source": "meeting-2023-12-26"},
        "does not report on",
    ),
    (
        "events.meetings_are_named_by_day", "mediation", {"place": "Almaty"}, {"end_date": "2024-06-11"},
        "more than a week",
    ),
    (
        "events.meetings_are_named_by_day", "mediation", {"host": "Vladimir Putin"}, {"platform": "other"},
        "does not stand for",
    ),
    ("events.terms_hold", "agreement_terms", {"key": "peacekeeping-renewal"}, {"value": "6"}, "not the length of"),
    ("events.terms_hold", "agreement_terms", {"key": "eu-capacity-term"}, {"value": "3"}, "eu-capacity-term is 3 months"),
    (
        "events.sources_are_dated_as_named", "sources", {"key": "un-es-11-3"}, {"key": "un-2021"},
        "un-2021 is dated 2022-04-07",
    ),
    (
        "events.sources_are_dated_as_named", "sources", {"key": "armradio-2022-11-11"}, {"date": "2022-11-15"},
        "its address says",
    ),
    ("events.timeline_in_order", "timeline", {"key": "socar-fuel"}, {"date": "2022-02-16"}, "keep the order"),
    ("events.mediation_in_order", "mediation", {"place": "Tehran"}, {"date": "2022-10-23"}, "keep the order"),
    ("events.declined_in_order", "meetings_declined", {"place": "Granada"}, {"date": "2022-10-05"}, "keep the order"),
    (
        "events.declined_were_not_held", "meetings_declined", {"place": "Granada"}, {"date": "2023-10-06"},
        "is not of 2023-10-06 in Granada",
    ),
    (
        "events.declined_were_not_held", "meetings_declined", {"place": "Granada"}, {"platform": "United States"},
        "does not meet in Granada",
    ),
    (
        "events.declined_were_not_held", "meetings_declined", {"place": "Granada"}, {"date": "2023-06-01"},
        "is the day of a meeting",
    ),
    (
        "events.commission_meets_in_turn", "border_commission", {"meeting": "1"}, {"date": "2022-05-25"},
        "not of 2022-05-24",
    ),
    (
        "events.commission_meets_in_turn", "border_commission", {"meeting": "2"}, {"date": "2022-08-31"},
        "not the weekday of the report",
    ),
    (
        "events.commission_meets_in_turn", "border_commission", {"meeting": "5"}, {"date": "2023-07-11"},
        "meeting 5 is not later than meeting 4",
    ),
    ("events.commission_meets_in_turn", "border_commission", {"meeting": "5"}, {"meeting": "6"}, "out of turn"),
    ("events.commission_meets_in_turn", "border_commission", {"meeting": "7"}, {"status": "reported"}, "does not go with"),
    (
        "events.commission_meets_in_turn", "border_commission", {"meeting": "3"}, {"third_party": "Russia"},
        "Russia is not the host in Brussels",
    ),
    (
        "events.commission_meets_in_turn", "border_commission", {"meeting": "8"}, {"date": "2024-04-20"},
        "later than its source",
    ),
    ("economy.trade_in_order", "trade", {"partner": "Turkey"}, {"year": "2022"}, "keep the order"),
    ("economy.gas_in_order", "gas_exports", {"year": "2019"}, {"year": "2022"}, "keep the order"),
    ("economy.growth_leads_back", "trade", {"status": "derived"}, {"turnover": "2.27"}, "does not go with 2.5"),
    ("economy.growth_leads_back", "trade", {"growth": "24.5"}, {"growth": "25.5"}, "to 4.17 does not go with 3.35"),
    ("economy.growth_leads_back", "trade", {"growth": "24.5"}, {"growth": ""}, "no growth leads to it"),
    ("economy.speakers_are_close", "trade", {"turnover": "68"}, {"turnover": "78"}, "more than a tenth above 62"),
    ("economy.speakers_are_close", "trade", {"turnover": "10.9"}, {"turnover": "11.9"}, "than 11.7 in the whole year"),
    (
        "economy.gas_growth_leads_back", "gas_exports", {"volume": "18.9"}, {"volume": "18.8"},
        "growth of 18 per cent to 22.3 does not go with 18.8",
    ),
    (
        "economy.destinations_add_up", "gas_exports", {"volume": "9.9"}, {"volume": "9.8"},
        "the destinations of 2024 add up to 25.1",
    ),
    (
        "economy.destinations_add_up", "gas_exports", {"destination": "Georgia"}, {"destination": "Turkey"},
        "the destinations of 2020 are Europe, Turkey, Turkey",
    ),
    ("economy.destinations_add_up", "gas_exports", {"year": "2019"}, {"year": "2018"}, "no destinations in 2018"),
    ("economy.importer_counts_less", "gas_eu_imports", {"value": "11"}, {"value": "12"}, "12 does not go with"),
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
    assert contradictions() == []


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
