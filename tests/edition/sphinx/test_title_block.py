"""The title block of the first page: from CITATION.cff and the settings, and nowhere else."""

from __future__ import annotations

CITATION = """cff-version: 1.2.0
title: "The orchard"
version: "2.5"
date-released: "1901-05-10"
license: CC-BY-SA-4.0
authors: [{name: "The gardeners"}]
"""


def test_the_first_page_says_what_the_book_is_and_no_other_does(miniature):
    miniature.write("CITATION.cff", CITATION)
    miniature.page("one", "# One\n\nText.\n")
    assert miniature.build() == ""
    [block] = miniature.built("index").select("h1 + .title-block")
    said = [line.text.replace("\N{NO-BREAK SPACE}", " ") for line in block.select(".line")]
    assert said == ["The gardeners · Version 2.5 · 10 May 1901 · CC BY-SA 4.0"]
    assert not miniature.built("one").select(".title-block")


def test_what_is_not_said_is_left_out(miniature):
    miniature.write("CITATION.cff", "title: The orchard\n")
    assert miniature.build(author="") == ""
    assert not miniature.built("index").select(".title-block")
