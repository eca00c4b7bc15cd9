"""The cover, and the card that stands beside a link to the book, drawn from what the book says of itself."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

from edition.paths import FONTS

COVER, CARD = (1200, 1600), (1200, 630)  # pixels, of an upright page and of what other sites show
PAPER, INK, ACCENT = "#ffffff", "#1a1a1a", "#1f3b73"


def cover(title: str, subtitle: str, author: str, version: str) -> bytes:
    """Return the cover as a PNG, the same for the same words."""
    sheet = Sheet(COVER, margin=110)
    below = sheet.write(300, title, "NotoSans-Bold.ttf", 84, INK)
    below = sheet.write(below + 50, subtitle, "NotoSans-Regular.ttf", 42, ACCENT)
    sheet.write(below + 120, author, "NotoSerif-Regular.ttf", 42, INK)
    if version:
        sheet.write(COVER[1] - 160, f"Version {version}", "NotoSans-Regular.ttf", 34, INK)
    return sheet.png()


def card(title: str, subtitle: str, author: str) -> bytes:
    """Return the card as a PNG, the same for the same words."""
    sheet = Sheet(CARD, margin=80)
    below = sheet.write(90, title, "NotoSans-Bold.ttf", 64, INK)
    below = sheet.write(below + 30, subtitle, "NotoSans-Regular.ttf", 34, ACCENT)
    sheet.write(max(below + 30, CARD[1] - 110), author, "NotoSerif-Regular.ttf", 32, INK)
    return sheet.png()


class Sheet:
    """A white sheet with a band at its head."""

    def __init__(self, size: tuple[int, int], margin: int) -> None:
        self.picture, self.margin = Image.new("RGB", size, PAPER), margin
        self.pen = ImageDraw.Draw(self.picture)
        self.pen.rectangle((0, 0, size[0], 36), fill=ACCENT)

    def write(self, top: int, text: str, face: str, size: int, ink: str) -> int:
        """Write a text in lines that fit, and return where it ends."""
        font = ImageFont.truetype(str(FONTS / face), size)
        for line in lines(text, font, self.picture.width - 2 * self.margin):
            self.pen.text((self.margin, top), line, font=font, fill=ink)
            top += round(1.3 * size)
        return top

    def png(self) -> bytes:
        """Return the sheet in few colours."""
        file = io.BytesIO()
        self.picture.quantize(32).save(file, "png", optimize=True)
        return file.getvalue()


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
