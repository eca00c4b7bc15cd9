"""The list of works: complete entries, keys that chapters and entries agree on, and the way works are cited and sorted."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pybtex.database import Entry, parse_file, parse_string
from pybtex.plugin import find_plugin
from sphinxcontrib.bibtex.citation_target import parse_citation_targets

from edition.sphinx.bibliography import AlphabeticalSorting, EditionStyle, register_styles

ROOT = Path(__file__).resolve().parents[2]
BIB = ROOT / "references.bib"

#: Entry types that exist only on line.
ONLINE = {"online", "dataset"}

#: Names that must keep their capital when a title is set in sentence case.
CAPITALS = [
    "Abkhazia",
    "Aliyev",
    "Armenia",
    "Armenian",
    "Artsakh",
    "Azerbaijan",
    "Azerbaijani",
    "Azeri",
    "Blinken",
    "Caucasus",
    "EU",
    "Iran",
    "Karabakh",
    "Minsk",
    "Moscow",
    "Nagorno",
    "NIS",
    "OSCE",
    "Pashinyan",
    "Putin",
    "Russia",
    "Russian",
    "Sarsang",
    "SIPRI",
    "TASS",
    "Turkey",
    "Turkish",
    "Ukraine",
    "UN",
    "USSR",
]


@pytest.fixture(scope="session")
def entries() -> dict[str, Entry]:
    """Return the entries of references.bib by key."""
    return dict(parse_file(BIB, bib_format="bibtex").entries)


def cited_keys(text: str) -> set[str]:
    """Return the keys that the citation roles in a page of MyST name."""
    roles = re.findall(r"(?<!`)\{cite(?::\w+)?\}`([^`]+)`", text)
    return {target.key for role in roles for target in parse_citation_targets(role)}


def keys_by_page() -> dict[str, set[str]]:
    """Return the keys cited in each page of the book and in the table of sources."""
    found = {str(p.relative_to(ROOT)): cited_keys(p.read_text("utf-8")) for p in sorted((ROOT / "book").rglob("*.md"))}
    sources = ROOT / "data" / "sources.csv"
    if sources.exists():
        with sources.open(encoding="utf-8", newline="") as lines:
            found["data/sources.csv"] = {
                key for row in csv.DictReader(lines) if (key := (row.get("bibkey") or "").strip())
            }
    return found


def faults(key: str, entry: Entry) -> list[str]:
    """Return what an entry lacks."""
    missing = [] if entry.persons.get("author") or entry.persons.get("editor") else ["author or editor"]
    missing += [name for name in ("title", "year") if not entry.fields.get(name)]
    if entry.type in ONLINE and not entry.fields.get("url"):
        missing.append("url")
    if not re.match(r"https?://\S+$", entry.fields.get("url", "https://none")):
        missing.append("a url that is an address")
    return [f"{key}: {what}" for what in missing]


def plain(entry: Entry) -> str:
    """Return an entry as the list prints it, without markup."""
    register_styles()
    return EditionStyle().format_entry("1", entry).text.render(find_plugin("pybtex.backends", "plaintext")())


# ---- Entries


def test_entries_are_complete(entries: dict[str, Entry]) -> None:
    lacking = [fault for key, entry in entries.items() for fault in faults(key, entry)]
    assert not lacking, "references.bib lacks " + "; ".join(lacking)


def test_an_incomplete_entry_is_noticed() -> None:
    bad = parse_string(
        "@online{x_y_2000, title = {T}, url = {somewhere}}\n@online{z, author = {A}, year = 1}", "bibtex"
    )
    assert faults("x", bad.entries["x_y_2000"]) == ["x: author or editor", "x: year", "x: a url that is an address"]
    assert faults("z", bad.entries["z"]) == ["z: title", "z: url"]


def test_keys_are_ascii_and_unique() -> None:
    keys = re.findall(r"^@\w+\{([^,]*),", BIB.read_text("utf-8"), flags=re.M)
    assert keys, "references.bib has no entries"
    odd = [key for key in keys if not re.fullmatch(r"[a-z0-9_]+", key)]
    assert not odd, f"keys of references.bib are lower-case ascii words joined by underscores, not {odd}"
    twice = [key for key, count in Counter(keys).items() if count > 1]
    assert not twice, f"keys that references.bib has more than once: {twice}"


def test_short_citations_tell_works_apart(entries: dict[str, Entry]) -> None:
    """Two works that print as the same "Name, year" could not be told apart in the text."""

    def short(entry: Entry) -> str:
        names = [" ".join(p.prelast_names + p.last_names) for p in entry.persons.get("author", [])]
        return f"{names[0] + ' et al.' if len(names) > 2 else ' and '.join(names)}, {entry.fields['year']}"

    shared = Counter(map(short, entries.values()))
    assert len(shared) > 50
    assert not [s for s, n in shared.items() if n > 1], [
        f"{k}: {short(e)}" for k, e in entries.items() if shared[short(e)] > 1
    ]


def test_a_name_without_braces_loses_its_capital() -> None:
    entry = parse_string("@misc{k, author = {A}, title = {War in Armenia and {Iran}}, year = 2000}", "bibtex").entries[
        "k"
    ]
    assert "War in armenia and Iran." in plain(entry)


def test_names_in_titles_keep_their_capitals(entries: dict[str, Entry]) -> None:
    lowered = {name.lower() for name in CAPITALS}
    words = {key: re.findall(r"\w+", re.sub(r"https?://\S+", "", plain(entry))) for key, entry in entries.items()}
    lost = [f"{key}: {word}" for key in words for word in words[key] if word in lowered]
    assert not lost, f"titles of references.bib need braces: {lost}"


# ---- Entries and pages


def test_every_cited_key_has_an_entry(entries: dict[str, Entry]) -> None:
    unknown = [f"{page}: {key}" for page, keys in keys_by_page().items() for key in sorted(keys - set(entries))]
    assert not unknown, f"cited, but not in references.bib: {unknown}"


def test_every_entry_is_cited(entries: dict[str, Entry]) -> None:
    cited = set().union(*keys_by_page().values())
    uncited = sorted(set(entries) - cited)
    assert not uncited, f"in references.bib, but cited neither in book/ nor in data/sources.csv: {uncited}"


def test_citations_are_found_in_a_page() -> None:
    page = (
        "A {cite:t}`a_b_2000`, {cite}`c` and\n[^n01]: {cite:p}`{see}d{p. 3, note 4},e_f`; not `{cite:t}` nor {doc}`g`."
    )
    assert cited_keys(page) == {"a_b_2000", "c", "d", "e_f"}


# ---- Styles


def test_letters_with_marks_sort_with_their_base() -> None:
    names = [
        "Czerny",
        "Çelik",
        "Şahin",
        "sanders",
        "Szabo",
        "Əliyev",
        "Eller",
        "Zola",
        "de Waal, Thomas",
        "Deng",
        "{NATO}",
        "Ilgar",
        "Işık",
    ]
    bib = "\n".join(f"@misc{{k{i}, author = {{{name}}}, title = {{T}}, year = 2000}}" for i, name in enumerate(names))
    order = [
        str(e.persons["author"][0]) for e in AlphabeticalSorting().sort(parse_string(bib, "bibtex").entries.values())
    ]
    assert order == [
        "Çelik",
        "Czerny",
        "de Waal, Thomas",
        "Deng",
        "Əliyev",
        "Eller",
        "Ilgar",
        "Işık",
        "{NATO}",
        "Şahin",
        "sanders",
        "Szabo",
        "Zola",
    ]


def test_same_name_sorts_by_year_then_title() -> None:
    bib = parse_string(
        "@misc{a, author = {B, C}, title = {Zoo}, year = 2001}\n@misc{b, author = {B, C}, title = {ant}, year = 2001}\n"
        "@misc{c, author = {B, C}, title = {Tin}, year = 1999}\n@misc{d, author = {B, C and A, A}, title = {A}, year = 1990}\n"
        "@misc{e, editor = {A, Z}, title = {A}, year = 2020}\n",
        "bibtex",
    )
    assert [e.key for e in AlphabeticalSorting().sort(bib.entries.values())] == ["e", "c", "b", "a", "d"]


@pytest.mark.parametrize(
    ("bib", "printed"),
    [
        (
            "@article{k, author = {Ay, B. and Ci, D.}, title = {The War in {Rome}}, journal = {J Q}, volume = 4, number = 2, "
            "pages = {1--3}, year = 2001, note = {A note}, url = {https://x.org/a_b}}",
            "Ay, B.; Ci, D. (2001). The war in Rome. J Q 4(2), pp. 1–3. https://x.org/a_b A note.",
        ),
        (
            "@online{k, author = {{A and B}}, title = {T}, day = 3, month = may, year = 2001}",
            "A and B (2001). T. 3 May.",
        ),
        (
            "@book{k, editor = {Ay, B.}, title = {The War}, publisher = {P}, year = 2001}",
            "Ay, B. (ed.) (2001). The War. P.",
        ),
        (
            "@unheardof{k, author = {Ay, B.}, title = {T}, institution = {I}, number = 7, year = 2001}",
            "Ay, B. (2001). T. I, 7.",
        ),
    ],
)
def test_printed_entry(bib: str, printed: str) -> None:
    text = plain(parse_string(bib, "bibtex").entries["k"])
    assert re.sub(r"\s+", " ", text.replace("<nbsp>", " ").replace("<ndash>", "–")) == printed


CONF = """
extensions = ["myst_parser", "edition.sphinx.bibliography"]
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "edition"
bibtex_reference_style = "edition_round"
bibtex_cite_id = "ref-{key}"
html_theme = "basic"
"""

REFS = """
@misc{czerny, author = {Czerny, A.}, title = {Etudes}, year = 2000}
@misc{celik, author = {Çelik, A. and Bey, B. and Can, C.}, title = {Roads}, year = 2001}
"""

PAGE = """# Page

