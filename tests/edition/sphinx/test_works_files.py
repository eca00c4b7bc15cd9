"""A list of works that cannot be read is named with its line, and no work is lost in another."""

from __future__ import annotations

import pytest
from sphinx.errors import ExtensionError

from edition.paths import ROOT
from edition.sphinx.works_files import faults_of_works

ONE = "@book{one,\n  title = {Apples},\n  year = {1901}\n}\n"
KINDS = {
    "a name cut in two": (ONE.replace("title", "tit{le"), 2, "'=' expected"),
    "a brace that is not closed": (ONE + "@book{two, title = {Pears, year = {1902}}\n", 6, "premature end of file"),
    "a comma that is missing": (ONE.replace("},", "}"), 3, "'}' expected"),
    "a key twice": (ONE + ONE, 5, "the key one stands twice; give one of the works another"),
    "a work in a work": (
        "@book{one, title = {Apples, year = {1901}\n@book{two, title = {Pears}}}\n}\n",
        1,
        "one: the field title holds another work, @book{two, …; close its brace",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_named_with_line_and_cure(kind):
    text, line, said = KINDS[kind]
    [fault] = faults_of_works(text, "references.bib")
    assert fault.startswith(f"references.bib, line {line}: ") and said in fault and "; " in fault, fault


def test_what_is_right_is_let_through():
    assert list(faults_of_works(f"A remark.\n{ONE}% another\n", "references.bib")) == []
    assert list(faults_of_works((ROOT / "references.bib").read_text(encoding="utf-8"), "references.bib")) == []


def test_the_build_says_so_and_nothing_else(miniature):
    miniature.write("references.bib", KINDS["a comma that is missing"][0])
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    assert str(caught.value).splitlines()[1].strip().startswith("references.bib, line 3: '}' expected; ")
