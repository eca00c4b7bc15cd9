"""The built pages: figures complete, links whole, nothing from elsewhere, every claim tied to its row."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from built import Book, toc

from edition.ledger.claim import MARKS, METHODS, read_claims
from edition.package.read import read_rows
from edition.paths import DATA, ROOT
from edition.sphinx.claims.account import SEPARATOR, section_name
from edition.sphinx.passages import ADDRESS

PAGES = [page for pages in toc().values() for page in pages]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_built_with_one_title(book: Book, page: str) -> None:
    assert len(book.article(page).find_all("h1")) == 1


def test_every_figure_has_number_caption_alt_and_a_reference(book: Book) -> None:
    figures = [(page, figure) for page, soup in book.pages.items() for figure in soup.find_all("figure")]
    assert len(figures) >= 3
    for page, figure in figures:
        caption = figure.find("figcaption")
        assert re.match(r"Figure (\d|[A-Z]+)\.\d+\. $", caption.find(class_="caption-number").text), page
        assert len(caption.find(class_="caption-text").text) > 30
        alt = figure.find("img")["alt"]
        assert len(alt) > 60 and re.search(r"\d", alt), f"{figure['id']}: an alt text without numbers: {alt!r}"
        assert any(
            soup.find("a", href=re.compile(rf"#{figure['id']}$"), class_="reference") for soup in book.pages.values()
        )


def test_every_figure_names_its_source_and_its_tables_and_unfolds_its_code_and_its_citation(book: Book) -> None:
    lines = [line for soup in book.pages.values() for line in soup.select("figure .figure-credits")]
    assert len(lines) == sum(len(soup.find_all("figure")) for soup in book.pages.values()) > 0
    for line in lines:
        text = " ".join(line.text.split())
        name = line.find_parent("figure").find(class_="caption-number").text.strip(". ")
        assert re.fullmatch(r"Source: .+\. Data: [\w., ]+\.", text), text
        table, code, cited = line.parent.find_all("details", recursive=False)
        assert table.summary.text == "Table" and table.p.text.startswith("Drawn: ")
        drawn = table.find_all("table")
        assert drawn and all(len(one.find_all("tr")) > 2 and one.find("th") for one in drawn)
        assert code.summary.text == "Code" and f'"{line.find_parent("figure")["id"]}"' in code.find("pre").text
        assert cited.summary.text == "Cite" and cited.p.text.startswith(f"{name}, ")


def test_every_table_of_the_chapters_has_number_and_caption(book: Book) -> None:
    pages = [*toc()["The article"], *toc()["Evidence"]]
    # Quotations side by side belong to the text, and have their topic as a head.
    tables = [table for page in pages for table in book.article(page).select("table:not(.side-by-side, .drawn)")]
    assert len(tables) >= 3
    assert all(re.match(r"Table \d", table.find("caption").text) for table in tables)


def test_what_a_figure_says_of_itself_is_in_the_table_under_it(book: Book) -> None:
    """The numbers of the alternative text that the chart shows one by one."""
    for page, name, said in (
        ("after-the-invasion", "fig-crimea", r"\b(?:N|Y|A|NV)\b"),
        ("trade-and-gas", "fig-trade", r"\d+\.\d+"),
        ("votes-and-meetings", "fig-tallies", r"\b\d+\b(?=,|;|\.$)"),
        ("salami-tactics", "fig-arrivals", r"\d+,\d{3}"),
    ):
        figure = book.article(f"book/{page}").find(id=name)
        numbers = set(re.findall(said, figure.img["alt"]))
        cells = {word for cell in figure.select("table.drawn :is(th, td)") for word in cell.text.split()}
        assert len(numbers) >= 3 and numbers <= cells, (name, numbers - cells)


def test_the_head_of_a_page_says_each_thing_once(book: Book) -> None:
    for page, soup in book.pages.items():
        assert len(soup.select("meta[name=viewport]")) == 1, page
        title = soup.title.text
        assert title and len(title.split(" — ")) == len({*title.split(" — ")}), title
        assert not soup.select("[data-ea-publisher]"), "a place for advertisements"
    for page in ("search.html", "genindex.html"):
        assert not book.pages[page].select("meta[name^=citation_], meta[name^='DC.']"), f"{page} is no chapter"
    assert book.pages["book/abstract.html"].select_one("meta[name=citation_inbook_title]")


def test_an_address_that_leads_nowhere_leads_to_the_first_page_and_to_all_chapters(book: Book) -> None:
    """The page may be shown at any depth, and names the pages from the root of its host."""
    first, *chapters = (link["href"] for link in book.pages["404.html"].find_all("a"))
    assert first == "/book/index.html"
    pages = {f"/{page}.html" for part in toc().values() for page in part}
    assert pages - {first} == {*chapters}


def test_what_is_in_another_language_says_so(book: Book) -> None:
    found: dict[str, set[str]] = {}
    for soup in book.pages.values():
        for text in soup.select("article [lang]"):
            found.setdefault(text["lang"], set()).add(text.text)
    assert {"hy", "ru", "az", "uk", "fr", "de", "tr", "hy-Latn"} <= {*found}
    places = book.article("book/places").select("table.data-places tbody tr")
    assert places and all(row.select("[lang=az]") for row in places)
    letters = re.compile(r"[\u0400-\u045f\u0531-\u0587ə]")
    unsaid = [
        text
        for soup in book.pages.values()
        for text in soup.find("body").find_all(string=letters)
        if not text.find_parent(lang=True, name=lambda name: name != "html")
        and not text.find_parent(["pre", "code", "nav"])
    ]
    assert unsaid == []


def test_numbers_in_a_table_stand_on_the_right(book: Book) -> None:
    number = re.compile(r"(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
    columns = 0
    for page, soup in book.pages.items():
        for table in soup.select("article table"):
            rows = [row.find_all(["td", "th"]) for row in table.select("tbody tr")]
            if len({len(row) for row in rows}) != 1:
                continue
            for column in list(zip(*rows, strict=True))[1:]:
                texts = [cell.text.strip() for cell in column]
                if all(map(number.fullmatch, texts)):
                    columns += 1
                    assert all("text-right" in cell.get("class", []) for cell in column), (page, texts)
    assert columns > 20


def test_columns_and_rows_are_headed(book: Book) -> None:
    """In all tables but those of voices and those whose rows begin with a whole statement."""
    named = 0
    for page, soup in book.pages.items():
        for table in soup.select("article table"):
            assert all(head["scope"] in ("col", "colgroup") for head in table.select("thead th")), page
            if "side-by-side" in table["class"] or page == "book/for-the-author.html":
                assert not table.select("tbody th"), page
                continue
            rows = [row.find_all(["td", "th"]) for row in table.select("tbody tr")]
            assert all(row[0].get("scope") == "row" for row in rows), (page, table.get("id"))
            assert not any(cell.get("scope") for row in rows for cell in row[1:]), page
            named += len(rows)
    assert named > 1000


def test_pages_without_a_number_count_their_figures_and_tables_under_a_letter(book: Book) -> None:
    pages = {page for name, part in toc().items() if name not in ("The article", "Evidence") for page in part}
    labels = [label.text.strip() for page in pages for label in book.article(page).select(".caption-number")]
    assert labels and all(re.fullmatch(r"(Figure|Table) [A-Z]+\.\d+\.", label) for label in labels), labels
    assert len({*labels}) == len(labels)


def test_links_and_anchors_resolve(book: Book) -> None:
    anchors = {page: {tag["id"] for tag in soup.find_all(id=True)} for page, soup in book.pages.items()}
    placed = {page: soup for page, soup in book.pages.items() if page != "404.html"}  # which may be shown anywhere
    links = [(page, link) for page, soup in placed.items() for link in local_links(soup)]
    assert sum("#" in link for _, link in links) > 100
    broken = [f"{page}: {link}" for page, link in links if not leads_somewhere(book.html, page, link, anchors)]
    assert broken == []


def local_links(soup: BeautifulSoup) -> list[str]:
    """Return the addresses in a page that lead to a file of the book, or to a place in one."""
    named = [tag[name] for name in ("href", "src") for tag in soup.find_all(attrs={name: True})]
    return [link for link in named if link not in ("#", "") and not (urlsplit(link).scheme or urlsplit(link).netloc)]


def leads_somewhere(html: Path, page: str, address: str, anchors: dict[str, set[str]]) -> bool:
    """Return whether the file of a link exists and, if it is a page, has the place that the link names."""
    link = urlsplit(address)
    target = ((html / page).parent / unquote(link.path) if link.path else html / page).resolve()
    known = anchors.get(target.relative_to(html.resolve()).as_posix()) if target.exists() else set()
    return target.exists() and (not link.fragment or known is None or unquote(link.fragment) in known)


def test_no_page_asks_another_server_for_anything(book: Book) -> None:
    parts = 0
    for page, soup in book.pages.items():
        for tag, name in [("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src")]:
            for element in soup.find_all(tag, attrs={name: True}):
                is_elsewhere = re.match(r"(https?:)?//", element[name])
                assert not is_elsewhere or element.get("rel") == ["canonical"], f"{page}: {element}"
                parts += 1
    assert parts > 100
    styles = list(book.html.joinpath("_static").glob("*.css"))
    assert styles
    for style in styles:
        assert not re.search(r"url\(['\"]?(https?:)?//", style.read_text(encoding="utf-8")), style.name


def test_every_mark_leads_to_its_row_and_back(book: Book) -> None:
    claims = read_claims(DATA)
    ledger = book.article("book/verification")
    for id, claim in claims.items():
        row = ledger.find(id=id.lower())
        assert claim.statement in row.text and f"{MARKS[claim.verdict]} {claim.verdict}" in row.text
        back = row.find("a", title="to the sentence")["href"]
        page, _, anchor = back.rpartition("#")
        sentence = book.pages[f"book/{page}"].find(id=anchor)
        mark = sentence.find("a", href=re.compile(rf"verification\.html#{id.lower()}$"))
        assert mark.text == MARKS[claim.verdict] and claim.statement in mark["title"]


@pytest.mark.parametrize("page", [*toc()["The article"], "book/abstract"])
def test_each_chapter_says_at_its_end_how_its_claims_fared(book: Book, page: str) -> None:
    own = [claim for claim in read_claims(DATA).values() if claim.section == Path(page).name]
    line = book.article(page).find(class_="claims-line")
    after = line.find_all_next("p")
    later = [paragraph for paragraph in after if paragraph.find_parent("article")]
    assert all(paragraph.find_parent(class_="footnote") for paragraph in later), page
    assert line.text.startswith(f"{len(own)} claim")
    counts = Counter(claim.verdict for claim in own if claim.kind != "wording")
    assert {verdict: count_of(verdict, line.text) for verdict in MARKS} == {
        verdict: counts[verdict] for verdict in MARKS
    }
    wordings = len(own) - counts.total()
    assert (f"{wordings} of wording" in line.text) == bool(wordings)


def count_of(verdict: str, line: str) -> int:
    """Return how many claims of a verdict the line at the end of a chapter counts."""
    word = {"differs": "differs?", "agrees": "agrees?"}.get(verdict, verdict)
    counted = re.search(rf"\b(\d+) {word} {MARKS[verdict]}", line)
    return int(counted[1]) if counted else 0


def test_no_page_of_data_counts_claims(book: Book) -> None:
    pages = [soup for page, soup in book.pages.items() if "data" in page]
    assert pages and not any(soup.find(class_="claims-line") for soup in pages)


def test_the_verdicts_are_drawn_by_section(book: Book) -> None:
    alt = book.article("book/verification").find(id="fig-verdicts").find("img")["alt"]
    bars = dict(part.strip().rstrip(".").split(": ", 1) for part in alt.partition(".")[2].split(";"))
    wanted = Counter(
        ("Wording, all sections" if claim.kind == "wording" else section_name(claim.section), claim.verdict)
        for claim in read_claims(DATA).values()
    )
    drawn = {
        (bar, part.split(" ", 1)[1]): int(part.split()[0]) for bar, text in bars.items() for part in text.split(", ")
    }
    assert drawn == wanted


def test_no_record_of_a_claim_holds_the_separator_of_its_title() -> None:
    assert not any(SEPARATOR in text for claim in read_claims(DATA).values() for text in asdict(claim).values())


def test_the_articles_two_shares_are_printed_from_the_cells(book: Book) -> None:
    text = book.article("book/before-the-invasion").text
    assert "94 per cent✓ of Armenia’s" in text and "60 per cent✓ of Azerbaijan’s" in text


def test_code_is_folded(book: Book) -> None:
    cells = [cell for page in toc()["The article"] for cell in book.article(page).select("div.cell_input")]
    assert len(cells) >= 7
    assert all(cell.find_parent("details") for cell in cells)


def test_the_tables_lie_beside_the_pages(book: Book) -> None:
    links = book.article("book/data").select("a.download")
    assert len(links) == len(list(DATA.glob("*.csv"))) > 0
    for link in links:
        copy = book.html / "book" / link["href"]
        assert copy.read_bytes() == (DATA / Path(link["href"]).name).read_bytes()


def test_the_fonts_come_with_the_pages(book: Book) -> None:
    css = (book.html / "_static" / "fonts.css").read_text(encoding="utf-8")
    faces = re.findall(r'url\("([^"]+)"\)', css)
    assert len(faces) >= 8
    assert all((book.html / "_static" / face).stat().st_size > 1000 for face in faces)


def test_the_ledger_shows_the_values_that_were_found(book: Book) -> None:
    result = json.loads((book.html.parent / "draft" / "ledger.json").read_text(encoding="utf-8"))
    ledger = book.article("book/verification")
    found = {claim["id"]: claim["found"] for claim in result["claims"]}
    assert sum(value is not None for value in found.values()) >= 50
    for id, value in found.items():
        said = [part.text for part in ledger.find(id=id.lower()).select("td, th")[3].find_all("p")]
        assert said and said[0] not in ("", "–"), f"{id}: we find something, or say why not"
        assert said[0] == (value or said[0]), f"{id}: {said}"


def test_the_summary_counts_the_claims_by_verdict(book: Book) -> None:
    claims = [claim for claim in read_claims(DATA).values() if claim.kind != "wording"]
    rows = book.article("book/verification").find("table", class_="ledger-summary").select("tbody tr")
    shown = {row.th.text.strip(" #\n"): [int(cell.text) for cell in row.find_all("td")] for row in rows}
    groups = {f"{mark} {verdict}": [c for c in claims if c.verdict == verdict] for verdict, mark in MARKS.items()}
    assert shown == {
        name: [len(group), *(sum(claim.method == method for claim in group) for method in METHODS)]
        for name, group in {**groups, "all": claims}.items()
    }


def test_the_colophon_counts_what_is_there(book: Book) -> None:
    def heading(page: str) -> str:
        return re.sub(r"^[\d. ]+|#$", "", book.article(page).find("h1").text.strip())

    shown = {
        row.th.text.strip(" #\n"): [int(cell.text) for cell in row.find_all("td")]
        for row in book.article("book/colophon").find_all("table")[1].select("tbody tr")
    }
    sources = {page: (ROOT / f"{page}.md").read_text(encoding="utf-8") for page in PAGES}
    counted = {
        heading(page): [
            len(re.findall(r"^```\{code-cell\}", source, re.MULTILINE)),
            len(book.article(page).find_all("figure")),
            len(set(re.findall(r'load\("(\w+)"\)', source))),
            sum(claim.section == Path(page).name for claim in read_claims(DATA).values()),
        ]
        for page, source in sources.items()
        if "{code-cell}" in source
    }
    assert shown == counted and len(counted) > 5


@pytest.mark.parametrize(
    ("page", "table", "name"), [("chronology", "timeline", "event"), ("places", "places", "place")]
)
def test_every_row_of_a_printed_table_stands_once_and_in_order(book: Book, page: str, table: str, name: str) -> None:
    rows = book.article(f"book/{page}").select("table.data-table tbody tr")
    assert [row["id"] for row in rows] == [f"{name}-{row['key']}" for row in read_rows(table, DATA)]


def test_the_ledger_leads_to_the_events(book: Book) -> None:
    ledger, checked = book.article("book/verification"), 0
    for claim in read_claims(DATA).values():
        links = {link["href"] for link in ledger.find(id=claim.id.lower()).find_all("a")}
        for table, _, key in (place.partition(":") for place in claim.evidence.split()):
            if table == "timeline" and key:
                assert f"chronology.html#event-{key}" in links
                checked += 1
    assert checked > 20


def test_the_articles_paragraphs_and_the_readings_of_the_edition_are_told_apart(book: Book) -> None:
    for page in toc()["The article"]:
        article = book.article(page)
        for paragraph in article.select(":is(section, .passage) > p:not(.claims-line)"):
            assert ("reading" in paragraph.get("class", [])) != bool(ADDRESS.fullmatch(paragraph["id"])), (
                paragraph.text[:60]
            )
    assert len(book.article("book/before-the-invasion").select("p.reading")) >= 2
    assert not book.article("book/index").select("p.reading"), "it is no page of the article"
    assert sum(len(book.article(page).select("p.reading")) for page in toc()["The article"]) >= 10


def test_folded_cells_bear_the_numbers_that_the_listings_of_the_figures_name(book: Book) -> None:
    listings = 0
    for page in toc()["The article"]:
        article = book.article(page)
        for code in article.select(".figure-code pre"):
            listings += 1
            *_, number = re.findall(r"^# cell (\d+)$", code.text, re.MULTILINE)
            folded = article.find(id=f"cell-{number}").find_parent("details")
            assert folded.find(class_="collapsed").text == f"Code: cell {number}"
            assert code.text.rstrip().endswith(folded.find("pre").text.rstrip().splitlines()[-1])
    assert listings == sum(len(book.article(page).find_all("figure")) for page in toc()["The article"]) > 5


def test_the_ledger_leads_to_the_code_that_computes_a_claim(book: Book) -> None:
    ledger = book.article("book/verification")
    computed = [claim.id for claim in read_claims(DATA).values() if claim.method == "computed"]
    assert len(computed) > 15
    for id in computed:
        method = ledger.find(id=id.lower()).find(class_="choice-method").find_parent("p")
        number = re.fullmatch(r"computed, cell (\d+) of .+", method.text)[1]
        chapter, _, anchor = method.find("a", string=f"cell {number}")["href"].partition("#")
        cell = book.article(f"book/{Path(chapter).stem}").find(id=anchor).find_parent("details")
        assert cell.find(class_="collapsed").text == f"Code: cell {number}"
        assert f'check("{id}", ' in cell.find(class_="cell_input").text, id


def test_no_page_says_when_it_was_built(book: Book) -> None:
    assert not any("Last updated" in soup.text for soup in book.pages.values())


def test_every_table_with_a_caption_has_a_number(book: Book) -> None:
    captions = [caption for page in book.pages.values() for caption in page.select("article table caption")]
    assert len(captions) > 15
    assert [caption.text for caption in captions if not caption.select_one(".caption-number")] == []
