"""A small book on another subject, built with the engine as somebody else would: what it says, and when it refuses to."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from article import named_in, without
from bs4 import BeautifulSoup, Tag
from pypdf import PdfReader

from edition.paths import EDITION

HERE = Path(__file__).with_name("lighthouses")
# Ordinary words, the theme's typefaces, and the identifiers that every ledger has.
EXCUSED = ("places", "unknown", "Georgia", "C001", "C002", "C003")


def run(book: Path, *command: str, folder: str = ".") -> subprocess.CompletedProcess:
    """Run Python in a folder of the book; nothing but `PYTHONPATH` says where the engine is."""
    environment = {**os.environ, "PYTHONPATH": str(EDITION.parent)}
    return subprocess.run(
        [sys.executable, *command], cwd=book / folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book in a folder of its own, built as web pages and PDF."""
    copy = tmp_path_factory.mktemp("coast") / "lighthouses"
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    done = run(copy, "-m", "edition.build", "html", "pdf")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return copy


@pytest.fixture
def another(book: Path, tmp_path: Path) -> Path:
    """The built book once more, to be spoiled."""
    return Path(shutil.copytree(book, tmp_path / "lighthouses"))


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text in a file, which must hold it."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def page(book: Path, name: str) -> Tag:
    """Return what a page says, without what the theme puts around it."""
    html = (book / "_build" / "html" / "book" / f"{name}.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser").find("article")


def text(node: Tag) -> str:
    """Return the text of a part of a page with simple spaces."""
    return " ".join(node.text.replace("#", "").split())


def printed(book: Path) -> str:
    """Return the text of the PDF with simple spaces."""
    pages = PdfReader(book / "_build" / "lighthouses.pdf").pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def test_values_stand_in_the_text_with_the_marks_of_their_verdicts(book: Path) -> None:
    marks = {name: [text(claim) for claim in page(book, name).find_all(class_="claim")] for name in ("oil", "towers")}
    assert marks == {"oil": ["120 barrels✓"], "towers": ["≠", "≈", "10 May 1853≠"]}
    assert "the tallest has 31 metres" in text(page(book, "towers"))


def test_the_line_at_the_end_of_a_chapter_counts_the_verdicts(book: Path) -> None:
    assert text(page(book, "oil").find(class_="claims-line")).startswith("1 claim: 1 agrees ✓.")
    assert text(page(book, "towers").find(class_="claims-line")).startswith("2 claims: 1 imprecise ≈, 1 differs ≠.")


@pytest.mark.parametrize(
    ("id", "words"),
    [
        (
            "c001",
            [
                "120 barrels 120 barrels ✓ agrees computed, cell 1 of The oil oil",
                "one source, a primary one; rests on the word of one party: the keepers",
                "Whale Coast Lights, 1903, the pages of both years: “the four lamps took”",
            ],
        ),
        (
            "c002",
            [
                "1852 10 May 1853 The book of the harbour",
                "≠ differs looked up lighthouses:gull-rock one source, a primary one",
            ],
        ),
        (
            "c003",
            [
                "– Masons rowed; the keepers steered. ≈ imprecise documented one source",
                "Ada Mason, 1860, ch. 2",
                "Limits: Seen in copy.",
            ],
        ),
    ],
)
def test_the_ledger_has_a_row_for_each_claim(book: Path, id: str, words: list[str]) -> None:
    row = text(page(book, "verification").find("tr", id=id))
    assert [part for part in words if part not in row] == [], row


def test_the_figure_has_words_and_a_line_that_names_its_data(book: Path) -> None:
    figure = page(book, "towers").find("figure", id="fig-heights")
    assert figure.img["alt"].startswith("Heights: Gull Rock 31 metres, North Head 24 metres")
    line = figure.find(class_="figure-credits")
    assert text(line) == "Source: book of the harbour. Data: lighthouses.csv."
    assert text(figure.select_one(".figure-cite p")) == "Figure 1.1, edition of Keeper (1931), 2026."
    file = book / "_build" / "html" / "book" / line.find("a", class_="download")["href"]
    assert file.read_bytes() == (book / "data" / "lighthouses.csv").read_bytes()


def test_notes_edition_notes_and_works_have_their_places(book: Path) -> None:
    towers = page(book, "towers")
    assert "Keeper (1931, p. 2)." in text(towers.find(id="n01"))
    assert text(towers.find(class_="edition-note").find("p", class_="admonition-title")) == "Edition note"
    assert page(book, "bibliography").find(id="ref-mason-stones-1860")


