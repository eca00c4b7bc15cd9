"""How something is cited: in words, and as entries that other programs read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pybtex.database import parse_string

from edition.sphinx.citation import Author, Cited, as_bibtex, as_ris, in_words
from edition.sphinx.citing import kind

CITATION = """cff-version: 1.2.0
title: "The orchard: an edition"
version: "2.5"
date-released: "1901-05-10"
authors: [{name: "The gardeners"}]
references:
  - {type: article, status: preprint, title: "Trees & birds", year: 1899, url: "https://example.org/trees",
     authors: [{family-names: Pippin, given-names: Rosa}]}
"""
PIPPIN = Cited("preprint", "Trees & birds", (Author("Pippin", "Rosa"),), "1899", address="https://example.org/trees")
GARDENERS = Cited("page", "“Birds”", (Author("The gardeners"),), "1901-05-10", version="2.5", within="The orchard")
FIGURE = """---
mystnb:
  figure:
    name: fig-trees
    caption: "**There are two.** Nobody counted the third."
---
from matplotlib.figure import Figure
from edition import show
show(Figure(figsize=(2, 1)), 'fig-trees', alt=f'{len(hives)} trees.', source='the diary', table={'hives': hives.rename_axis('row')})"""


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (PIPPIN, "Pippin, Rosa (1899). Trees & birds. Preprint. https://example.org/trees"),
        (GARDENERS, "The gardeners (1901). “Birds”. In: The orchard. Version 2.5."),
    ],
)
def test_in_words_it_is_a_sentence(cited, words):
    assert in_words(cited) == words


def test_a_reader_of_bibtex_finds_what_was_put_in():
    [entry] = parse_string(as_bibtex(PIPPIN), "bibtex").entries.values()
    assert entry.type == "unpublished" and entry.fields["year"] == "1899" and entry.fields["note"] == "Preprint"
    assert entry.persons["author"][0].last_names == ["Pippin"]
    [entry] = parse_string(as_bibtex(GARDENERS), "bibtex").entries.values()
    assert entry.type == "incollection" and entry.fields["booktitle"] == "The orchard"
    assert entry.persons["author"][0].last_names == ["{The gardeners}"], "a group has no given name"


def test_ris_has_a_tag_a_line_and_begins_and_ends_as_it_must():
    lines = as_ris(GARDENERS).split("\n")
    assert lines[0] == "TY  - CHAP" and lines[-1] == "ER  - "
    assert {"AU  - The gardeners", "PY  - 1901", "DA  - 1901/05/10", "T2  - The orchard", "ET  - 2.5"} <= set(lines)
    assert "DA  - " not in as_ris(PIPPIN) and "UR  - https://example.org/trees" in as_ris(PIPPIN)


@pytest.mark.parametrize(
    ("type", "entry", "record"),
    [("report", "techreport", "RPRT"), ("journal-article", "article", "JOUR"), ("pamphlet", "misc", "GEN")],
)
def test_a_work_of_any_type_is_cited(type, entry, record):
    work = replace(PIPPIN, kind=kind(type))
    assert as_bibtex(work).startswith(f"@{entry}{{") and as_ris(work).startswith(f"TY  - {record}\n")
    assert "Trees & birds" in in_words(work)


def test_a_page_and_a_figure_say_how_they_are_cited_and_where_if_they_have_an_address(miniature):
    miniature.write("CITATION.cff", CITATION)
    miniature.chapter("grove", "hives = load('hives', DATA)", FIGURE, title="The grove")
    settings = {"html_theme": "sphinx_book_theme", "html_baseurl": "https://example.org/orchard/"}
    assert miniature.build(**settings) == ""
    page = miniature.whole("grove")
    offered = {
        fold.summary.text: [one.text for one in fold.select("pre")] for fold in page.select(".page-citations details")
    }
    assert list(offered) == ["Cite this page", "Cite the book", "Cite the preprint"]
    title = "The orchard: an edition"
    address = "https://example.org/orchard/book/grove.html"
    assert offered["Cite this page"][0] == f"The gardeners (1901). The grove. In: {title}. Version 2.5. {address}"
    assert ["Trees" in form for form in offered["Cite the preprint"]] == [True] * 3
    bibtex, ris = [one.text for one in page.select("#fig-trees .figure-cite pre")]
    [entry] = parse_string(bibtex, "bibtex").entries.values()
    assert entry.fields["title"] == "{Figure 1: There are two}" and f"UR  - {address}#fig-trees" in ris
