"""What no page may hold, and what a build refuses before it reads anything; each with file, place and cure."""

from __future__ import annotations

import json

import pytest
from sphinx.errors import SphinxError


def refused(book) -> str:
    """Build the book, which fails, and return why."""
    with pytest.raises(SphinxError) as caught:
        book.build()
    return str(caught.value)


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("book/text.md", "# Caf\xe9\n".encode("cp1252"), "book/text.md, line 1: the byte 0xe9 is no UTF-8"),
        ("book/text.md", "# Text\n".encode("utf-16"), "book/text.md, line 1: it is UTF-16"),
        ("book/text.md", b"# Text\n\n\0\n", "book/text.md, line 3: the character U+0000"),
        ("references.bib", b"% caf\xe9\n", "references.bib, line 1: the byte 0xe9"),
        ("data/claims.csv", b"id,caf\xe9\n", "data/claims.csv, line 1: the byte 0xe9"),
        ("data/datapackage.json", b"[]", "data/datapackage.json: no list of tables"),
        ("data/datapackage.json", b"\xe9", "data/datapackage.json, line 1: the byte 0xe9"),
    ],
)
def test_a_source_that_cannot_be_read_is_named(miniature, file: str, content: bytes, message: str) -> None:
    miniature.page("text", "# Text\n")
    (miniature.root / file).write_bytes(content)
    assert message in refused(miniature)


@pytest.mark.parametrize(
    "html", ["<script>x()</script>", "A <b onclick='x()'>word</b>.", "```{raw} html\n<i>x</i>\n```"]
)
def test_raw_html_is_refused_unless_it_is_allowed(miniature, html: str) -> None:
    miniature.page("text", f"# Text\n\n{html}\n")
    assert "book/text.md, line 3: raw HTML" in refused(miniature).replace("line 4", "line 3")
    assert miniature.build(edition_raw_html=True) == ""


def test_a_comment_is_told_its_own_form(miniature) -> None:
    miniature.page("text", "# Text\n\n<!-- to do -->\n\n% to do\n")
    assert "raw HTML, <!-- to do -->; begin a line with % for a comment, or set edition_raw_html" in refused(miniature)


def test_a_picture_of_another_host_is_refused(miniature) -> None:
    miniature.page("text", "# Text\n\n![A gate](https://example.org/gate.png)\n")
    assert "book/text.md, line 3: the picture https://example.org/gate.png lies on another host" in refused(miniature)


@pytest.mark.parametrize("format", ["latex", "typst", "html5"])
def test_what_is_meant_for_a_format_of_no_book_is_named(miniature, format: str) -> None:
    miniature.page("text", f"# Text\n\n```{{raw}} {format}\nLost words\n```\n")
    assert f"text.md, line 3: no book shows what is meant for {format}: Lost words" in miniature.build()


@pytest.mark.parametrize(
    ("condition", "is_lost"), [("latex", True), ("html and print", True), ("html", False), ("not latex", False)]
)
def test_what_is_meant_for_one_of_no_books_alone_is_named(miniature, condition: str, is_lost: bool) -> None:
    miniature.page("text", f"# Text\n\n```{{only}} {condition}\nLost words\n```\n")
    said = f"text.md, line 3: no book shows what is meant for {condition} only: Lost words"
    assert (said in miniature.build()) == is_lost


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_no_address_of_the_data_runs_anything(miniature, address: str) -> None:
    file = miniature.root / "data" / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    package["resources"][0]["licenses"][0]["path"] = address
    file.write_text(json.dumps(package), encoding="utf-8")
    assert f"{address!r} is no address that may be linked" in refused(miniature)


def test_no_work_leads_to_a_script(miniature) -> None:
    miniature.write("references.bib", "@misc{a, author={A}, title={T}, year={2000}, url={javascript:alert(1)}}\n")
    miniature.page("text", "# Text\n\n{cite:p}`a`\n\n```{bibliography}\n```\n")
    assert "javascript: is no address to link to" in refused(miniature)


def test_a_claim_that_no_sentence_marks_is_named(miniature) -> None:
    miniature.claims(M1={}, M2={"kind": "wording"})
    miniature.page("zz", "# Nothing\n")
    said = refused(miniature)
    assert "M1 is marked on no page; add {mark}`M1` to the sentence" in said and "M2" not in said


def test_the_years_of_copyright_stay(miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert miniature.build(copyright="2026, the gardeners") == ""
    page = (miniature.pages / "index.html").read_text(encoding="utf-8")
    assert "2026, the gardeners" in page and "1970" not in page


def test_a_hard_break_is_meant_for_every_book(miniature) -> None:
    miniature.page("text", "# Text\n\nA line\\\nand another.\n")
    assert miniature.build() == ""
