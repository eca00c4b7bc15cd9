"""Own words and rulings: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, drop, put

SPOILS = [
    Spoil("parties.own_words_in_order", "own_words", put({"key": "obligation-russia"}, date="2020"), "keep the order"),
    Spoil("parties.rulings_in_order", "rulings", put({"key": "sc-874"}, date="1993-04-01"), "keep the order"),
    Spoil(
        "parties.quotations_are_short",
        "own_words",
        put({"key": "road-russia"}, quotation=" ".join(["word"] * 26), words="word"),
        "more than 25 words",
    ),
    Spoil(
        "parties.quotations_are_short",
        "own_words",
        put({"key": "road-russia"}, words="We ask"),
        "do not stand in the quotation",
    ),
    Spoil(
        "parties.both_sides_are_heard",
        "own_words",
        drop({"key": "checkpoint-karabakh"}),
        "1 from Armenia and Karabakh and 2 from Azerbaijan",
    ),
    Spoil(
        "parties.both_sides_are_heard",
        "own_words",
        put({"key": "departure-armenia"}, quotation="ethnic cleansing and deportation", words="ethnic"),
        "4 words from Armenia and Karabakh and 14 from Azerbaijan",
    ),
    Spoil(
        "parties.both_sides_name_it",
        "names_by_side",
        put({"subject": "September 2023", "party": "Azerbaijan"}, name="“measures of another kind”"),
        "does not stand in the words",
    ),
    Spoil(
        "parties.both_sides_name_it",
        "names_by_side",
        drop({"subject": "September 2023", "party": "Armenia"}),
        "let each side name it once",
    ),
    Spoil(
        "parties.sources_are_of_who_speaks",
        "sources",
        put({"key": "turan-2023-09-22"}, party="Armenia"),
        "Azerbaijan speaks, but turan-2023-09-22 is the word of Armenia",
    ),
    Spoil(
        "parties.rulings_are_dated_as_elsewhere",
        "rulings",
        put({"key": "icj-2023-02-armenia"}, date="2023-02-21"),
        "the event icj-order is not",
    ),
    Spoil(
        "parties.rulings_are_dated_as_elsewhere",
        "rulings",
        put({"key": "ga-62-243"}, date="2008-03-15"),
        "the roll call is not",
    ),
    Spoil(
        "parties.sources_are_of_who_speaks",
        "corridor_traffic",
        put({"key": "vehicles-azerbaijan"}, party="Karabakh"),
        "Karabakh speaks, but azernews-2023-03-25 is the word of Azerbaijan",
    ),
]
