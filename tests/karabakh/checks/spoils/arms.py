"""Arms transfers: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, drop, put

SPOILS = [
    Spoil("arms.transfers_in_order", "arms_transfers", put({"supplier": "Jordan"}, supplier="Spain"), "keep the order"),
    Spoil("arms.totals_in_order", "arms_import_totals", put({"year": "1999"}, year="2005"), "keep the order"),
    Spoil("arms.releases_in_order", "arms_releases", put({"supplier": "Jordan"}, supplier="Spain"), "keep the order"),
    Spoil("arms.release_totals_in_order", "arms_release_totals", put({"year": "2013"}, year="2017"), "keep the order"),
    Spoil(
        "arms.suppliers_add_up",
        "arms_transfers",
        put({"supplier": "Israel", "year": "2016"}, tiv="260"),
        "the suppliers add up",
    ),
    Spoil("arms.suppliers_add_up", "arms_transfers", put({"supplier": "India"}, tiv="33"), "add up to 33, not to 32"),
    Spoil("arms.suppliers_add_up", "arms_import_totals", drop({"year": "1999"}), "no total for Armenia, 1999"),
    Spoil("arms.suppliers_add_up", "arms_transfers", drop({"year": "1999"}), "add up to 0, not to 2"),
    Spoil("arms.published_shares_come_out", "arms_published", put({"value": "27"}, value="28"), "SIPRI prints 28"),
    Spoil(
        "arms.published_shares_come_out", "arms_published", put({"value": "8.2"}, value="8.3"), "the table gives 8.2"
    ),
    Spoil(
        "arms.published_shares_come_out",
        "arms_published",
        put({"value": "6.6"}, computed=""),
        "or write 6.4 in computed",
    ),
    Spoil(
        "arms.published_shares_come_out", "arms_published", put({"value": "6.6"}, computed="6.5"), "the table gives 6.4"
    ),
    Spoil(
        "arms.published_shares_come_out",
        "arms_published",
        put({"value": "6.6"}, value="6.4"),
        "or leave computed empty",
    ),
    Spoil(
        "arms.published_shares_come_out",
        "arms_published",
        put({"value": "7.5"}, value="7.3"),
        "7.3 is too far from 10.50",
    ),
    Spoil(
        "arms.windows_end_before_the_release",
        "arms_published",
        put({"value": "27"}, release="2020-03"),
        "no window to 2020",
    ),
    Spoil(
        "arms.one_release_is_the_table",
        "arms_releases",
        put({"tiv": "228"}, tiv="229"),
        "229, but arms_transfers has 228",
    ),
    Spoil(
        "arms.one_release_is_the_table",
        "arms_transfers",
        drop({"supplier": "India"}),
        "32, but arms_transfers has no row",
    ),
    Spoil("arms.one_release_is_the_table", "arms_releases", put({"tiv": "228"}, basis="register"), "and no register"),
    Spoil("arms.one_release_is_the_table", "arms_releases", drop({"tiv": "228"}), "2019 of arms_transfers is missing"),
    Spoil("arms.releases_add_up", "arms_releases", put({"tiv": "227.5"}, tiv="226.5"), "add up to 247.3, not to 248"),
    Spoil("arms.releases_add_up", "arms_release_totals", put({"tiv": "248"}, tiv="252"), "add up to 249, not to 252"),
    Spoil(
        "arms.releases_add_up",
        "arms_release_totals",
        drop({"release": "2024-03"}),
        "no total for 2024-03, Armenia, 2011",
    ),
    Spoil(
        "arms.releases_have_their_source",
        "arms_releases",
        put({"tiv": "227.5"}, release="2025-03"),
        "sipri-transfers-2024 is not the release of 2025-03",
    ),
    Spoil(
        "arms.releases_have_their_source",
        "arms_release_totals",
        put({"tiv": "7"}, year="2024"),
        "cannot hold the year 2024",
    ),
    Spoil(
        "arms.releases_have_one_basis",
        "arms_releases",
        put({"tiv": "227.5"}, basis="table"),
        "is from a register elsewhere",
    ),
    Spoil(
        "arms.deliveries_stay",
        "arms_releases",
        drop({"tiv": "228"}),
        "Russia, 2019 stands in one of 2022-03 and 2024-03 only",
    ),
    Spoil(
        "arms.deliveries_stay",
        "arms_releases",
        drop({"release": "2025-03", "supplier": "Unknown"}),
        "Unknown, 2018 stands in one of 2024-03 and 2025-03 only",
    ),
    Spoil(
        "arms.revisions_are_named",
        "arms_releases",
        put({"release": "2025-03", "supplier": "Spain"}, tiv="13.1"),
        "13.1 against 13 in the release before; correct it, or write 13 in revised_from",
    ),
    Spoil(
        "arms.revisions_are_named", "arms_releases", put({"tiv": "227.5"}, tiv="227.4"), "or write 228 in revised_from"
    ),
    Spoil(
        "arms.revisions_are_named", "arms_releases", put({"revised_from": "16"}, revised_from="15"), "or write 16 in"
    ),
    Spoil(
        "arms.revisions_are_named",
        "arms_releases",
        put({"tiv": "227.5"}, revised_from="228"),
        "or leave revised_from empty",
    ),
    Spoil("arms.revisions_are_named", "arms_releases", put({"tiv": "52.4"}, tiv="56.4"), "56.4 is too far from 16"),
]