def test_a_row_has_an_address_to_which_the_ledger_leads(book: Path) -> None:
    link = page(book, "verification").find("a", string="lighthouses:gull-rock")
    assert link["href"] == "lighthouses.html#tower-gull-rock"
    assert text(page(book, "lighthouses").find("tr", id="tower-gull-rock")).startswith("Gull Rock 10 May 1853 31")


def test_the_codebook_says_what_is_made_from_a_table(book: Path) -> None:
    sections = [page(book, "data").find(id=f"data-{name}") for name in ("lighthouses", "oil")]
    used = [text(section.find("dl").find_all("dd", recursive=False)[-1]) for section in sections]
    assert used == ["The towers Figures: 1.1 Claims: C002", "The oil Claims: C001"]


def test_the_printed_book_says_the_same(book: Path) -> None:
    words = printed(book)
    for part in (
        "The lamp is lit, the tide is in.",
        "the four lamps burned 120 barrels✓1 of oil.",
        "Edition note Gull Rock was first lit on 10 May 1853≠2",
        "Figure 1.1. The tallest tower stands farthest out.",
        "Keeper, Otto (1931).",
    ):
        assert part in words


@pytest.mark.parametrize("folder", [".", "book"])
def test_the_data_are_valid_asked_from_any_folder_of_the_book(book: Path, folder: str) -> None:
    done = run(book, "-m", "edition.package.validate", folder=folder)
    assert (done.stdout, done.returncode) == ("data/ is valid\n", 0), done.stderr


def test_a_changed_datum_fails_the_build_with_the_claim_and_both_numbers(another: Path) -> None:
    edit(another / "data" / "oil.csv", "gull-rock,1901,24", "gull-rock,1901,25")
    done = run(another, "-m", "edition.build", "html")
    assert done.returncode == 1
    assert "C001: the article says 120 barrels, we find 121: they do not agree" in done.stdout + done.stderr
    assert "120 barrels✓" in text(page(another, "oil")), "the last good book is gone"


def test_a_changed_datum_fires_the_cross_check_that_the_configuration_names(another: Path) -> None:
    edit(another / "data" / "oil.csv", "gull-rock,1901,24", "gull-rock,1901,25")
    done = run(another, "-m", "edition.package.validate")
    assert done.returncode == 1
    changed, contradiction, _ = done.stdout.splitlines()
    assert changed.startswith("data/oil.csv: changed since the hash of the file was recorded.")
    assert "On it rest claims C001; th" in changed
    assert contradiction == "data/oil_landed.csv, row 1: the lamps burned 62 barrels, not 61"


def test_a_contradiction_that_was_recorded_is_noted_by_each_build_and_stops_none(another: Path) -> None:
    edit(another / "data" / "oil_landed.csv", ",61", ",60")
    assert run(another, "-m", "edition.package.validate", "--accept").returncode == 1
    for _ in range(2):
        done = run(another, "-m", "edition.build", "html")
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert "note: data/oil_landed.csv, row 1: the lamps burned 61 barrels, not 60" in done.stdout
    assert "nothing has changed" in done.stdout


def test_a_table_that_is_not_there_is_named_with_the_setting_that_names_it(another: Path) -> None:
    edit(another / "_config.yml", "  config:\n", "  config:\n    print_index: [{table: absent, column: name}]\n")
    done = run(another, "-m", "edition.build", "html")
    assert done.returncode == 1
    assert "print_index: {'table': 'absent', 'column': 'name'}: data/datapackage.json has no table" in done.stderr


def test_changed_code_of_the_book_runs_its_chapters_again(another: Path) -> None:
    edit(another / "coast" / "palette.py", "#182f63", "#123456")
    done = run(another, "-m", "edition.build", "html")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    picture = page(another, "towers").find("figure", id="fig-heights").img["src"]
    assert "#123456" in (another / "_build" / "html" / "book" / picture).read_text(encoding="utf-8")


def test_the_reasons_for_what_may_pass_unnoticed_are_those_that_the_configuration_names(book: Path) -> None:
    code = (
        "from edition.settings import registered; print(registered('edition_unnoticed').REASONS['lighthouses.height'])"
    )
    assert run(book, "-c", code).stdout == "measured once\n"


def test_no_output_names_anything_of_another_article(book: Path) -> None:
    files = [file for file in (book / "_build" / "html").rglob("*.html") if "_static" not in file.parts]
    outputs = {file.name: re.sub(r"\s+", " ", file.read_text(encoding="utf-8")) for file in files}
    assert len(outputs) > 7
    for name, words in {**outputs, "the PDF": printed(book)}.items():
        for word in EXCUSED:
            words = without(words, word)
        assert named_in(words) == [], name
