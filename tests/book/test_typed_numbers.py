"""No number is typed that a row or a cell can give: a reader of the edition's own words can trust that each is computed.

A digit or a word for a number stands in a role, or in one of the patterns below, each with its reason. What retells the
article has the numbers of the article, and each of those stands with the mark of a claim or is a date that one asserts. A remark of the ledger is data
itself: its numbers stand in the row of the claim, or in a row of another table that rests on one of its sources.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from prose import Piece, pages, pieces

from edition.cell.written_dates import written
from edition.package.read import read_rows
from edition.paths import DATA

SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = {word: str(value) for value, word in enumerate(SMALL, start=2)}
WORDS |= {"eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50"}
WORDS |= {
    "dozen": "12",
    "dozens": "12",
    "twice": "2",
    "half": "0.5",
    "doubled": "2",
    "hundred": "100",
    "thousand": "1000",
}
OTHERS = r"(?:thir|four|six|seven|eigh|nine)teen|sixty|seventy|eighty|ninety|hundreds|thousands|doubles?|thrice"
NUMBER = re.compile(rf"\d[\d,.]*\d|\d|\b(?:{'|'.join(WORDS)}|{OTHERS})\b", re.IGNORECASE)
YEAR = r"(?:19|20)\d\d"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

# What may be typed: a pattern over what is printed, and why no row or cell could give it. None stands here in vain.
TYPED = {
    r"” is read as [^.;]+": "how the words of the article are read, as the column tolerance has it",
    r"“[^”]*”": "a quotation: the number is the speaker’s",
    r"\bC\d{3}\b": "the identifier of a claim",
    r"\bES-11/\d+|\b\d\d/\d{2,3}\b": "the name of a resolution",
    r"\burn:nbn:[\w:-]+": "the name of a publication",
    r"\bCC BY \d\.\d": "the name of a licence",
    r"\b3\+3\b": "the name of a format",
    r"\b(?:Article|Points?|Paragraphs?) \d+(?:(?:,| and| to) \d+)*": "a place in a document",
    rf"\b(?:wars?|ceasefire|revolution|treaty|resolutions|operation|invasion) of (?:{MONTH} )?{YEAR}": "a name",
    rf"\bStatement of (?:10 November )?{YEAR}|\bStatement of 10 November": "the name of the Trilateral Statement",
    rf"\brelease of (?:{MONTH} )?{YEAR}": "the name of a release of a database",
    r"\bMay 2024\b": "the horizon of the edition, a decision of ours",
    r"\bversion \d\.\d\b": "the name of a version",
    rf"Ukraine\*, {YEAR}|Gadimova-Akbulut {YEAR}": "how the article is cited",
    r"[^.;:]*\b(?:not at hand|(?:is|are) missing)\b[^.;:]*": "what is missing has no row",
    rf"\b(?:the|its|their|these|those|all|last|first|\w+’s)(?: first| last| other)? (?:{'|'.join(SMALL)})\b": "what the text has named or selects",
    r"\b(?:first|second) half of": "a part of a period, no measure",
    r"\bone or two\b": "an alternative, no count",
    r"\btwo (?:names )?(?:are )?in use\b": "the rule for names",
    r"\btwo (?:independent (?:ones|sources)|sources are independent)\b": "the rule of a verdict",
    r"^\d  (?=\S)": "the number of a panel",
    r"^(?:Two|Three) (?:charts|lines|maps)\b|\bin (?:three panels|five columns)\b": "the parts of a picture, which it shows",
}
# A year that says which value of a series a role of the same sentence gives: the key of the row, and no number of ours.
KEY = re.compile(rf"\b{YEAR}(?:–{YEAR})?\b")

# What a heading may have, as no role can stand in it.
HEADED = re.compile(rf"\b(?:{YEAR}|{'|'.join(SMALL)})\b", re.IGNORECASE)

WHEN = re.compile(rf"(?:\d\d? )?{MONTH} {YEAR}|\d\d? {MONTH}|{YEAR}")

# Single places that no pattern covers: page, words around the number, and why.
EXCEPTIONS = {
    ("for-the-author.md", "We ask three things"): "counts the list that follows on the page",
}

PAGES = pages()


def blanked(text: str) -> str:
    """Return a text without what may be typed, at its own length."""
    for pattern in TYPED:
        text = re.sub(pattern, lambda match: "_" * len(match[0]), text, flags=re.MULTILINE | re.IGNORECASE)
    return text


def keys_blanked(sentence: str) -> str:
    """Return a sentence without the years for which its roles give values; days and months remain."""
    if "…" not in sentence:
        return sentence
    kept = {match.span() for match in re.finditer(rf"\b{MONTH} {YEAR}\b", sentence)}
    return KEY.sub(
        lambda year: year[0] if any(a <= year.start() < b for a, b in kept) else "_" * len(year[0]), sentence
    )


def typed(piece: Piece) -> list[str]:
    """Return each number that is typed without a reason, with the words around it."""
    text = piece.plain
    for page, words in EXCEPTIONS:
        if page == piece.file:
            text = text.replace(words, "_" * len(words))
    found = []
    for sentence in re.split(r"(?<=[.!?])\*{0,2}\s+", text):
        left = HEADED.sub("", blanked(sentence)) if piece.kind == "heading" else keys_blanked(blanked(sentence))
        found += [f"[{number[0]}] {around(sentence, *number.span())}" for number in NUMBER.finditer(left)]
    return found


def around(text: str, start: int, end: int) -> str:
    """Return some words on either side of a place."""
    return text[max(0, start - 40) : end + 30].replace("\n", " ").strip()


def unclaimed(piece: Piece) -> list[str]:
    """Return each number of the retelling whose sentence bears no mark of a claim, with the words around it."""
    text = re.sub(r"\{term\}`([^`<]*?)(?: ?<[^`]*)?`", r"\1", piece.text)
    found = []
    for sentence in re.split(r"(?<=[.!?])(?=[^\d\s{\[”`](?!\w*`)|\s)|(?<=`)(?=\s[A-Z])|(?<=\])(?=\s[A-Z])", text):
        if re.search(r"\{(?:mark|claim)\}", sentence):
            continue
        bare = re.sub(r"\{[\w:-]+\}`[^`]*`|\[\^\w+\]", "§", sentence)
        left = WHEN.sub(lambda day: "_" * len(day[0]) if day[0] in asserted() else day[0], blanked(bare))
        found += [f"[{number[0]}] {around(bare, *number.span())}" for number in re.finditer(r"\d[\d,.]*", left)]
    return found


@cache
def asserted() -> set[str]:
    """Return the dates that the ledger has from the article, as they are written; each also as its month and its year."""
    days = {
        day
        for row in read_rows("claims", DATA)
        for day in re.findall(r"\b\d{4}(?:-\d\d){0,2}\b", row["asserted"] or "")
    }
    return {written(day[:length]) for day in days for length in (4, 7, 10)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_number_of_ours_is_typed(page: Path) -> None:
    ours = [piece for piece in pieces(page) if piece.kind not in ("retelling", "footnote")]
    refused = [f"{piece}: {number}" for piece in ours for number in typed(piece)]
    assert not refused, "\n".join(["let a row or a cell give it:", *refused])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_number_of_the_retelling_stands_with_a_claim(page: Path) -> None:
    hers = [piece for piece in pieces(page) if piece.kind == "retelling"]
    refused = [f"{piece}: {number}" for piece in hers for number in unclaimed(piece)]
    assert not refused, "\n".join(["give the sentence the mark of its claim:", *refused])


def test_no_reason_stands_in_vain() -> None:
    texts = [piece.plain for page in PAGES for piece in pieces(page)]
    remarks = [row["remark"] for row in read_rows("claims", DATA)]
    idle = [pattern for pattern in TYPED if not is_needed(pattern, "\n".join(texts + remarks))]
    assert idle == [], "no number needs it any more: delete it"


def is_needed(pattern: str, text: str) -> bool:
    """Return whether a pattern lets a number through."""
    found = re.finditer(pattern, text, re.MULTILINE | re.IGNORECASE)
    return any(NUMBER.search(match[0]) for match in found)


def test_no_exception_stands_in_vain() -> None:
    said = {page.name: "\n".join(piece.plain for piece in pieces(page)) for page in PAGES}
    idle = [(page, words) for page, words in EXCEPTIONS if words not in said.get(page, "") or not NUMBER.search(words)]
    assert idle == [], "no number needs it any more: delete it"


@pytest.mark.parametrize("words", [
    "It came in 7 years", "seven districts", "on 30 November 2025.", "closed in December 2021 after … days", "1992–2024",
    "Twice it rose", "half as much", "about doubled", "C022 and 22", "two thousand mines", "up to June 2024",
])  # fmt: skip
def test_a_typed_number_is_seen(words: str) -> None:
    assert typed(Piece("x.md", 1, "text", words))


@pytest.mark.parametrize("words", [
    "claim C022", "the two sides", "in 2020 it was …", "from 2011 to 2015 it rose to … per cent", "the war of 2020",
    "as ES-11/1 says", "“over 2,000”", "{glue:text}`days-7` days", "point 9 of the Statement", "one of them",
])  # fmt: skip
def test_what_may_be_typed_is_let_through(words: str) -> None:
    assert typed(Piece("x.md", 1, "text", words)) == []


# The tables in whose rows the numbers of a remark may stand.
TABLES = [file.stem for file in sorted(DATA.glob("*.csv")) if file.stem not in ("claims", "outlines", "roll_calls")]


@cache
def by_source() -> dict[str, str]:
    """Return for each key of a source, and for each row as ``table:key``, all that stands in the rows that rest on it."""
    found: dict[str, list[str]] = {}
    for table in TABLES:
        for row in read_rows(table, DATA):
            text = " ".join(filter(None, row.values()))
            names = [*(row.get("source") or "").split(), f"{table}:{row.get('key')}"]
            for name in names + ([row["key"]] if table == "sources" else []):
                found.setdefault(name, []).append(text)
    return {name: " ".join(texts) for name, texts in found.items()}


def known(row: dict[str, str]) -> str:
    """Return what the row of a claim and the rows behind it say, remarks left out; its days also as they are written."""
    own = [value for column, value in row.items() if value and column not in ("remark", "limits", "tried", "id")]
    behind = [by_source().get(name, "") for name in (*row["source"].split(), *row["evidence"].split())]
    text = " ".join(own + behind)
    days = re.findall(r"\b(\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?)\b", text)
    return " ".join([text, *map(written, days)]).lower()


def unsupported(row: dict[str, str]) -> list[str]:
    """Return the numbers of a remark that neither its row nor a row behind it has, with the words around them."""
    data, remark = known(row), row["remark"]
    left = WHEN.sub(lambda day: "_" * len(day[0]) if _stands(day[0], data) else day[0], blanked(remark))
    return [
        f"[{number[0]}] {around(remark, *number.span())}"
        for number in NUMBER.finditer(left)
        if not any(_stands(form, data) for form in _forms(number[0]))
    ]


def _forms(number: str) -> list[str]:
    """Return a number in the ways in which a row may have it."""
    return [number, number.replace(",", ""), WORDS.get(number.lower(), number)]


def _stands(words: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\d.,])(?<!\w){re.escape(words.lower())}(?!\w|[.,]\d)", text))


def test_a_number_in_a_remark_stands_in_a_row() -> None:
    refused = [f"{row['id']}: {number}" for row in read_rows("claims", DATA) for number in unsupported(row)]
    assert not refused, "\n".join(["give it a row, or leave it out:", *refused])


def test_a_number_in_a_remark_that_no_row_has_is_seen() -> None:
    row = next(row for row in read_rows("claims", DATA) if row["source"])
    assert unsupported({**row, "remark": "It took 4321 days from 31 February 1999."})