P {cite:p}`celik{p. 7}`. T {cite:t}`celik`. Two {cite:p}`{see}czerny,celik`. Here.[^n01]

[^n01]: {cite:p}`{see}celik{p. 7},czerny`; {cite:t}`czerny{p. 8}`.

```{bibliography}
```
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    """Build a miniature book, strictly, and return its page."""
    source = tmp_path_factory.mktemp("citations")
    for name, text in {"conf.py": CONF, "refs.bib": REFS, "index.md": PAGE}.items():
        (source / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "-b", "html", str(source), str(source / "out")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return BeautifulSoup((source / "out" / "index.html").read_text("utf-8"), "html.parser")


def test_citations_in_the_text_have_round_brackets(page: BeautifulSoup) -> None:
    text = page.select_one("section > p").get_text()
    assert "P (Çelik et al., 2001, p. 7). T Çelik et al. (2001). Two (Çelik et al., 2001; see Czerny, 2000)." in text


def test_citations_in_footnotes_have_no_outer_brackets(page: BeautifulSoup) -> None:
    note = page.select_one("aside.footnote p").get_text()
    assert note == "see Çelik et al., 2001, p. 7; Czerny, 2000; Czerny (2000, p. 8)."


def test_list_of_works_is_sorted_and_unlabelled_with_lasting_addresses(page: BeautifulSoup) -> None:
    works = page.select("div.citation")
    assert [work.get_text().strip() for work in works] == [
        "Çelik, A.; Bey, B.; Can, C. (2001). Roads.",
        "Czerny, A. (2000). Etudes.",
    ]
    assert [work["id"] for work in works] == ["ref-celik", "ref-czerny"]
    assert {a["href"] for a in page.select(".bibtex-citation a")} == {"#ref-celik", "#ref-czerny"}
