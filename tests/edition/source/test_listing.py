"""The code behind a figure, as one listing that can be run."""

from __future__ import annotations

import pytest

from edition.source.lineage import statements
from edition.source.listing import listing

CELLS = [
    "from edition import load, show\nimport os",
    "pears = load('pears')\nfigs = load('figs')",
    "# Only the good years.\ngood = pears[pears > 3]\nhalf = figs / 2",
    "@cached\ndef draw(rows):\n    return chart(rows)\n\nother = figs",
    "fig = draw(good)\n\n\nshow(fig, 'fig-pears', alt='…')\nrest = 1\nshow(chart(half), 'fig-figs', alt='…')",
]


def listed(name: str, *cells: str) -> str:
    """Return the listing of a figure in a chapter of these cells."""
    return listing(cells, statements(cells), name)


def test_the_listing_holds_what_the_figure_needs_in_order_and_nothing_else() -> None:
    assert listed("fig-pears", *CELLS) == (
        "# cell 1\nfrom edition import load, show\n\n"
        "# cell 2\npears = load('pears')\n\n"
        "# cell 3\n# Only the good years.\ngood = pears[pears > 3]\n\n"
        "# cell 4\n@cached\ndef draw(rows):\n    return chart(rows)\n\n"
        "# cell 5\nfig = draw(good)\n\nshow(fig, 'fig-pears', alt='…')"
    )


def test_another_figure_of_the_same_cells_has_its_own() -> None:
    text = listed("fig-figs", *CELLS)
    assert "half = figs / 2" in text and "pears" not in text and "rest" not in text


def test_a_figure_that_is_not_there_has_none() -> None:
    assert listed("fig-plums", *CELLS) == ""


def test_the_listing_runs() -> None:
    cells = ["numbers = [1, 2]\nunused = 1 / 0", "def show(figure, name):\n    shown.append((figure, name))", "show(sum(numbers), 'fig-sum')"]  # fmt: skip
    shown: list[tuple[int, str]] = []
    exec(listed("fig-sum", *cells), {"shown": shown})
    assert shown == [(3, "fig-sum")]
    with pytest.raises(ZeroDivisionError):
        exec("\n".join(cells), {"shown": shown})
