"""The figure that a cell shows is the one that its options name, and each cell has one."""

from __future__ import annotations

import pytest

from edition.source.page import Page

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"


def faults(*cells: tuple[str | None, str]) -> list[str]:
    """Return the faults of a page with cells of these names of figures and code; the first begins with line 8."""
    options = [f"---\nmystnb:\n  figure:\n    name: {name}\n---\n" if name else "" for name, _ in cells]
    codes = [f"```{{code-cell}}\n{option}{code}\n```\n" for option, (_, code) in zip(options, cells, strict=True)]
    return list(Page("book/page", FRONT + "".join(codes)).faults)


def shown(name: str) -> str:
    """Return a call that shows a figure."""
    return f"show(fig, '{name}', alt='a', source='b')"


KINDS = {
    "another name": (
        [("fig-heights", shown("fig-height"))],
        "book/page.md, cell 1 (line 13): it shows 'fig-height', but its options name 'fig-heights'; write mystnb: "
        "figure: name: fig-height, or correct show(…)",
    ),
    "no name": ([(None, shown("fig-a"))], "cell 1 (line 8): it shows 'fig-a', but its options name no figure; write"),
    "nothing shown": (
        [("fig-a", "x = 1")],
        "its options name the figure 'fig-a', but it shows none; end it with show(…,",
    ),
    "two in a cell": (
        [("fig-a", shown("fig-a") + "\n" + shown("fig-b"))],
        "it shows 2 figures, fig-a and fig-b; give each a cell of its own",
    ),
    "the same in two cells": (
        [("fig-a", shown("fig-a")), ("fig-a", shown("fig-a"))],
        "cell 2 (line 21): fig-a is shown a second time, after book/page.md, cell 1 (line 13); give it another name",
    ),
    "in the wrong cell": ([("fig-a", "x = 1"), (None, shown("fig-a"))], "cell 2 (line 16): it shows 'fig-a', but its"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_and_its_options_go_together(kind):
    cells, said = KINDS[kind]
    found = faults(*cells)
    assert any(said in line for line in found), found
    assert all(line.startswith("book/page.md, cell ") for line in found)


def test_a_figure_with_its_name_or_with_words_of_its_own_is_let_through():
    assert faults(("fig-a", shown("fig-a")), (None, "x = 1"), ("fig-b", shown("fig-b"))) == []
    options = "---\nmystnb:\n  figure:\n    name: fig-a\n  image:\n    alt: A tree\n---\n"
    assert Page("book/page", f"{FRONT}```{{code-cell}}\n{options}tree\n```\n").faults == ()
