"""The cover, drawn from what the book says of itself."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

from edition.paths import FONTS

SIZE, MARGIN = (1200, 1600), 110
PAPER, INK, ACCENT = "#ffffff", "#1a1a1a", "#1f3b73"


def cover(title: str, subtitle: str, author: str, version: str) -> bytes:
    """Return the cover as a PNG, the same for the same words."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], 36), fill=ACCENT)
    below = _write(pen, 300, title, "NotoSans-Bold.ttf", 84, INK)
    below = _write(pen, below + 50, subtitle, "NotoSans-Regular.ttf", 42, ACCENT)
    _write(pen, below + 120, author, "NotoSerif-Regular.ttf", 42, INK)
    if version:
        _write(pen, SIZE[1] - 160, f"Version {version}", "NotoSans-Regular.ttf", 34, INK)
    file = io.BytesIO()
    picture.quantize(32).save(file, "png", optimize=True)
    return file.getvalue()


def _write(pen: ImageDraw.ImageDraw, top: int, text: str, face: str, size: int, ink: str) -> int:
    """Write a text in lines that fit, and return where it ends."""
    font = ImageFont.truetype(str(FONTS / face), size)
    for line in lines(text, font, SIZE[0] - 2 * MARGIN):
        pen.text((MARGIN, top), line, font=font, fill=ink)
        top += round(1.3 * size)
    return top


def lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return a text in lines of at most this width; a word that is longer has a line of its own."""
    made: list[str] = []
    for word in text.split():
        longer = f"{made[-1]} {word}" if made else word
        if made and font.getlength(longer) <= width:
            made[-1] = longer
        else:
            made.append(word)
    return made
