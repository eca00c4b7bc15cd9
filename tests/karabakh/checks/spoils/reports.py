"""Sources and their dates: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil(
        "reports.events_precede_their_reports",
        "timeline",
        put({"key": "invasion"}, date="2022-02-25"),
        "later than its source",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "timeline",
        put({"key": "armenian-aid"}, end_date="2023-09-07"),
        "end_date 2023",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "timeline",
        put({"key": "eagle-partner"}, reported="later"),
        "end_date 2023-09-20",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "timeline",
        put({"key": "sarsang-visit"}, date="2022-09"),
        "date 2022-09 is later",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "reported_numbers",
        put({"key": "karabakh-population"}, as_of="2023-09-21"),
        "as_of 2023-09-21 is later",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "corridor_traffic",
        put({"key": "vehicles-azerbaijan"}, as_of="2023-03-26"),
        "as_of 2023-03-26 is later",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "casualties",
        put({"key": "depot-all"}, stated="2023-12-23"),
        "stated 2023-12-23 is later",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "arms_published",
        put({"value": "61"}, release="2023-03"),
        "release 2023-03",
    ),
    Spoil(
        "reports.events_precede_their_reports",
        "own_words",
        put({"key": "border-armenia"}, date="2022-10-13"),
        "date 2022-10-13",
    ),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "base-treaty"}, date="1995-03-15"),
        "rests on a document",
    ),
    Spoil(
        "reports.reports_are_dated_as_said", "timeline", put({"key": "khojaly-1992"}, reported="document"), "is undated"
    ),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "sarsang-visit"}, reported="document"),
        "is of 2022-08",
    ),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "deadline-lachin"}, date="2020-11-10"),
        "is said to be reported in advance, but its source, statement-2020-armenia, is of 2020-11-10",
    ),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "socar-fuel"}, date="2022-02-25"),
        "be 'within a week'",
    ),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "sochi-2021"}, date="2021-11-27"),
        "be 'of the day'",
    ),
    Spoil("reports.reports_are_dated_as_said", "timeline", put({"key": "sochi-2021"}, date="2021-11-19"), "be 'later'"),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "farrukh-parukh"}, end_date="2022-03-26"),
        "be 'of the day'",
    ),
    Spoil(
        "reports.reports_are_dated_as_said", "timeline", put({"key": "khojaly-1992"}, reported="later"), "be 'undated'"
    ),
    Spoil(
        "reports.reports_are_dated_as_said", "timeline", put({"key": "base-protocol"}, reported="undated"), "be 'later'"
    ),
    Spoil(
        "reports.reports_are_dated_as_said",
        "timeline",
        put({"key": "border-posts"}, reported="of the day"),
        "be 'later'",
    ),
    Spoil("reports.reports_are_dated_as_said", "timeline", put({"key": "khojaly-1992"}, reported=""), "be 'undated'"),
    Spoil(
        "reports.sources_are_dated_as_named",
        "sources",
        put({"key": "un-es-11-3"}, key="un-2021-04-07"),
        "un-2021-04-07 is dated 2022-04-07",
    ),
    Spoil(
        "reports.sources_are_dated_as_named",
        "sources",
        put({"key": "armradio-2022-10-05"}, key="armradio", date="2022-10-09"),
        "address says",
    ),
    Spoil(
        "reports.sources_are_dated_as_named",
        "sources",
        put({"key": "armradio-2022-10-05"}, key="armradio", date="2022-10-02"),
        "address says",
    ),
    Spoil(
        "reports.addresses_are_as_safe_as_known",
        "sources",
        put({"key": "statement-2020-russia"}, url="http://en.kremlin.ru/events/president/news/64384"),
        "but en.kremlin.ru has https",
    ),
    Spoil(
        "reports.an_address_is_one_source",
        "sources",
        put({"key": "statement-2020-armenia"}, url="https://en.kremlin.ru/events/president/news/64384/"),
        "statement-2020-russia has the address of statement-2020-armenia",
    ),
    Spoil(
        "reports.an_address_is_one_source",
        "sources",
        put({"key": "azerbaijan-mfa-2023-09-28"}, archive="https://en.kremlin.ru/events/president/news/64384/"),
        "statement-2020-russia has the address of azerbaijan-mfa-2023-09-28",
    ),
]
