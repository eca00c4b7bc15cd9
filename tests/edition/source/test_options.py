"""Options of a cell that are misspelt, and would be passed over."""

from __future__ import annotations

import pytest

from edition.source.options import faults_of_options
from edition.source.page import Page

KINDS = [
    ({"tagz": ["hide-input"]}, "'tagz' is no option; write tags, if that is meant"),
    ({"tags": ["hide-inputt"]}, "'hide-inputt' is no tag; write hide-input, if that is meant"),
    ({"tags": "remove_cell"}, "'remove_cell' is no tag; write remove-cell, if that is meant"),
    ({"mystnb": {"figur": {}}}, "'figur' is no option of mystnb; write figure, if that is meant"),
    ({"mystnb": {"figure": {"captoin": "x"}}}, "'captoin' is no option of figure; write caption, if that is meant"),
    (
        {"mystnb": {"figure": {"zzz": "x"}}},
        "'zzz' is no option of figure; choose from caption, caption_before, classes",
    ),
    ({"mystnb": {"image": {"alt_text": "x"}}}, "'alt_text' is no option of image; choose from"),
    ({"mystnb": {"figure": "fig-a"}}, "the option figure is 'fig-a'; write name: … below it"),
    ({"mystnb": "figure"}, "the option mystnb is 'figure'; write figure: or image: below it"),
]


@pytest.mark.parametrize(("metadata", "said"), KINDS)
def test_what_is_misspelt_is_named_with_its_cure(metadata, said):
    [fault] = faults_of_options(metadata)
    assert said in fault


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"tags": ["hide-input", "raises-exception", "mine"], "slideshow": {"slide_type": "skip"}},
        {"mystnb": {"figure": {"name": "fig-a", "caption": "A."}, "image": {"alt": "A tree"}, "code_prompt_show": "x"}},
    ],
)
def test_what_is_right_is_let_through(metadata):
    assert list(faults_of_options(metadata)) == []


def test_a_page_names_the_cell():
    front = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n"
    [fault] = Page("book/page", f"{front}```{{code-cell}}\n:tagz: [hide-input]\nx = 1\n```\n").faults
    assert fault == "book/page.md, cell 1 (line 8): 'tagz' is no option; write tags, if that is meant"
