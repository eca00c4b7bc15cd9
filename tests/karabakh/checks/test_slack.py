"""The slack of the checks that have one: no wider than their words, and no narrower."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spoiling import Spoil, fired, put

from karabakh.checks import CHECKS


@pytest.mark.parametrize(
    ("check", "table", "where", "column", "silent", "named"),
    [
        ("economy.importer_counts_less", "gas_eu_imports", {"value": "8"}, "value", "7.4", "7.3"),
        ("economy.importer_counts_less", "gas_eu_imports", {"value": "11"}, "value", "11.8", "11.9"),
        ("economy.speakers_are_close", "trade", {"turnover": "68"}, "turnover", "68.1", "68.3"),
        (
            "arms.suppliers_add_up",
            "arms_import_totals",
            {"recipient": "Azerbaijan", "year": "2016"},
            "tiv",
            "272",
            "275",
        ),
        ("arms.releases_add_up", "arms_release_totals", {"tiv": "248"}, "tiv", "251", "252"),
        ("arms.releases_add_up", "arms_releases", {"tiv": "227.5"}, "tiv", "227.7", "227.8"),
        ("arms.revisions_are_named", "arms_releases", {"tiv": "52.4"}, "tiv", "56", "56.1"),
        ("arms.published_shares_come_out", "arms_published", {"value": "7.5"}, "value", "7.4", "7.3"),
        (
            "expenditure.prices_and_product_are_steady",
            "military_expenditure",
            {"state": "Azerbaijan", "year": "2024"},
            "constant_usd",
            "5390",
            "5400",
        ),
        (
            "expenditure.prices_and_product_are_steady",
            "military_expenditure",
            {"state": "Azerbaijan", "year": "2024"},
            "constant_usd",
            "2910",
            "2900",
        ),
        (
            "expenditure.prices_and_product_are_steady",
            "military_expenditure",
            {"state": "Azerbaijan", "year": "2024"},
            "share_of_gdp",
            "3.27",
            "3.25",
        ),
        ("surveys.answers_add_up", "survey", {"percent": "78.8"}, "percent", "78.84", "78.86"),
        (
            "meetings.meetings_are_named_by_day",
            "mediation",
            {"place": "Almaty"},
            "end_date",
            "2024-05-17",
            "2024-05-18",
        ),
        ("reports.reports_are_dated_as_said", "timeline", {"key": "sochi-2021"}, "date", "2021-11-20", "2021-11-19"),
        ("reports.sources_are_dated_as_named", "sources", {"key": "tass-2021-01-30"}, "date", "2021-01-30", "2021-02"),
    ],
)
def test_slack_ends_where_it_should(check: str, table: str, where: dict, column: str, silent: str, named: str) -> None:
    def found(value: str) -> list:
        def change(rows: list[dict[str, str]]) -> None:
            next(row for row in rows if where.items() <= row.items())[column] = value

        return fired(CHECKS[check], Spoil(check, table, change, "").tables)

    assert found(silent) == []
    assert len(found(named)) == 1


def another_wave(rows: list[dict[str, str]]) -> None:
    """Add the arrivals of another event, on its first day and its last."""
    rows += [{**rows[-1], "event": "april-war", "date": day} for day in ("2016-04-02", "2016-04-05")]


@pytest.mark.parametrize(
    ("check", "table", "change"),
    [
        ("arrivals.arrivals_only_grow", "arrivals", put({"arrivals": "100632"}, arrivals="100700", bound="about")),
        ("arrivals.arrivals_are_of_their_event", "arrivals", another_wave),
        ("economy.gas_growth_leads_back", "gas_exports", put({"year": "2019"}, growth="5")),
        ("meetings.places_are_of_their_platform", "border_commission", put({"meeting": "4"}, place="Brussels")),
        ("dead.episodes_have_one_event", "casualties", put({"key": "road-all"}, stated="")),
        ("reports.sources_are_dated_as_named", "sources", put({"key": "un-es-11-3"}, date="")),
    ],
)
def test_what_is_no_fault_is_silent(check: str, table: str, change: Callable[[list[dict[str, str]]], None]) -> None:
    assert fired(CHECKS[check], Spoil(check, table, change, "").tables) == []
