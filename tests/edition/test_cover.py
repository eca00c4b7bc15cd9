"""The cover, and the card beside a link: the same bytes for the same words."""

from __future__ import annotations

import io

from PIL import Image, ImageFont

from edition.cover import card, cover, lines
from edition.paths import FONTS


def test_a_cover_is_drawn_from_the_words_of_the_book() -> None:
    drawn = cover("A Title", "A subtitle", "Somebody", "1.2")
    assert drawn == cover("A Title", "A subtitle", "Somebody", "1.2") != cover("Another", "", "Somebody", "")
    assert Image.open(io.BytesIO(drawn)).size == (1200, 1600)


def test_a_card_has_the_shape_that_other_sites_show() -> None:
    drawn = card("A Title", "A subtitle", "Somebody")
    assert drawn == card("A Title", "A subtitle", "Somebody") != card("A Title", "A subtitle", "Others")
    assert Image.open(io.BytesIO(drawn)).size == (1200, 630)


def test_a_long_word_has_a_line_of_its_own() -> None:
    font = ImageFont.truetype(str(FONTS / "NotoSans-Bold.ttf"), 40)
    assert lines(f"one {'long' * 40} two", font, 300) == ["one", "long" * 40, "two"]
