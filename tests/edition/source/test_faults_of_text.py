"""What is wrong with a page outside its code, with its line: fences, rows of tables, options, languages of cells."""

from __future__ import annotations

import pytest

from edition.source.page import Page

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"


@pytest.mark.parametrize("language", ["r", "julia", "python2"])
def test_a_cell_of_another_language_is_refused(language):
    [fault] = Page("book/page", f"{FRONT}\n# Title\n\n```{{code-cell}} {language}\nx = 1\n```\n").faults
    assert fault.startswith(f"book/page.md, line 10: a cell of {language} would be run as Python; write ipython3")


@pytest.mark.parametrize(
    ("text", "line", "cells"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", 5, 3),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n", 6, 4),
        ("a | b\n--|--\n1 | 2 | 3\n", 5, 3),
        (":::{note}\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n:::\n", 6, 3),
    ],
)
def test_a_row_with_more_cells_than_its_head_is_named_with_its_line(text, line, cells):
    [fault] = Page("book/page", f"# Title\n\n{text}").faults
    assert fault.startswith(f"book/page.md, line {line}: the row has {cells} cells for 2 columns")


@pytest.mark.parametrize(
    "text",
    ["| a | b |\n|---|---|\n| 1 | 2 \\| 3 |", "| a | b |\n|---|---|\n| 1 |", "```md\n| a |\n|---|\n| 1 | 2 |\n```"],
)
def test_a_row_with_as_many_cells_or_fewer_or_in_a_listing_is_right(text):
    assert Page("book/page", f"# Title\n\n{text}\n").faults == ()


@pytest.mark.parametrize("options", [":load: loaded.py", ":tags: [x]\n:load: loaded.py", "---\nload: loaded.py\n---"])
def test_code_that_an_option_brings_in_is_refused(options):
    [fault] = Page("book/page", f"{FRONT}\n# Title\n\n```{{code-cell}} ipython3\n{options}\n```\n").faults
    assert "book/page.md, line 1" in fault and "load:" in fault


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (":::{note}\nA note that nobody ends\n\nMore.", 3),
        ("```{note}\nA note\n\nMore.\n``", 3),
        ("````\ncode\n```\n", 3),
        ("Text.\n\n```{code-cell} ipython3\nx = 1\n\nMore text.", 5),
        ("::::{note}\nA\n\n:::{tip}\nB\n::::\n", 6),
        ("* item\n\n  ```\n  code\n\nMore.\n", 5),
        (":::", 3),
        ("```\ncode\n``` text", 3),
    ],
)
def test_a_fence_without_an_end_is_named_with_its_line(text, line):
    [fault] = Page("book/page", f"# Title\n\n{text}").faults
    assert fault.startswith(f"book/page.md, line {line}: nothing closes ") and "on a line of its own" in fault


@pytest.mark.parametrize(
    "text",
    [
        ":::{note}\nA\n:::\n",
        "::::{note}\n:::{tip}\nB\n:::\n::::\n",
        "::::{note}\n```\n:::\ncode\n```\n:::::\n",
        "````\n```{note}\n````\n",
        "```{code-block} md\n:::{note}\n```\n",
        "> ```\n> code\n> ```\n",
        "* item\n\n  ```\n  code\n  ```\n\nMore.\n",
        "~~~\n```\n~~~  \n",
        "```{raw} html\n```{note}\n```\n",
        "```{literalinclude} a.md\n:::{note}\n```\n",
        "```{mermaid}\n:::{note}\n```\n",
        "```{math}\n:::{note}\n```\n",
    ],
)
def test_a_fence_with_an_end_is_none(text):
    assert Page("book/page", f"# Title\n\n{text}").faults == ()
