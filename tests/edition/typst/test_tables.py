"""Where a table is broken: two rows at the least stand on either side, and a table of three is not."""

from __future__ import annotations

import pytest

HEAD = "| A | B |\n|---|---|\n"
ROW = "| row {} | " + "three lines of words " * 10 + "|\n"


@pytest.mark.parametrize("count", [3, 20])
@pytest.mark.parametrize("lines", range(14, 30, 3))
def test_no_row_stands_alone_on_a_page(print_text, lines: int, count: int) -> None:
    rows = "".join(map(ROW.format, range(count)))
    # In an admonition a table may run on, however low it is.
    before = "A line of words.\\\n" * lines
    text = f"# Title\n\n{before}End.\n\n:::{{note}}\n{HEAD}{rows}\n:::\n"
    counts = [page.count("row ") for page in print_text(text).pages if "row " in page]
    assert sum(counts) == count and min(counts) >= min(count, 2), counts
    assert len(counts) == 1 or count > 3, counts
