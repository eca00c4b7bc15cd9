"""Meetings: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, drop, put

SPOILS = [
    Spoil("meetings.mediation_in_order", "mediation", put({"place": "Tehran"}, date="2022-10-23"), "keep the order"),
    Spoil(
        "meetings.declined_in_order",
        "meetings_declined",
        put({"place": "Granada"}, date="2022-10-05"),
        "keep the order",
    ),
    Spoil(
        "meetings.meetings_are_named_by_day",
        "mediation",
        put({"host": "Jake Sullivan"}, date="2022-09-26"),
        "is not of 2022-09-26",
    ),
    Spoil(
        "meetings.meetings_are_named_by_day",
        "mediation",
        put({"place": "Tehran"}, source="meeting-2023-12-26"),
        "not report on",
    ),
    Spoil(
        "meetings.meetings_are_named_by_day",
        "mediation",
        put({"place": "Almaty"}, end_date="2024-06-11"),
        "no meeting of two days",
    ),
    Spoil(
        "meetings.meetings_are_named_by_day",
        "mediation",
        put({"place": "Almaty"}, end_date="2024-05-10"),
        "no meeting of two days",
    ),
    Spoil(
        "meetings.hosts_stand_for_their_platform",
        "mediation",
        put({"host": "Vladimir Putin"}, platform="other"),
        "but for Russia",
    ),
    Spoil(
        "meetings.hosts_stand_for_their_platform",
        "mediation",
        put({"place": "Geneva"}, platform="other"),
        "but for no mediator",
    ),
    Spoil(
        "meetings.hosts_stand_for_their_platform",
        "hosts",
        put({"host": "Antony Blinken"}, platform="other"),
        "but for other",
    ),
    Spoil(
        "meetings.hosts_stand_for_their_platform",
        "mediation",
        put({"host": "Vladimir Putin"}, level="foreign ministers"),
        "Vladimir Putin does not meet foreign ministers, but leaders",
    ),
    Spoil(
        "meetings.hosts_stand_for_their_platform",
        "hosts",
        put({"host": "Antony Blinken"}, level="leaders"),
        "but leaders in",
    ),
    Spoil(
        "meetings.hosts_stand_for_their_platform",
        "mediation",
        drop({"host": "Jake Sullivan"}),
        "is the host of no meeting",
    ),
    Spoil(
        "meetings.declined_were_not_held",
        "meetings_declined",
        put({"place": "Granada"}, date="2023-10-06"),
        "is not of 2023-10-06",
    ),
    Spoil(
        "meetings.declined_were_not_held",
        "meetings_declined",
        put({"place": "Granada"}, date="2023-06-01", key="2023-06-01-granada"),
        "2023-06-01 is the day of a meeting that was held",
    ),
    Spoil(
        "meetings.declined_were_not_held",
        "meetings_declined",
        put({"place": "Washington"}, date="2024-06-01", key="2024-06-01-washington"),
        "2024-06-01 is outside the table of meetings",
    ),
    Spoil(
        "meetings.declined_were_not_held",
        "meetings_declined",
        put({"place": "Stockholm"}, date="2020-12-03", key="2020-12-03-stockholm"),
        "2020-12-03 is outside the table of meetings",
    ),
    Spoil(
        "meetings.places_are_of_their_platform",
        "meetings_declined",
        put({"place": "Moscow"}, platform="European Union"),
        "European Union in Moscow, where only Russia met",
    ),
    Spoil(
        "meetings.places_are_of_their_platform",
        "border_commission",
        put({"meeting": "3"}, third_party="Russia"),
        "Russia in Brussels, where only",
    ),
    Spoil("meetings.commission_meets_in_turn", "border_commission", put({"meeting": "5"}, meeting="6"), "out of turn"),
    Spoil(
        "meetings.commission_meets_in_turn",
        "border_commission",
        put({"meeting": "5"}, date="2023-07-12"),
        "meeting 5 is not later than meeting 4",
    ),
    Spoil(
        "meetings.commission_days_are_known_as_said",
        "border_commission",
        put({"meeting": "3"}, weekday=""),
        "weekday left empty",
    ),
    Spoil(
        "meetings.commission_days_are_known_as_said",
        "border_commission",
        put({"meeting": "3"}, status="reported"),
        "weekday Thursday",
    ),
    Spoil(
        "meetings.commission_days_are_known_as_said",
        "border_commission",
        put({"meeting": "3"}, date="2022-11-02"),
        "is no Thursday",
    ),
    Spoil(
        "meetings.commission_days_are_known_as_said",
        "border_commission",
        put({"meeting": "3"}, weekday="Friday"),
        "is no Friday",
    ),
    Spoil(
        "meetings.commission_days_are_those_of_others",
        "border_commission",
        put({"meeting": "1"}, date="2022-05-23"),
        "2022-05-23 is not the day of border-commission-first, 2022-05-24",
    ),
    Spoil(
        "meetings.commission_days_are_those_of_others",
        "border_commission",
        put({"meeting": "8"}, date="2024-04-20"),
        "later than its source",
    ),
    Spoil(
        "meetings.states_of_hosts_are_named",
        "hosts",
        put({"host": "Olaf Scholz (Germany)"}, state="France"),
        "does not name France",
    ),
    Spoil(
        "meetings.states_of_hosts_are_named",
        "hosts",
        put({"host": "Vladimir Putin"}, state="Georgia"),
        "Vladimir Putin, Russia, does not name Georgia",
    ),
    Spoil(
        "meetings.states_of_hosts_are_named",
        "hosts",
        put({"host": "Olaf Scholz (Germany)"}, state=""),
        "names Germany; write it in the column state",
    ),
    Spoil(
        "meetings.states_of_hosts_are_named",
        "hosts",
        put({"host": "host: Georgia"}, state=""),
        "names Georgia; write it in the column state",
    ),
]
