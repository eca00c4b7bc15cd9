"""The printed book, read back from the PDF."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from built import Book, toc
from page import validate_pdf
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject, PdfObject

from edition.ledger.claim import MARKS, read_claims
from edition.paths import DATA

#: The second program takes a stream whose last byte is 13 for one that is too short: 13 and 10 end a line together.
MISREAD = "PDFA2A-STREAM-LENGTH-001"


@pytest.fixture(scope="session")
def pdfs(book: Book) -> dict[str, PdfReader]:
    """The volumes by name; there are two, of many pages."""
    found = {pdf.stem: PdfReader(pdf) for pdf in book.volumes}
    assert len(found) == 2 and min(len(pdf.pages) for pdf in found.values()) > 100
    return found


@pytest.fixture(scope="session")
def volumes(pdfs: dict[str, PdfReader]) -> dict[str, list[str]]:
    """The text of each page of each volume, line breaks and hyphenation undone."""
    return {
        name: [re.sub(r"\s+", " ", re.sub(r"[-\u00ad\u2010]\n", "", page.extract_text())) for page in pdf.pages]
        for name, pdf in pdfs.items()
    }


@pytest.fixture(scope="session")
def texts(volumes: dict[str, list[str]]) -> list[str]:
    """The text of each page of all volumes."""
    return [text for pages in volumes.values() for text in pages]


def titles(outline: list) -> list[str]:
    """Return the titles of all bookmarks, nested ones included."""
    return [title for item in outline for title in ([item.title] if isinstance(item, Destination) else titles(item))]


def test_there_is_a_bookmark_for_every_chapter(book: Book, pdfs: dict[str, PdfReader]) -> None:
    marks = " | ".join(title for pdf in pdfs.values() for title in titles(pdf.outline))
    for page in [page for caption, pages in toc().items() if caption for page in pages]:
        heading = re.sub(r"^[\d. ]+|#$", "", book.article(page).find("h1").text.strip())
        assert heading in marks, f"no bookmark {heading!r} in {marks}"


def test_all_fonts_are_embedded(pdfs: dict[str, PdfReader]) -> None:
    names = set()
    for page in (page for pdf in pdfs.values() for page in pdf.pages):
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            descendant = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = descendant["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3", "/FontFile"} & descriptor.keys(), font["/BaseFont"]
            names.add(font["/BaseFont"].split("+")[-1])
    assert any(name.startswith("NotoSerif") for name in names) and any(name.startswith("NotoSans") for name in names)


def test_the_first_page_has_the_title_and_the_last_ones_the_index(volumes: dict[str, list[str]]) -> None:
    assert all("Nagorno-Karabakh" in pages[0] and pages[1] == "" for pages in volumes.values())
    book, apparatus = volumes.values()
    assert "companion edition" in book[2] and "Apparatus" in apparatus[2]
    assert all(re.search(r"\bsee \w", pages[-1] + pages[-2]) for pages in (book, apparatus))


def test_no_reference_is_open(texts: list[str]) -> None:
    assert not [number for number, text in enumerate(texts, start=1) if "??" in text or "{claim}" in text]


def test_figures_and_tables_are_numbered_as_on_the_web(book: Book, texts: list[str]) -> None:
    everything = " ".join(texts)
    labels = [
        label.text.strip(". ") for soup in book.pages.values() for label in soup.select("article .caption-number")
    ]
    assert len(labels) >= 4
    for label in labels:
        assert everything.count(f"{label}.") >= 1 or everything.count(label) >= 2, label


def test_code_is_absent_from_the_running_text(texts: list[str]) -> None:
    assert not any(re.search(r"plt\.|load\(|check\(\"|import \w+ as|from \w+ import", text) for text in texts)


def test_values_and_claims_are_printed(texts: list[str]) -> None:
    everything = " ".join(texts)
    assert re.search(r"supplied 94 per cent ?✓\d+ ?of Armenia", everything)
    missing = [id for id in read_claims(DATA) if id not in everything]
    assert missing == []


def test_each_chapter_ends_with_how_its_claims_fared(book: Book, texts: list[str]) -> None:
    for page in toc()["The article"]:
        line = re.sub(r"\s+", " ", book.article(page).find(class_="claims-line").text)
        ending = next(text for text in texts if line[:25] in text)
        assert re.sub(r"\W", "", line) in re.sub(r"\W", "", ending), line


def test_notes_stand_on_the_page_that_refers_to_them(texts: list[str]) -> None:
    page = next(text for text in texts if "gave from August 1992" in text)
    assert "de Waal" in page


def test_each_file_has_a_title_of_its_own(pdfs: dict[str, PdfReader]) -> None:
    first, second = (pdf.metadata.title for pdf in pdfs.values())
    assert second == f"{first}: Apparatus"


def test_a_file_says_what_it_is(pdfs: dict[str, PdfReader]) -> None:
    for pdf in pdfs.values():
        assert pdf.metadata.title and pdf.metadata.author and pdf.metadata.subject and pdf.metadata.keywords
        assert pdf.trailer["/Root"]["/Lang"].startswith("en")
        assert "/StructTreeRoot" in pdf.trailer["/Root"], "not tagged"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_second_program_finds_the_files_accessible_and_fit_for_archives(book: Book, profile: str) -> None:
    for volume in book.volumes:
        report = validate_pdf(str(volume), profile=profile)
        assert report.rules.total > 100
        assert [failure for failure in report.failures if failure.rule_id != MISREAD] == []


def test_ccedilla_sorts_with_c(texts: list[str]) -> None:
    everything = " ".join(texts)
    bibliography = everything[everything.index("Broers, Laurence (2016)") :]
    assert bibliography.index("Çelikpala, Mitat") < bibliography.index("Hopmann")


def test_a_mark_stands_on_the_line_of_its_word_and_of_the_stop_behind_it(pdfs: dict[str, PdfReader]) -> None:
    signs = "".join(MARKS.values())
    lines = "\n".join(page.extract_text() for pdf in pdfs.values() for page in pdf.pages)
    assert len(re.findall(rf"\S[{signs}]\d", lines)) > 100
    assert re.findall(rf".*\n[{signs}]\d.*|.*[{signs}]\d*\n[.,;:)].*", lines) == []


def test_a_mark_leads_to_its_row_and_the_row_to_the_sentence(book: Book, pdfs: dict[str, PdfReader]) -> None:
    """On paper: the number beside the mark is that of the row, and the row has the page of the mark."""
    pdf = pdfs[book.volumes[0].stem]
    texts = {
        label: page.extract_text().replace("\xa0", " ") for page, label in zip(pdf.pages, pdf.page_labels, strict=True)
    }
    signs = "".join(MARKS.values())
    rows = {
        int(number): folio
        for text in texts.values()
        for number, folio in re.findall(rf"^C(\d{{3}})(?: \(p\. (\w+)\))? [{signs}] [a-z]+$", text, re.MULTILINE)
    }
    assert list(rows) == [int(name[1:]) for name in sorted(read_claims(DATA))]
    paged = {number: folio for number, folio in rows.items() if folio}
    assert len(paged) > 150
    # The row names the page on which the words begin; the mark behind them may stand on the next.
    spreads = {
        label: text + after for (label, text), after in zip(texts.items(), [*list(texts.values())[1:], ""], strict=True)
    }
    assert [n for n, folio in paged.items() if not re.search(rf"[{signs}]{n}", spreads[folio])] == []


def test_a_volume_names_the_pages_of_the_other(book: Book, pdfs: dict[str, PdfReader]) -> None:
    """What it names is there: a figure or table of that number stands on that page of the other volume."""
    first, second = (pdfs[volume.stem] for volume in book.volumes)
    for pdf, other, short in [(first, second, "Apparatus"), (second, first, "Book")]:
        text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))
        found = set(re.findall(rf"((?:Figure|Table) \d+\.\d+)(?: \(|, ){short}, p\. (\w+)", text))
        assert found
        for label, folio in found:
            page = other.pages[list(other.page_labels).index(folio)]
            assert f"{label}." in re.sub(r"\s+", " ", page.extract_text()), (label, short, folio)


def test_every_volume_with_tables_that_are_not_for_commercial_use_says_so(volumes: dict[str, list[str]]) -> None:
    resources = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    names = {text for one in resources for text in re.findall(r"SIPRI|United Nations", json.dumps(one["licenses"]))}
    assert names
    for pages in volumes.values():
        assert any("not for commercial use" in text for text in pages[:4])


def test_the_imprint_says_who_published_what_when_and_under_which_number(volumes: dict[str, list[str]]) -> None:
    for pages in volumes.values():
        for said in ("Version", "To be cited as:", "Published by", "ISBN", "CC BY 4.0"):
            assert said in pages[3], said


def test_the_running_head_is_the_chapter_on_the_left_and_the_section_on_the_right(pdfs: dict[str, PdfReader]) -> None:
    for pdf in pdfs.values():
        marks = [re.sub(r"^[\d.]+\s+", "", title) for title in titles(pdf.outline)]
        lefts, rights = set(), set()
        for page, label in zip(pdf.pages, pdf.page_labels, strict=True):
            head = re.sub(r"\s+", " ", page.extract_text().split("\n")[0])
            if re.fullmatch(r"Chapter \d+", head):
                continue  # an opening has no running head; the seventh chapter may begin on page 7
            if label.isdigit() and (found := re.fullmatch(rf"{label} (?:\d+ )?(.+)|(?:[\d.]+ )?(.+?) ?{label}", head)):
                (lefts if int(label) % 2 == 0 else rights).add((found[1] or found[2]).strip())
        assert len(lefts) >= 5 and len(rights) >= 10
        assert [head for head in lefts | rights if head not in marks] == []
        assert len(rights - lefts) > len(lefts - rights) >= 0


def test_pages_before_the_chapters_have_roman_numbers_and_the_chapters_begin_with_one(
    pdfs: dict[str, PdfReader],
) -> None:
    for pdf in pdfs.values():
        labels = [label for label in pdf.page_labels if label]
        first = labels.index("1")
        assert labels[0] == "v" and not any(label.isdigit() for label in labels[:first])
        assert labels[first:] == [str(number) for number in range(1, len(labels) - first + 1)]


def structure(pdf: PdfReader) -> list[DictionaryObject]:
    """Return the elements that a screen reader meets."""
    found, waiting = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            found.append(one)
            waiting += [one["/K"]] if "/K" in one else []
    return found


def languages(pdf: PdfReader, elements: list[DictionaryObject]) -> set[str]:
    """Return the languages that a file names: on its elements, and on the words within one that are in another."""
    on_words = (re.findall(rb"/Lang ?\((\w+)\)", page.get_contents().get_data()) for page in pdf.pages)
    return {str(one["/Lang"]) for one in elements if "/Lang" in one} | {
        name.decode() for page in on_words for name in page
    }


def test_a_screen_reader_meets_languages_lists_and_the_heads_of_tables(pdfs: dict[str, PdfReader]) -> None:
    spoken = set()
    for pdf in pdfs.values():
        elements = structure(pdf)
        kinds = Counter(str(element.get("/S")) for element in elements)
        spoken |= languages(pdf, elements)
        assert kinds["/TH"] > kinds["/Table"] > 10
        assert kinds["/LI"] > 3 * kinds["/L"] > 0  # a list of one item is none
        assert all(kinds[kind] for kind in ("/Figure", "/Caption", "/H1", "/TOC"))
    assert {"hy", "az", "ru"} <= spoken


def leaves(node: PdfObject, page: int = 0) -> Iterator[int]:
    """Yield for each piece of what stands in an element the number, in the file, of the page that it is on."""
    one = node.get_object()
    if isinstance(one, list):
        for child in one:
            yield from leaves(child, page)
    elif isinstance(one, dict):
        page = one.raw_get("/Pg").idnum if "/Pg" in one else page
        yield from leaves(one["/K"], page) if "/K" in one else [page]
    else:
        yield page


def parts(element: DictionaryObject, kind: str) -> list[DictionaryObject]:
    """Return the elements of a kind right below one."""
    kids = element.get("/K", [])
    below = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    return [one for one in below if isinstance(one, dict) and one.get("/S") == kind]


def test_no_row_of_a_table_stands_alone_before_or_after_a_break(pdfs: dict[str, PdfReader]) -> None:
    """But where rows are so high that they run over a page themselves."""
    broken = 0
    for name, pdf in pdfs.items():
        for table in (element for element in structure(pdf) if element.get("/S") == "/Table"):
            rows = [row for body in parts(table, "/TBody") for row in parts(body, "/TR")]
            pages = [sorted(set(leaves(row["/K"])) - {0}) for row in rows]
            if max(map(len, pages)) == 1 < len({*map(tuple, pages)}):
                broken += 1
                counts = Counter(page for [page] in pages)
                assert min(counts.values()) >= 2, (name, counts)
    assert broken > 10


def test_the_dates_of_a_table_stay_whole_where_another_column_has_room(pdfs: dict[str, PdfReader]) -> None:
    texts = [page.extract_text() for pdf in pdfs.values() for page in pdf.pages]
    [page] = [
        text for text in texts if "Both sides count a small part of the traffic before" in text and "A day" in text
    ]
    table = page[page.index("A day") : page.index("By the Defender’s count")]
    assert len(re.findall(r"\d [A-Z][a-z]{2} 2023", table)) == 9, table


def test_what_a_figure_says_is_text(book: Book, pdfs: dict[str, PdfReader]) -> None:
    """Its names and numbers, and the places of the map, which have a halo; the captions do not write them so."""
    texts = [page.extract_text() for page in pdfs[book.volumes[0].stem].pages]
    [shares] = [text for text in texts if re.search(r"^Figure 2\.1\. ", text, re.MULTILINE)]
    assert all(said in shares for said in ("99 million TIV", "79%", "too few deliveries for shares"))
    [places] = [text for text in texts if re.search(r"^Figure 1\.1\. ", text, re.MULTILINE)]
    assert all(name in places for name in ("Vardenis", "Berdzor", "NAKHCHIVAN", "30 km"))
