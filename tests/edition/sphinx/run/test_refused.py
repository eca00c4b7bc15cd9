"""Pages whose source shows that they cannot be trusted are refused before they run."""

from __future__ import annotations

import pytest
from sphinx.errors import ExtensionError


def test_a_chapter_that_loads_by_a_variable_fails_the_build(miniature):
    miniature.chapter("orchard", "for name in ['harvest', 'hives']:\n    load(name, DATA)")
    with pytest.raises(ExtensionError, match=r"book/orchard.md, cell 2 .line 18.: load\(name, DATA\): write load"):
        miniature.build()


def test_a_page_that_has_two_files_is_refused(miniature):
    miniature.page("text", "# Text\n")
    miniature.write("book/text.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    with pytest.raises(ExtensionError, match="book/text.md and book/text.ipynb: delete one of them"):
        miniature.build()


@pytest.mark.parametrize("content", ["{", '{"cells": []}', "# No notebook\n"])
def test_a_notebook_that_is_none_is_refused(miniature, content):
    miniature.write("book/text.ipynb", content)
    with pytest.raises(ExtensionError, match="book/text.ipynb: it is no notebook; save it again"):
        miniature.build()


def test_a_page_that_was_good_is_refused_when_it_is_no_longer(miniature):
    miniature.chapter("orchard", "load('harvest', DATA)")
    miniature.chapter("meadow", "load('hives', DATA)")
    miniature.build()
    miniature.chapter("meadow", "for name in ['harvest', 'hives']:\n    load(name, DATA)")
    with pytest.raises(ExtensionError, match="book/meadow.md, cell 2") as error:
        miniature.build()
    assert "orchard" not in str(error.value)
    with pytest.raises(ExtensionError, match="book/meadow.md, cell 2"):
        miniature.build()
