"""The index of each printed volume has whom and what its text speaks of."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
import yaml
from built import Book
from sheets import BODY, Sheet, sheets_of

from edition.alphabet import fold
from edition.named.terms import Name
from edition.named.terms import names as named
from edition.paths import DATA, ROOT

#: The tables whose names a reader looks up, each with the column of the names.
TABLES = {"people_and_offices": "name", "places": "name"}
#: A name on so many pages of the text is spoken of.
SEVERAL = 3
#: The colour of links, which the names of sources have; the face and the size of the text of tables.
LINK, TABLE = (31, 59, 115), ("NotoSans-Regular", 7.8)
#: Terms that a chapter enters by hand at one place that speaks of them in other words, as “Non-Alignment Movement”.
OTHERWISE = {"Iran", "Non-Aligned Movement", "South Ossetia", "United States"}
#: Chapters that are registers themselves: of claims, of data, of works.
REGISTERS = {"Verification", "For the author", "Data", "Bibliography", "Index"}


def names() -> set[str]:
    """Return each name as the text has it: the last of a person's, both of a place with two."""
    found = set()
    for table, column in TABLES.items():
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                is_person = table == "people_and_offices" and row["side"] != "Institution"
                found |= {row[column].split()[-1]} if is_person else set(row[column].split("/"))
    return found


@pytest.fixture(scope="module")
def volumes(book: Book) -> list[list[Sheet]]:
    return [list(sheets_of(pdf)) for pdf in book.volumes]


def index_of(sheets: list[Sheet]) -> str:
    """Return the text of the index of a volume."""
    first = next(
        n for n, sheet in enumerate(sheets) if any(run.text.strip() == "Index" and run.size > 14 for run in sheet.runs)
    )
    last = next(
        (n for n, s in enumerate(sheets[first + 1 :], first + 1) if any(run.size > 14 for run in s.runs)), len(sheets)
    )
    return " ".join(re.sub(r"\s+", " ", sheet.text) for sheet in sheets[first:last])


def texts_of(sheets: list[Sheet]) -> Iterator[str]:
    """Yield the text of each page as the alphabet sees it, that of tables too, without notes, sources and registers."""
    chapter = ""
    for sheet in (sheet for sheet in sheets if sheet.label.isdigit()):
        chapter = " ".join(run.text for run in sheet.runs if run.size > 14).strip() or chapter
        if chapter not in REGISTERS:
            runs = (run for run in sheet.runs if (run.face, run.size) in (BODY, TABLE) and run.colour != LINK)
            yield fold(" ".join(run.text for run in runs))


def test_whoever_is_named_on_several_pages_is_in_the_index(volumes: list[list[Sheet]]) -> None:
    for sheets in volumes:
        index = fold(index_of(sheets))
        texts = list(texts_of(sheets))
        often = {
            name for name in names() if sum(bool(re.search(rf"\b{fold(name)}\b", text)) for text in texts) >= SEVERAL
        }
        assert len(often) >= 15, often
        assert {name for name in often if fold(name) not in index} == set()


def test_no_term_stands_twice_and_other_names_lead_to_it(volumes: list[list[Sheet]]) -> None:
    for sheets in volumes:
        index = index_of(sheets)
        assert re.search(r"\bCSTO, see Collective Security Treaty Organization", index) or "CSTO" not in index
        terms = re.findall(r"(?:^|(?<=\d) )([A-ZÇŞƏ][^\d,]+), \d", index)
        assert len(terms) > 20 and len(terms) == len(set(terms)), sorted(t for t in set(terms) if terms.count(t) > 1)


def known() -> list[Name]:
    """Return the names that the book's settings put into the index."""
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]["config"]
    return named(settings["print_index"], DATA)


def pages_of(term: str, index: str) -> list[int]:
    """Return the pages that the index has for a term, those of runs too."""
    found = re.search(rf"(?:^|[\d\w)] ){re.escape(term)}, (\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*)", index)
    runs = [[int(number) for number in run.split("–")] for run in found[1].split(", ")] if found else []
    return [page for run in runs for page in range(run[0], run[-1] + 1)]


def entered(text: str) -> set[str]:
    """Return the terms that a chapter enters into the index by hand."""
    lines = re.findall(r"^```\{index\} (?:single: )?(.+)$", text, re.MULTILINE)
    return {part.strip() for line in lines for part in [line, *line.split(",")]}


