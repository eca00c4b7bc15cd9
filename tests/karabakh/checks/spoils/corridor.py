"""The Lachin corridor: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil(
        "corridor.traffic_in_order",
        "corridor_traffic",
        put({"key": "patients-july-31"}, as_of="2023-05-25"),
        "keep the order",
    ),
    Spoil(
        "corridor.averages_are_of_the_time_before",
        "corridor_traffic",
        put({"key": "goods-before"}, as_of="2022-12-13"),
        "tonnes per day on 2022-12-13, with the blockade from 2022-12-12",
    ),
    Spoil(
        "corridor.averages_are_of_the_time_before",
        "corridor_traffic",
        put({"key": "patients-july"}, as_of="2022-12-11"),
        "persons on 2022-12-11",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "corridor_traffic",
        put({"key": "goods-before"}, value="401"),
        "is not 72800",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "corridor_traffic",
        put({"key": "gas-cut"}, expected="183"),
        "is not 183",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "timeline",
        put({"key": "lachin-sit-in"}, date="2022-12-13"),
        "for 149 days",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "corridor_traffic",
        put({"key": "electricity-cut"}, value="254"),
        "254 is more than 182, its whole",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "corridor_traffic",
        put({"key": "goods-june"}, expected=""),
        "left empty does not go with goods-before",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "corridor_traffic",
        put({"key": "goods-june"}, before=""),
        "72800 does not go with no average and tonnes",
    ),
    Spoil(
        "corridor.what_was_expected_comes_out",
        "corridor_traffic",
        put({"key": "gas-cut"}, unit="tonnes"),
        "182 does not go with no average and tonnes",
    ),
    Spoil(
        "corridor.units_go_with_their_average",
        "corridor_traffic",
        put({"key": "goods-june"}, unit="vehicles"),
        "vehicles against tonnes per day",
    ),
    Spoil(
        "corridor.bounds_go_with_units",
        "corridor_traffic",
        put({"key": "goods-before"}, bound="as printed"),
        "does not go with",
    ),
    Spoil(
        "corridor.bounds_go_with_units",
        "corridor_traffic",
        put({"key": "gas-cut"}, bound="average"),
        "does not go with days",
    ),
    Spoil(
        "corridor.bounds_go_with_units",
        "corridor_traffic",
        put({"key": "vehicles-azerbaijan-march"}, value="4001"),
        "is not round",
    ),
    Spoil(
        "corridor.traffic_accumulates",
        "corridor_traffic",
        put({"key": "goods-june"}, value="4574"),
        "does not grow from 4623",
    ),
    Spoil(
        "corridor.traffic_accumulates",
        "corridor_traffic",
        put({"key": "goods-june"}, unit="vehicles"),
        "counted in two ways",
    ),
    Spoil(
        "corridor.traffic_accumulates",
        "corridor_traffic",
        put({"key": "goods-june"}, compiled_by="AFP"),
        "counted in two ways",
    ),
    Spoil(
        "corridor.raised_counts_name_the_last",
        "corridor_traffic",
        put({"key": "goods-may"}, superseded_by=""),
        "superseded_by is empty, not goods-june",
    ),
    Spoil(
        "corridor.raised_counts_name_the_last",
        "corridor_traffic",
        put({"key": "goods-june"}, superseded_by="goods-may"),
        "superseded_by is goods-may, not empty",
    ),
    Spoil(
        "corridor.reports_have_one_day",
        "corridor_traffic",
        put({"key": "damage-june"}, as_of="2023-06-11"),
        "several days",
    ),
    Spoil(
        "corridor.counts_of_one_subject_stand_together",
        "corridor_traffic",
        put({"key": "patients-january"}, subject="persons"),
        "patients, but persons in patients-january",
    ),
    Spoil(
        "corridor.counts_of_one_subject_stand_together",
        "corridor_traffic",
        put({"key": "goods-before"}, subject="goods out"),
        "goods in, but goods out in goods-before",
    ),
    Spoil(
        "corridor.counts_of_one_subject_stand_together",
        "corridor_traffic",
        put({"key": "goods-may"}, bar="all"),
        "goods-may has a bar, but goods-june is the last count",
    ),
    Spoil(
        "corridor.counts_of_one_subject_stand_together",
        "corridor_traffic",
        put({"key": "goods-before"}, bar=""),
        "goods-june has a bar, and goods-before, its average before, none",
    ),
    Spoil(
        "corridor.units_go_with_their_subject",
        "corridor_traffic",
        put({"key": "vehicles-azerbaijan-assistant"}, subject="persons"),
        "persons are not counted in vehicles",
    ),
    Spoil(
        "corridor.offices_have_one_name_and_side",
        "corridor_traffic",
        put({"key": "vehicles-june"}, short="Ombudsman"),
        "is Defender and Karabakh above; correct short, or party",
    ),
    Spoil(
        "corridor.offices_have_one_name_and_side",
        "corridor_traffic",
        put({"key": "people-september"}, party="Azerbaijan"),
        "International Committee of the Red Cross is Red Cross above",
    ),
]
