"""The first page says what was found, and every number of it is the ledger’s."""

from __future__ import annotations

import re
from collections import Counter

from built import Book

from edition.ledger.claim import MARKS, Claim, read_claims
from edition.ledger.form import WORDS
from edition.paths import DATA

PAGE = "book/index"


def counted() -> list[Claim]:
    """Return the claims without remarks on wording, which are listed and not counted."""
    return [claim for claim in read_claims(DATA).values() if claim.kind != "wording"]


def number(text: str) -> int:
    """Return a number in digits or in words."""
    return WORDS.index(text.lower()) if text.lower() in WORDS else int(text)


def said(book: Book, pattern: str) -> list[int]:
    """Return the numbers that the first page says in the group of a pattern."""
    text = " ".join(book.article(PAGE).text.split())
    return [number(match) for match in re.findall(pattern, text, re.IGNORECASE)]


NUMBER = rf"(\d+|\b(?:{'|'.join(WORDS)}))"


def test_the_table_of_marks_counts_the_claims_of_each_verdict(book: Book) -> None:
    rows = [
        [cell.p.next.text for cell in row(["th", "td"])]
        for row in book.article(PAGE).select("#marks-and-verdicts tbody tr")
    ]
    shown = {mark: int(count) for mark, _, count in rows}
    verdicts = Counter(claim.verdict for claim in counted())
    assert shown == {mark: verdicts[verdict] for verdict, mark in MARKS.items()}


def test_the_findings_name_as_many_claims_as_the_ledger_has(book: Book) -> None:
    verdicts = Counter(claim.verdict for claim in counted())
    # A mark may stand between the words, a letter or a sign that is no part of the sentence.
    assert said(book, rf"wrote down {NUMBER} claims") == [len(counted())]
    assert said(book, rf"{NUMBER} claims differ") == [verdicts["differs"]]
    assert said(book, rf"{NUMBER} claims are contested") == [verdicts["contested"]]
    assert said(book, rf"{NUMBER} stay open") == [verdicts["open"]]


def test_the_findings_say_how_the_claims_were_checked(book: Book) -> None:
    methods = Counter(claim.method for claim in counted())
    ways = {"computed from": "computed", "compared with": "looked up", "documented in": "documented"}
    shown = {method: said(book, rf"{NUMBER} (?:are )?{words}") for words, method in ways.items()}
    assert shown == {method: [methods[method]] for method in ways.values()}


def test_the_verification_page_counts_as_the_ledger_does(book: Book) -> None:
    text = " ".join(book.article("book/verification").text.split())
    methods = Counter(claim.method for claim in counted())
    for words, count in {
        rf"The ledger has {NUMBER} claims": len(read_claims(DATA)),
        rf"{NUMBER} are “computed”": methods["computed"],
        rf"{NUMBER} are “looked up”": methods["looked up"],
        rf"{NUMBER} are “documented”": methods["documented"],
    }.items():
        assert [number(match) for match in re.findall(words, text)] == [count], words
