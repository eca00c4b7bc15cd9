"""Text and what stands inside it."""

from __future__ import annotations

import re

import pytest

from edition.typst.breaks import shown


@pytest.mark.parametrize("name", ["Şuşa", "Əliyev", "İğdır", "Qarabağ", "Нагорный Карабах", "Արցախ", "Đorđe", "Səs"])
def test_names_can_be_read_out_again(book, name: str) -> None:
    assert name in book.pages[book.page_of("Names keep their letters")]


def links(page) -> list[str]:
    """Return where the links of a page lead to: addresses of the web, or "inside"."""
    annotations = [annotation.get_object() for annotation in page.get("/Annots", [])]
    return [str(annotation["/A"]["/URI"]) if "/A" in annotation else "inside" for annotation in annotations]


def test_links_lead_into_the_book_and_out_of_it(book) -> None:
    found = [link for page in book.reader.pages[7:11] for link in links(page)]
    assert "https://example.org" in found
    assert found.count("inside") >= 8


LONG = "https://www.orchard.example/region/{}/1901.html?page=2"


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        (LONG.format("north"), "orchard.example/region/north/1901.html?page=2"),
        (LONG.format("a-long-title-of-an-article-about-apples"), "orchard.example/…/1901.html?page=2"),
        (f"https://orchard.example/{'pear-' * 20}", f"orchard.example/{'pear-' * 8}…"),
        (f"https://orchard.example/{'pear-' * 20}/a/", "orchard.example/…/a"),
    ],
)
def test_an_address_has_room_on_a_line(uri: str, said: str) -> None:
    assert shown(uri) == said


def test_an_address_that_is_shown_short_leads_to_the_whole(print_text) -> None:
    uri = LONG.format("a-long-title-of-an-article-about-apples")
    printed = print_text(f"# Title\n\nSee <{uri}>, and [there]({uri}).\n")
    page = printed.pages[-1].replace("\u200b", "")
    assert printed.warnings == "" and "See orchard.example/…/1901.html?page=2, and there." in page
    assert printed.source.count(f'#web-link("{uri}", ') == 2


def test_only_what_a_link_leads_to_has_a_target(print_text) -> None:
    printed = print_text(
        "# Title\n\n{#alone}\nNobody asks.\n\n(asked)=\n## Asked\n\n{#wanted}\nText.\n\nSee [it](#wanted).\n",
        myst_enable_extensions=["attrs_block"],
    )
    assert printed.warnings == ""
    assert re.findall(r'#anchor\("([^"]+)"\)', printed.source) == ["book:index#wanted"]


def test_a_link_to_nowhere_fails(print_text, tmp_path) -> None:
    (tmp_path / "aside.md").write_text("---\norphan: true\n---\n\n# Aside\n", encoding="utf-8")
    printed = print_text("# Title\n\nSee {doc}`aside`.\n")
    assert "index.md:3: WARNING: this link leads to no place in the printed book: book:aside" in printed.warnings


def test_a_claim_prints_its_value_and_its_mark(book) -> None:
    assert "The share was 97.7 per cent≠ of all" in book.pages[book.page_of("The share was")]
    assert "#claim-mark[" in book.source


def test_raw_html_fails_unless_it_is_invisible(print_text) -> None:
    invisible = "<!-- a comment -->\n\n<script>var x;</script>\n"
    printed = print_text(f"# Title\n\nText.\n\n{invisible}\nA hard\\\nbreak.\n\n<b>lost</b>\n")
    assert '#"A hard";#linebreak();#"break.";' in printed.source
    assert printed.warnings.count("WARNING") == 2  # the opening tag and the closing tag
    assert "index.md:12: WARNING: raw HTML cannot be printed" in printed.warnings


def test_an_abbreviation_is_explained_at_its_first_use(print_text) -> None:
    printed = print_text("# Title\n\n{abbr}`ABC (a long expansion)` and {abbr}`ABC (a long expansion)` again.\n")
    assert printed.warnings == ""
    assert "ABC (a long expansion) and ABC again." in printed.pages[-1]
