"""The index: order, letters, kinds of entries, page numbers."""

import re

import pytest

from edition.typst.index import Index, fold, heading, sort_key


def test_letters_with_marks_sort_with_their_base_letters() -> None:
    terms = ["Zəngəzur", "Şuşa", "Əliyev", "Çörək", "Stepanakert", "Eli", "Corridor", "Dağ"]
    assert sorted(terms, key=sort_key) == [
        "Çörək",
        "Corridor",
        "Dağ",
        "Eli",
        "Əliyev",
        "Stepanakert",
        "Şuşa",
        "Zəngəzur",
    ]


def test_scripts_follow_each_other() -> None:
    assert sorted(["Արցախ", "Карабах", "Zebra", "1994", "«Нота»"], key=sort_key) == [
        "1994",
        "Zebra",
        "Карабах",
        "«Нота»",
        "Արցախ",
    ]


@pytest.mark.parametrize(
    ("term", "letter"), [("Əliyev", "E"), ("Şuşa", "S"), ("Карабах", "К"), ("Արցախ", "Ա"), ("1994", "")]
)
def test_the_letter_above_a_term(term: str, letter: str) -> None:
    assert heading(term) == letter


def test_case_and_quotation_marks_do_not_count() -> None:
    assert fold("“İğdır”") == fold("igdir")


@pytest.mark.parametrize(
    ("kind", "value", "terms"),
    [
        ("single", "war", {"war": set()}),
        ("single", "war; of 2020", {"war": {"of 2020"}}),
        ("pair", "war; peace", {"war": {"peace"}, "peace": {"war"}}),
        ("triple", "a; b; c", {"a": {"b c"}, "b": {"c, a"}, "c": {"a b"}}),
    ],
)
def test_kinds_of_entries(kind: str, value: str, terms: dict[str, set[str]]) -> None:
    index = Index()
    index.add(kind, value, "label")
    assert {term: set(entry.subterms) for term, entry in index.terms.items()} == terms


def test_see_sends_to_the_other_term_without_a_page() -> None:
    index = Index()
    index.add("see", "NK; Nagorno-Karabakh", "label")
    assert index.terms["NK"].labels == []
    assert dict(index.terms["NK"].see) == {"see": ["Nagorno-Karabakh"]}


def test_the_printed_index_has_the_pages_of_the_entries(book) -> None:
    index = book.pages[-1]
    first, second = book.folio("Names keep their letters"), book.folio("A chapter with cells")
    assert f"Çörək, {first}" in index
    assert f"ərik, {second}" in index
    assert re.search(rf"Ləğv of a treaty, {first}", index)
    assert f"Step, {second}" in index
    assert f"zebra, {first}" in index
    assert f"zebra, {first}, {first}" not in index  # two entries on one page
    assert f"ledger, {second}" in index  # from the glossary


def test_the_printed_index_is_in_alphabetical_order(book) -> None:
    index = book.pages[-1]
    terms = ["ceasefire", "Çörək", "Đorđe", "ərik", "ledger", "Ləğv", "Səs", "Step", "zebra"]
    places = [re.search(rf"\b{term}", index).start() for term in terms]
    assert places == sorted(places)
