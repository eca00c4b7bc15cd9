"""Which columns of a table hold numbers."""

from __future__ import annotations

import pytest

from edition.sphinx.tables.numeric import RIGHT, is_numeric


@pytest.mark.parametrize(
    ("texts", "numeric"),
    [
        (["1", "2,500", "–", "0.5"], True),
        (["60%", "94 %", "−3"], True),
        (["1", "over 5"], False),
        (["1.2.3"], False),  # a version
        (["–", ""], False),
        (["2,5000"], False),
    ],
)
def test_a_column_of_numbers_and_dashes_is_one(texts: list[str], numeric: bool) -> None:
    assert is_numeric(texts) is numeric


def test_cells_and_head_have_the_class_but_not_the_names_of_the_rows(miniature) -> None:
    miniature.page(
        "trees", "# Trees\n\n| Year | Tree | Tons |\n|---|---|---|\n| 2019 | pear | 1,200 |\n| 2020 | plum | – |\n"
    )
    assert miniature.build() == ""
    cells = miniature.built("trees").find("table").find_all(["th", "td"])
    assert [RIGHT in cell.get("class", []) for cell in cells] == [False, False, True] * 3
