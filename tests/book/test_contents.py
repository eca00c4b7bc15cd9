"""The sources of the book: every chapter in its place, every paragraph and note of the article once and in order."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from built import toc

from edition.ledger.claim import read_claims
from edition.paths import DATA, ROOT

# The article's sections: paragraphs, and words without headings and notes.
SECTIONS = {
    "book/abstract": (1, 237),
    "book/introduction": (2, 402),
    "book/before-the-invasion": (7, 1123),
    "book/after-the-invasion": (9, 1270),
    "book/salami-tactics": (9, 1326),
    "book/conclusion": (5, 730),
}
NOTES = 37


def source(page: str) -> str:
    """Return the Markdown of a page."""
    return (ROOT / f"{page}.md").read_text(encoding="utf-8")


def prose(page: str) -> str:
    """Return the text of a page without front matter, code, directives' options, roles and links."""
    text = re.sub(r"\A---\n.*?^---\n", "", source(page), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^```.*?^```\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\{[\w:-]+\}`[^`]*`|`[^`]*`|\]\([^)]*\)", "…", text)
    return re.sub(r"^(:.*|\{#[\w-]+\}|\([\w-]+\)=)$", "", text, flags=re.MULTILINE)


def test_every_page_stands_in_the_contents_and_exists() -> None:
    listed = [page for pages in toc().values() for page in pages]
    assert sorted(listed) == sorted(set(listed))
    assert all((ROOT / f"{page}.md").exists() for page in listed)
    written = {file.relative_to(ROOT).with_suffix("").as_posix() for file in (ROOT / "book").glob("*.md")}
    assert written <= set(listed), "pages that no reader finds"


def test_the_notes_of_the_article_follow_one_another() -> None:
    used = [number for page in SECTIONS for number in re.findall(r"(?<!^)\[\^n(\d\d)\]", source(page), re.MULTILINE)]
    defined = [number for page in SECTIONS for number in re.findall(r"^\[\^n(\d\d)\]:", source(page), re.MULTILINE)]
    assert used == [f"{number:02}" for number in range(1, NOTES + 1)]
    assert used == defined


@pytest.mark.parametrize("page", SECTIONS)
def test_paragraphs_have_addresses_in_order(page: str) -> None:
    addresses = re.findall(r"^\{#(\w+)-(\d+)\}$", source(page), re.MULTILINE)
    assert addresses and len({name for name, _ in addresses}) == 1
    assert [int(number) for _, number in addresses] == list(range(1, SECTIONS[page][0] + 1))


@pytest.mark.parametrize("page", SECTIONS)
def test_the_retelling_is_about_as_long_as_the_article(page: str) -> None:
    """Between 70 and 125 per cent of the words, edition notes and readings of figures apart."""
    paragraphs = re.findall(r"^\{#\w+-\d+\}\n(.*?)(?=\n\n)", source(page) + "\n\n", re.DOTALL | re.MULTILINE)
    words = sum(len(re.sub(r"\{mark\}`\w+`|\[\^\w+\]", "", paragraph).split()) for paragraph in paragraphs)
    assert 0.7 <= words / SECTIONS[page][1] <= 1.25, words


