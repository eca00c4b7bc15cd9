"""The dead: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil(
        "dead.bounds_go_with_numbers",
        "casualties",
        put({"key": "road-all"}, deaths_high="63"),
        "64 is not the lower number",
    ),
    Spoil(
        "dead.bounds_go_with_numbers", "casualties", put({"key": "depot-all"}, deaths_high="219"), "the bound 'interim'"
    ),
    Spoil("dead.bounds_go_with_numbers", "casualties", put({"key": "depot-all"}, bound="range"), "the bound 'range'"),
    Spoil(
        "dead.dead_add_up",
        "casualties",
        put({"key": "depot-all"}, deaths_low="219", deaths_high="219"),
        "add up to 219, printed is 218",
    ),
    Spoil("dead.dead_add_up", "casualties", put({"key": "depot-all"}, counted="dead and missing"), "add up to 0"),
    Spoil("dead.dead_add_up", "casualties", put({"key": "depot-all"}, kind="adversary"), "add up to 0"),
    Spoil("dead.dead_add_up", "casualty_totals", put({"parts": "depot-all"}, parts="depot"), "add up to 0"),
    Spoil("dead.dead_add_up", "casualty_totals", put({"parts": "depot-all"}, parts="road-all"), "add up to 0"),
    Spoil(
        "dead.bounds_lie_below_totals",
        "casualties",
        put({"key": "operation-armenian-all-first"}, deaths_low="224"),
        "more than the 223",
    ),
    Spoil(
        "dead.bounds_lie_below_totals",
        "casualties",
        put({"key": "operation-both-all"}, deaths_low="417"),
        "at least 417 is more than the 416",
    ),
    Spoil(
        "dead.counts_are_named_by_whom_they_count",
        "casualties",
        put({"key": "depot-all"}, category="soldiers"),
        "does not name the category, soldiers",
    ),
    Spoil(
        "dead.counts_are_named_by_whom_they_count",
        "casualties",
        put({"key": "border-both-soldiers"}, side="Armenian"),
        "names another side than Armenian",
    ),
    Spoil(
        "dead.episodes_have_one_event",
        "casualties",
        put({"key": "april-azerbaijani-soldiers"}, event=""),
        "the event of the fighting of April 2016 is april-war before",
    ),
    Spoil(
        "dead.episodes_have_one_event",
        "casualties",
        put({"key": "depot-all"}, event="arrivals-2023", stated=""),
        "arrivals-2023 is the event of the explosion of the fuel depot before",
    ),
    Spoil(
        "dead.episodes_have_one_event",
        "casualties",
        put({"key": "april-armenian-soldiers-claim"}, stated="2015-08-29"),
        "stated on 2015-08-29, before april-war began on 2016-04-02",
    ),
    Spoil(
        "dead.episodes_have_one_event",
        "casualties",
        put({"key": "april-armenian-soldiers-claim"}, stated="2016-03"),
        "stated on 2016-03, before",
    ),
    Spoil(
        "dead.kinds_go_with_names",
        "casualties",
        put({"key": "april-armenian-soldiers-claim"}, kind="own side"),
        "is not own side for the Armenian dead",
    ),
    Spoil(
        "dead.kinds_go_with_names",
        "casualties",
        put({"key": "border-both-soldiers"}, figure_by="Ministry of Defence of Armenia"),
        "is not third party for the both dead",
    ),
    Spoil(
        "dead.kinds_go_with_names", "casualties", put({"key": "depot-all"}, kind="adversary"), "is not adversary for"
    ),
    Spoil(
        "dead.counts_of_the_dead_grow",
        "casualties",
        put({"key": "border-armenian-soldiers-interim"}, deaths_low="49"),
        "border-armenian-soldiers-interim is not more than border-armenian-soldiers-first-day",
    ),
    Spoil(
        "dead.counts_of_the_dead_grow",
        "casualties",
        put({"key": "second-war-azerbaijani-soldiers-march"}, stated="2021-01-01"),
        "is stated before second-war-azerbaijani-soldiers-january",
    ),
    Spoil(
        "dead.raised_counts_name_the_last",
        "casualties",
        put({"key": "border-azerbaijani-soldiers-interim"}, superseded_by=""),
        "border-azerbaijani-soldiers-interim is raised by border-azerbaijani-soldiers; name",
    ),
    Spoil(
        "dead.last_counts_are_of_the_same_dead",
        "casualties",
        put({"key": "border-azerbaijani-soldiers-first-day"}, superseded_by="border-azerbaijani-soldiers-interim"),
        "is not the last count; name border-azerbaijani-soldiers",
    ),
    Spoil(
        "dead.last_counts_are_of_the_same_dead",
        "casualties",
        put({"key": "border-azerbaijani-soldiers-first-day"}, superseded_by="border-armenian-soldiers"),
        "is not of the dead of",
    ),
    Spoil(
        "dead.last_counts_are_of_the_same_dead",
        "casualties",
        put({"key": "border-armenian-soldiers"}, stated="2022-10"),
        "is older than border-armenian-all",
    ),
]
