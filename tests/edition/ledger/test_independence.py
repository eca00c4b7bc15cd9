"""How many sources are independent of each other, and whether one party speaks in all of them."""

from __future__ import annotations

import pytest

from edition.ledger.independence import Support, independent, party, support

USUAL = {"speaker": "", "depends_on": "", "party": "", "kind": "report"}


def sources(**rows: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return sources by key; each is published by somebody of its own name unless it is said otherwise."""
    return {key: {**USUAL, "publisher": f"The {key}", **row} for key, row in rows.items()}


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ({}, 0),
        ({"a": {}}, 1),
        ({"a": {}, "b": {}}, 2),
        ({"a": {"publisher": "The Mail"}, "b": {"publisher": "TheMail"}}, 1),
        ({"a": {"publisher": "THE MAIL"}, "b": {"publisher": "The mail"}}, 1),
        ({"a": {"speaker": "Bo Strauß"}, "b": {"speaker": "BO STRAUSS"}}, 1),
        ({"a": {"speaker": "The mayor"}, "b": {"speaker": "The mayor"}}, 1),
        ({"a": {"speaker": "The mayor"}, "b": {"publisher": "The mayor"}}, 1),
        ({"a": {"speaker": "Ann Lee; Bo Ek"}, "b": {"speaker": "Bo Ek"}}, 1),
        ({"a": {"speaker": "Ann Lee, mayor"}, "b": {"speaker": "Ann Lee, keeper"}}, 1),
        ({"a": {"speaker": "Ann Lee, mayor; Bo Ek"}, "b": {"speaker": "Cy Day, mayor; Di Orr"}}, 2),
        ({"a": {"publisher": "The Mail, by the Post"}, "b": {"publisher": "The Mail"}}, 1),
        ({"a": {"depends_on": "b"}, "b": {}}, 1),
        ({"a": {"depends_on": "c"}, "b": {"depends_on": "c"}}, 1),
        ({"a": {"depends_on": "b"}, "b": {"depends_on": "c"}, "c": {}, "d": {}}, 2),
        ({"a": {"depends_on": "b"}, "b": {"depends_on": "a"}}, 1),
    ],
    ids=[
        "no source",
        "one source",
        "two of their own",
        "one publisher in two spellings",
        "one publisher in capitals",
        "one speaker in capitals of a language that has two for a letter",
        "one speaker",
        "a speaker who publishes",
        "one of several speakers",
        "one speaker with two offices",
        "several speakers of one office",
        "one publisher, republished",
        "a copy",
        "two copies of a third",
        "a chain of copies",
        "a circle",
    ],
)
def test_the_sources_that_are_independent_are_counted(rows: dict[str, dict[str, str]], number: int) -> None:
    found = {**sources(**rows), "c": sources(c={})["c"]}
    assert independent(list(rows), found) == number


def test_a_further_source_never_lowers_the_number() -> None:
    found = sources(agency={}, office={}, quote={"publisher": "The agency", "speaker": "The office"})
    assert independent(["agency", "office"], found) == independent(list(found), found) == 2


@pytest.mark.parametrize(
    ("parties", "one"),
    [(["East", "East"], "East"), (["East", "West"], ""), (["East", ""], ""), (["East, West"], ""), ([], "")],
)
def test_a_claim_rests_on_the_word_of_one_party_if_it_speaks_in_every_source(parties: list[str], one: str) -> None:
    found = sources(**{f"s{number}": {"party": name} for number, name in enumerate(parties)})
    assert party(found, found) == one


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Support(), "no source"),
        (Support(1, 1), "one source"),
        (Support(1, 1, primary=1), "one source, a primary one"),
        (Support(1, 1, reference=1), "one source, for reference only"),
        (Support(3, 1), "three sources, none independent of the others"),
        (Support(3, 2), "two independent sources"),
        (Support(2, 2, primary=1), "two independent sources, one of them primary"),
        (Support(3, 3, primary=2), "three independent sources, two of them primary"),
        (
            Support(1, 1, party="East"),
            "one source; rests on the word of one party: East",
        ),
    ],
)
def test_a_reader_is_told_in_words(found: Support, words: str) -> None:
    assert found.in_words == words


def test_each_source_counts_once_and_a_key_that_is_none_for_nothing() -> None:
    found = sources(a={"kind": "primary", "party": "East"})
    assert support(["a", "a", "nowhere"], found) == Support(1, 1, primary=1, party="East")