def test_the_prose_is_spelt_the_british_way() -> None:
    """The words that differ, or are commonly misspelt; quotations excepted."""
    pages = [page for pages in toc().values() for page in pages]
    text = "\n".join(prose(page) for page in pages)
    command = [
        str(Path(sys.executable).with_name("typos")),
        "--config",
        str(ROOT / "pyproject.toml"),
        "--format",
        "brief",
        "-",
    ]
    checked = subprocess.run(command, input=text, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("page", SECTIONS)
def test_every_claim_of_a_chapter_has_its_mark_there(page: str) -> None:
    claims = {id for id, claim in read_claims(DATA).items() if claim.section == Path(page).name}
    marked = set(re.findall(r"\{(?:claim|mark)\}`(C\d+)`", source(page)))
    assert claims == {id for id in marked if read_claims(DATA)[id].section == Path(page).name}


@pytest.mark.parametrize("page", [page for pages in toc().values() for page in pages])
def test_prose_is_set_with_typographic_quotes_and_single_spaces(page: str) -> None:
    for line in prose(page).splitlines():
        assert not re.search(r"[\"']", line), f"a straight quote: {line}"
        assert not re.search(r"\S  +\S", line.partition("|")[0]), f"a double space: {line}"


# An edition's note, however many colons fence it and whatever is said of it in its head.
NOTE = re.compile(r"^(:{3,}) *\{edition-note\}[^\n]*\n(.*?)\n\1[ \t]*$", re.DOTALL | re.MULTILINE)


def noted(text: str) -> list[str]:
    """Return the edition's notes in the source of a page; each that is named must be found."""
    found = [note for _, note in NOTE.findall(text)]
    assert len(found) == text.count("{edition-note}"), "a note is written in a way that this test does not read"
    return found


def test_edition_notes_of_the_article_cite() -> None:
    assert sum(len(noted(source(page))) for page in SECTIONS) > 10
    for page in SECTIONS:
        for note in noted(source(page)):
            assert re.search(r"\{cite:|\{numref\}|\{claim\}|\{mark\}|\{ref\}", note), f"{page}: {note[:80]}"


def test_every_term_of_the_glossary_is_linked_from_the_text() -> None:
    terms = re.findall(r"^(\S.*)\n  \S", source("book/glossary"), re.MULTILINE)
    linked = {
        term
        for page in [*SECTIONS, *toc()["Evidence"]]
        for term in re.findall(r"\{term\}`(?:[^`<]*<)?([^`>]+)>?`", source(page))
    }
    assert len(terms) > 10 and sorted(terms) == sorted(linked)


def paragraphs() -> dict[str, str]:
    """Return each paragraph of the article by its address, with what follows it up to the next."""
    found: dict[str, str] = {}
    for page in SECTIONS:
        parts = re.split(r"^\{#(\w+-\d+)\}$", source(page), flags=re.MULTILINE)[1:]
        found |= zip(parts[::2], parts[1::2], strict=True)
    return found


def contested() -> set[str]:
    """Return the paragraphs with a claim on which the parties disagree, by the verdicts of the ledger."""
    claims = {claim.id for claim in read_claims(DATA).values() if claim.verdict == "contested"}
    marked = {
        address: re.findall(r"\{(?:claim|mark)\}`(C\d{3})`", NOTE.split(text)[0])
        for address, text in paragraphs().items()
    }
    return {address for address, ids in marked.items() if claims.intersection(ids)}


def notes() -> dict[str, list[str]]:
    """Return the edition's notes after each paragraph of the article, without citations and marks."""
    found = {}
    for address, text in paragraphs().items():
        found[address] = [re.sub(r" ?\{(?:cite:\w+|mark)\}`[^`]*`", "", note) for note in noted(text)]
    return found


def test_a_paragraph_has_one_note_at_most_and_a_short_one_unless_parties_disagree() -> None:
    assert [address for address, said in notes().items() if len(said) > 1] == []
    long = {address for address, said in notes().items() for note in said if len(note.split()) > 60}
    # Shorter ones had come to leave out words that a reader needs.
    assert long <= contested() and all(len(note.split()) <= 120 for said in notes().values() for note in said)


def test_ten_figures_at_most_stand_in_the_chapters_of_the_article_and_one_in_each() -> None:
    chapters = [page for page in SECTIONS if page != "book/abstract"]
    counts = [len(re.findall(r"^    name: fig-", source(page), re.MULTILINE)) for page in chapters]
    assert min(counts) >= 1 and sum(counts) <= 10


def test_a_figure_says_first_what_it_shows() -> None:
    captions = [
        text for page in SECTIONS for text in re.findall(r"^    caption: \|\n\s+(.*)$", source(page), re.MULTILINE)
    ]
    assert len(captions) >= 5 and [text for text in captions if not re.match(r"\*\*.*\.\*\* ", text)] == []
