"""The words of the book: those that take a side stand with whoever uses them, and one thing has one name.

Read are the pages (what retells the article, and what is ours) and the texts of the tables that are ours.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from prose import Piece, pages, pieces

from edition.package.read import read_package, read_rows
from edition.paths import DATA, ROOT

PAGES = pages()

# Words with an owner: the word, and whether the article uses it in its own voice, so that the retelling may.
OWNED = {
    r"occup(?:y|ied|ying|iers?|ation(?:al)?)": True,
    r"blockad(?:e[sd]?|ing)": True,
    r"exodus": True,
    r"breakaway": True,
    r"corridors?": True,
    r"illegal(?:ly)?": True,
    r"so-called": True,
    r"(?:anti-)?terror\w*": False,
    r"liberat\w+": False,
    r"separatis\w+": False,
    r"regimes?": False,
    r"Artsakh": False,
    r"(?:ethnic(?:ally)?[ -])?cleans(?:ed|ing)": False,
    r"genocid\w+": False,
    r"aggress(?:ion|ors?)": False,
    r"annex(?:ed|ation)": False,
    r"puppet": False,
    r"militants?": False,
    r"deport(?:ed|ation)": False,
}
# Where such a word is somebody’s: in quotation marks, named as a word, in a name, or said by whom the sentence names.
MENTIONED = re.compile(r"“[^”]*”|(?<!\*)\*[^*]+\*(?!\*)")
NAMES = re.compile(r"\b(?:Lachin|Zangezur|“?North-South”?)(?: transport)? corridor", re.IGNORECASE)
SAID = re.compile(
    r"\b(?:say|says|said|speaks?|spoke|call(?:s|ed)?|wrote|writes|accuse[sd]?|assert(?:s|ed)?|allege[sd]?|argue[sd]?|"
    r"demand(?:s|ed)?|condemn(?:s|ed)?|notes|considers?|considered|reject(?:s|ed)?|dispute[sd]|avoided|ruled|saw|"
    r"denie[sd]|provides?|the words? of)\b"
)
DISPUTED = re.compile(r" (?:is|was) (?:disputed|denied|rejected) by|, as \w+ calls? it")
# The columns of the tables whose words are ours; all others are the article’s, or a speaker’s whom the row names.
OURS = {
    "claims": ("remark", "limits", "tried"),
    "timeline": ("title", "note"),
    "mediation": ("note",),
    "meetings_declined": ("note",),
    "corridor_traffic": ("metric", "note"),
    "casualties": ("note",),
    "arrivals": ("note",),
    "places": ("note",),
}
# The title of a source is ours if it stands in brackets or is a description.
TITLE = re.compile(r"^\[([^]]+)\]|^(Reports? (?:on|of|about) .+)")


def told(page: Path) -> list[Piece]:
    """Return the words of a page, notes with references left out."""
    return [piece for piece in pieces(page) if piece.kind != "footnote"]


def rows() -> list[Piece]:
    """Return the words of the tables that are ours, each under its table, row and column."""
    titles = [
        Piece("sources.csv", number, f"{row['key']} title", found[1] or found[2])
        for number, row in enumerate(read_rows("sources", DATA), start=2)
        for found in TITLE.finditer(row["title"])
    ]
    return titles + [
        Piece(f"{table}.csv", number, f"{row.get('id') or row.get('key') or ''} {column}", row[column])
        for table, columns in OURS.items()
        for number, row in enumerate(read_rows(table, DATA), start=2)
        for column in columns
        if row.get(column)
    ]


def unowned(piece: Piece) -> list[str]:
    """Return the words of a text that take a side and that nobody in it says, each with the words around it."""
    found = []
    for sentence in re.split(r"(?<=[.!?;])\s+", piece.plain):
        left = NAMES.sub(_blank, MENTIONED.sub(_blank, sentence))
        for word, of_the_article in OWNED.items():
            for match in re.finditer(rf"\b{word}\b", left, re.IGNORECASE):
                hers = of_the_article and piece.kind == "retelling"
                said = SAID.search(left[: match.start()]) or DISPUTED.match(left, match.end())
                found += [] if hers or said else [f"{piece}: [{match[0]}] {_around(sentence, match)}"]
    return found


def _blank(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 40) : match.end() + 30].replace("\n", " ")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_words_that_take_a_side_stand_with_whoever_uses_them(page: Path) -> None:
    refused = [word for piece in told(page) for word in unowned(piece)]
    assert not refused, "\n".join(["say whose word it is, or use another:", *refused])


def test_words_that_take_a_side_stand_with_whoever_uses_them_in_the_tables() -> None:
    refused = [word for piece in rows() for word in unowned(piece)]
    assert not refused, "\n".join(["say whose word it is, or use another:", *refused])


def test_every_word_with_an_owner_occurs() -> None:
    """None is looked for in vain, but for those that must never come in."""
    text = " ".join(piece.plain for piece in [*rows(), *(piece for page in PAGES for piece in told(page))])
    absent = [word for word, hers in OWNED.items() if hers and not re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    assert absent == []


@pytest.mark.parametrize(
    ("kind", "text", "refused"),
    [
        ("note", "The blockade lasted for months.", True),
        ("note", "The President asked how one could call this a blockade.", False),
        ("note", "Baku speaks of “anti-terrorist measures”.", False),
        ("caption", "Traffic before the blockade.", True),
        ("text", "*Exodus* is the article’s word.", False),
        ("retelling", "The exodus followed.", False),
        ("retelling", "The districts were liberated.", True),
        ("note", "The road through the Lachin corridor.", False),
        ("note", "It controlled the corridor.", True),
    ],
)
def test_a_word_with_an_owner_is_seen(kind: str, text: str, refused: bool) -> None:
    assert bool(unowned(Piece("x.md", 1, kind, text))) == refused


MOST = 25  # how often the book says “the article”; it says once that it reports her argument


def test_the_article_is_named_sparingly() -> None:
    counts = Counter(
        {page.stem: len(re.findall(r"\bthe article\b", " ".join(p.plain for p in told(page)), re.I)) for page in PAGES}
    )
    assert counts.total() <= MOST, f"{counts.total()} times: {dict(counts.most_common())}"


# What reads as translated or holds the author at arm’s length, and what to say instead.
BANNED = {
    r"\bstands? in\b": "is in, appears in, see",
    r"\bcomes? out of\b": "is reproduced by",
    r"\bin a wider view\b": "more broadly",
    r"\bin the article’s count\b": "leave it out",
    r"\b(?:styles|introduces) (?:her|him|them)\b": "say who it was",
    r"\bwhat the article (?:quotes|describes) as\b": "attribute only what is contested",
    r"\bthought of South Ossetia\b": "drew parallels with South Ossetia",
    r"\b(?:went|go|goes|going) round (?:the )?Russian\b": "bypassed",
    r"\bcounts? \w+ to the territory\b": "counts it as part of",
    r"\bnothing either way\b": "we found no record",
    r"\bthe (?:numbers|figures) go with\b": "the figures bear this out",
    r"\bthen adds up\b": "leave it out",
    r"\bderives? from a bilateral\b": "dates to",
    r"\bputs? (?:\w+ ){1,2}before new difficulties\b": "confronts with",
    r"\bthat one adds up\b": "chosen",
    r"\bchanges are thus everywhere\b": "the wording is ours throughout",
    r"\bby the word of\b": "according to",
    r"\bas \w+(?: \w+)? ha(?:s|ve) it\b": "according to",
    r"\bfrom the sit-in on that\b": "that we found for the time since the sit-in began",
}


def banned(told: list[Piece]) -> list[str]:
    """Return what must not be said so, each with what to say instead."""
    return [
        f"{piece}: [{match[0]}] say: {instead}"
        for piece in told
        for pattern, instead in BANNED.items()
        for match in re.finditer(pattern, piece.plain, re.IGNORECASE)
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_reads_as_if_it_were_translated(page: Path) -> None:
    refused = banned(told(page))
    assert not refused, "\n".join(refused)


def cells() -> list[Piece]:
    """Return all texts of all tables, each under its table, row and column."""
    return [
        Piece(f"{table}.csv", number, column, text)
        for table in (resource["name"] for resource in read_package(DATA)["resources"])
        for number, row in enumerate(read_rows(table, DATA), start=2)
        for column, text in row.items()
        if text
    ]


def marked_up(told: list[Piece]) -> list[str]:
    """Return the texts in which a word stands between asterisks: a table is printed as it is typed."""
    return [f"{piece}: {match[0]}" for piece in told for match in re.finditer(r"(?<![\w*])\*\w[^*]*\*", piece.text)]


def test_nothing_in_the_tables_reads_as_if_it_were_translated() -> None:
    refused = banned(cells())
    assert not refused, "\n".join(refused)


def test_the_texts_of_the_tables_have_quotation_marks_and_no_markup() -> None:
    refused = marked_up(cells())
    assert not refused, "\n".join(["write “word”, not *word*:", *refused])
    assert marked_up([Piece("x.csv", 2, "remark", "The sense calls for *fruit*; 3 * 4 * 5.")]) == [
        "x.csv:2 (remark): *fruit*"
    ]


def one_name() -> dict[str, str]:
    """Return the names that are not used, each with the one that is: the table of CONTRIBUTING.md."""
    table = re.search(
        r"^\| one name \| not \|\n\|.*\n((?:\|.*\n)+)", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M
    )
    assert table
    lines = [[cell.strip() for cell in row.strip("|").split("|")] for row in table[1].splitlines()]
    return {other.strip(): name for name, others in lines for other in others.split(",")}


def misnamed(piece: Piece) -> list[str]:
    """Return where a text has another name for a thing than the one that the book uses."""
    left = MENTIONED.sub("_", piece.plain)
    found = []
    for other, name in one_name().items():
        alone = left.replace(name, "_" * len(name))
        for match in re.finditer(rf"(?<![\w/]){re.escape(other)}(?![\w/])", alone):
            if not re.search(r"\balso call(?:s|ed)\b", alone):
                found.append(f"{piece}: {other}; say {name}: {_around(alone, match)}")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_one_thing_has_one_name(page: Path) -> None:
    refused = [fault for piece in told(page) for fault in misnamed(piece)]
    assert not refused, "\n".join(refused)


def test_another_name_is_seen() -> None:
    assert misnamed(Piece("x.md", 1, "note", "The Tripartite Statement names Stepanakert."))
    assert not misnamed(Piece("x.md", 1, "note", "The Trilateral Statement names Khankendi/Stepanakert."))
