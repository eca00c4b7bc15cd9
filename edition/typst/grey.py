"""Grey for colours: in pictures made of dots before they are set, in all that is drawn when the PDF is made.

The compiler has RGB for whatever an SVG draws, be it grey. So the colours are changed where they stand in the PDF: each
colour of its content becomes the grey that is as light to the eye, in the colour space of a single ink.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

#: How much each primary adds to the lightness of a colour (ITU-R BT.709, on values without gamma).
WEIGHTS = (0.2126, 0.7152, 0.0722)
NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
#: A string, which is passed over; the choice of a colour space; a colour.
COLOUR = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]*>"
    rb"|/(?P<space>\w+)\s+(?:cs|CS)\b"
    rb"|(?<![\w/.])(?P<values>(?:" + NUMBER + rb"\s+){1,4})(?P<operator>scn|SCN|sc|SC|rg|RG|g|G)\b",
    re.DOTALL,
)
#: What stays in colours.
KEPT = {b"sh": "a shading", b"k": "a colour of four inks", b"K": "a colour of four inks"}
OTHER = re.compile(rb"(?<=\s)(?:sh|k|K)(?=\s)")


def grey_picture(path: Path, target: Path) -> None:
    """Copy a picture that is made of dots, without its colours."""
    with Image.open(path) as picture:
        has_alpha = "A" in picture.getbands() or "transparency" in picture.info
        picture.convert("LA" if has_alpha else "L").save(target, format=picture.format)


def grey_pdf(pdf: Path) -> list[tuple[int, str]]:
    """Rewrite a PDF in place with greys for colours, without what can only be clicked, and with the box of its bleed.

    :returns: the number of each page that still has colours, counted from 1, and in what.
    """
    writer = PdfWriter(clone_from=PdfReader(pdf))
    left: list[tuple[int, str]] = []
    done: set[int] = set()
    for number, page in enumerate(writer.pages, start=1):
        page.pop("/Annots", None)
        page.bleedbox = page.mediabox
        resources = cast("DictionaryObject", page["/Resources"].get_object())
        whole = cast("StreamObject", page["/Contents"].get_object())
        for stream in (whole, *_drawings(resources, done)):
            content = stream.get_data()
            stream.set_data(grey(content))
            left += [(number, KEPT[name]) for name in sorted(set(OTHER.findall(COLOUR.sub(b"", content))))]
        resources.pop("/ColorSpace", None)
    writer.write(pdf)
    return left


def grey(content: bytes) -> bytes:
    """Return the content of a page with greys for its colours."""
    return COLOUR.sub(_grey, content)


def lightness(values: list[float]) -> float:
    """Return the grey, from 0 to 1, that is as light to the eye as a colour; of a grey, itself."""
    if len(values) == 1:
        return values[0]
    linear = sum(weight * _without_gamma(value) for weight, value in zip(WEIGHTS, values, strict=True))
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _without_gamma(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _grey(match: re.Match[bytes]) -> bytes:
    """Return what stands for one find: a string as it is, no colour space, and a grey for a colour."""
    if match["space"]:
        return match[0] if match["space"] == b"Pattern" else b""
    if not match["values"]:
        return match[0]
    operator = b"g" if match["operator"].islower() else b"G"
    return b"%.4f %s" % (lightness([float(value) for value in match["values"].split()]), operator)


def _drawings(resources: DictionaryObject, done: set[int]) -> Iterator[StreamObject]:
    """Yield the drawings and patterns that a page, or another drawing, has in store, each once."""
    kinds = (resources.get(kind, DictionaryObject()).get_object().values() for kind in ("/XObject", "/Pattern"))
    for drawing in (one.get_object() for one in itertools.chain(*kinds)):
        is_drawn = drawing.get("/Subtype") == "/Form" or drawing.get("/PatternType") == 1
        if is_drawn and id(drawing) not in done:
            done.add(id(drawing))
            yield drawing
            within = drawing.get("/Resources", DictionaryObject()).get_object()
            yield from _drawings(within, done)
            within.pop("/ColorSpace", None)