def plain(text: str) -> str:
    """Return the text of a page as the alphabet sees it, in one line, broken words joined."""
    return fold(re.sub(r"[\s‘’“”]+", " ", re.sub(r"[\ufffe\u00ad]\s*", "", text)))


def test_each_page_of_a_term_has_its_name(volumes: list[list[Sheet]]) -> None:
    for sheets in volumes:
        index = re.sub(r"[\ufffe\u00ad]\s*", "", index_of(sheets))
        # A line may end at a hyphen of the name's own, or in a word.
        texts = {
            int(sheet.label): plain(sheet.text) + plain(sheet.text.replace("\ufffe", "-"))
            for sheet in sheets
            if sheet.label.isdigit()
        }
        located = {name.term: pages_of(name.term, index) for name in known()}
        assert sum(map(len, located.values())) > 60 and sum(map(bool, located.values())) > 20
        wrong = {
            (name.term, page) for name in known() for page in located[name.term] if not name.pattern.search(texts[page])
        }
        # What a chapter enters by hand may be spoken of in other words.
        by_hand = {term for file in (ROOT / "book").glob("*.md") for term in entered(file.read_text(encoding="utf-8"))}
        assert {(term, page) for term, page in wrong if term not in by_hand} == set()
        assert sorted(term for term, _ in wrong) == sorted({term for term, _ in wrong} & OTHERWISE), wrong


def test_what_a_volume_is_about_is_in_its_index(volumes: list[list[Sheet]]) -> None:
    """States and their capitals, by the settings of the book; a state is there if it is spoken of at all."""
    book, apparatus = (index_of(sheets) for sheets in volumes)
    for term in ("Armenia", "Azerbaijan", "Russia", "Turkey", "Moscow", "Baku", "Yerevan"):
        assert pages_of(term, book), term
    for term in ("Russia", "Turkey", "peacekeepers"):
        assert pages_of(term, apparatus), term
    assert "Artsakh, see Nagorno-Karabakh Republic" in re.sub(r"[\ufffe\u00ad]\s*", "", book)


def test_tables_and_the_words_of_the_parties_are_read_for_the_index(volumes: list[list[Sheet]]) -> None:
    """Whoever speaks in them, on either side, and what they speak of; but not the ledger."""
    for sheets in volumes:
        index = re.sub(r"[\ufffe\u00ad]\s*", "", index_of(sheets))
        for term in (
            "Hajiyev, Hikmet",
            "Bayramov, Jeyhun",
            "Harutyunyan, Arayik",
            "Zakharova, Maria",
            "Human Rights Defender",
        ):
            assert pages_of(term, index), term
    book = volumes[0]
    people = {int(sheet.label) for sheet in book if "in office in November 2020" in " ".join(sheet.text.split())}
    assert people & set(pages_of("Putin, Vladimir", index_of(book)))
    ledger = {int(sheet.label) for sheet in book if len(re.findall(r"^C\d{3} \(p", sheet.text, re.MULTILINE)) > 2}
    assert len(ledger) > 20
    assert not ledger & {page for name in known() for page in pages_of(name.term, index_of(book))}


def test_the_index_of_the_web_has_them_too(book: Book) -> None:
    entries = {
        entry.find(string=True).strip(): entry for entry in book.pages["genindex.html"].select(".index-entries > li")
    }
    for term in (
        "Azerbaijan",
        "Baku",
        "Yerevan",
        "Khankendi/Stepanakert",
        "SIPRI",
        "United Nations",
        "Putin, Vladimir",
        "Peskov, Dmitry",
        "Hajiyev, Hikmet",
        "Human Rights Watch",
    ):
        links = [link.text for link in entries[term].find_all("a", recursive=False)]
        assert links and len(links) == len(set(links)), term
        assert not any(text.startswith("[") for text in links), links
    assert "see Nagorno-Karabakh Republic" in entries["Artsakh"].text
    assert not [name for name in entries if re.search(r"\([A-Z]{2,}\)", name)]


def test_every_person_of_the_table_is_in_the_index_of_the_book(volumes: list[list[Sheet]]) -> None:
    index = fold(index_of(volumes[0]))
    with (DATA / "people_and_offices.csv").open(encoding="utf-8", newline="") as file:
        people = [row["name"].split()[-1] for row in csv.DictReader(file) if row["side"] != "Institution"]
    assert len(people) >= 10 and [name for name in people if not re.search(rf"\b{fold(name)},", index)] == []
