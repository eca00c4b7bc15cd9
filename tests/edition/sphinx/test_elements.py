"""A page knows the size of its pictures before they come."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from edition.sphinx.elements import size_of

OPENING = '<svg xmlns="http://www.w3.org/2000/svg" width="356.4pt" height="259.2pt"><desc>'


@pytest.mark.parametrize("shift", range(3))
def test_a_long_description_in_letters_of_several_bytes_hides_no_size(tmp_path: Path, shift: int) -> None:
    """Wherever a reader of the first kilobyte would cut a letter in two."""
    drawing = tmp_path / "drawing.svg"
    drawing.write_text(f"{OPENING}{'x' * shift}{'∎' * 1000}</desc></svg>", encoding="utf-8")
    assert size_of(drawing) == (475, 345)


@pytest.mark.parametrize("text", ["", "<svg", "no drawing"])
def test_of_a_broken_drawing_no_size_is_known(tmp_path: Path, text: str) -> None:
    drawing = tmp_path / "drawing.svg"
    drawing.write_text(text, encoding="utf-8")
    assert size_of(drawing) is None


def test_a_picture_made_of_dots_has_the_size_that_it_says(tmp_path: Path) -> None:
    Image.new("L", (30, 20)).save(tmp_path / "dots.png")
    assert size_of(tmp_path / "dots.png") == (30, 20)
