"""Letters of a chart that Matplotlib has drawn as shapes, as text again.

A page of the web cannot lend a picture its faces; so the letters of a chart are shapes there. On paper the faces are at
hand: as text the letters can be searched, read aloud and copied, and a thin one is drawn as sharp as in the running text.

Matplotlib writes such a text as a group: a comment with what it says, and in it the shapes of its letters, each under
the name of its face::

    <!-- 11 lamps -->
    <g style="fill: #333333" transform="translate(23.1 47.9) scale(0.07 -0.07)"> … <use xlink:href="#NotoSans-Regular-14"/> … </g>
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

from fontTools.ttLib import TTFont

from edition.paths import FONTS

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
USE, HREF = f"{{{SVG}}}use", f"{{{XLINK}}}href"
#: The size of a shape of Matplotlib's, of which a text is a part.
SHAPE = 100
SCALE = re.compile(r"\s*scale\((?P<size>[\d.]+) -(?P=size)\)\s*$")
FACE = re.compile(r"#(.+)-[0-9a-f]+")
#: Matplotlib keeps a comment from ending early, and writes & in it as in a text.
DASHES = re.compile("- (?=-)")

for prefix, name in (("", SVG), ("xlink", XLINK)):
    ElementTree.register_namespace(prefix, name)


@functools.lru_cache(maxsize=1)
def faces() -> dict[str, str]:
    """Return for each face in ``edition/fonts``, by the name that shapes have, how a picture asks for it."""
    found = {}
    for file in sorted(FONTS.glob("*.ttf")):
        font = TTFont(file, lazy=True)
        names = font["name"]
        family = names.getDebugName(16) or names.getDebugName(1)
        slant = "italic" if font["head"].macStyle & 2 else "normal"
        weight = font["OS/2"].usWeightClass
        found[names.getDebugName(6)] = f"font-family: '{family}'; font-weight: {weight}; font-style: {slant}"
    return found


def as_text(picture: str) -> str:
    """Return a vector picture in which what Matplotlib drew letter by letter is text, if `faces` has all its letters.

    :raises xml.etree.ElementTree.ParseError: if it is no XML.
    """
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    tree = ElementTree.fromstring(picture, parser)
    for group in tree.iter(f"{{{SVG}}}g"):
        for comment, shapes in zip(list(group)[:-1], list(group)[1:], strict=True):
            if comment.tag is ElementTree.Comment and (style := _style(shapes)):
                _write(shapes, style, unescape(DASHES.sub("-", (comment.text or "")[1:-1])))
    _drop_unused(tree)
    return ElementTree.tostring(tree, encoding="unicode")


def _style(shapes: ElementTree.Element) -> str | None:
    """Return how a picture asks for the face and size of a group of shapes; None if they are no letters of one face."""
    named = {found and found[1] for use in shapes.iter(USE) for found in [FACE.fullmatch(use.get(HREF, ""))]}
    size = SCALE.search(shapes.get("transform", ""))
    face = faces().get(named.pop() or "") if len(named) == 1 else None
    return f"{face}; font-size: {SHAPE * float(size['size']):g}px" if face and size else None


def _write(shapes: ElementTree.Element, style: str, said: str) -> None:
    """Make a text of a group of shapes; those of its letters that others use too stay in it."""
    kept = [part for part in shapes if part.tag == f"{{{SVG}}}defs"]
    text = ElementTree.Element(
        f"{{{SVG}}}text", {"style": style, "{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    )
    text.text = said
    shapes.set("transform", SCALE.sub("", shapes.get("transform", "")))
    shapes[:] = [*kept, text]


def _drop_unused(tree: ElementTree.Element) -> None:
    """Take out the shapes of letters that nothing uses any more."""
    used = {use.get(HREF) for use in tree.iter(USE)}
    for group in tree.iter(f"{{{SVG}}}defs"):
        for part in [part for part in group if FACE.fullmatch(f"#{part.get('id', '')}")]:
            if f"#{part.get('id')}" not in used:
                group.remove(part)


def letter(path: Path, target: Path) -> None:
    """Copy a vector picture, with the letters of a chart as text."""
    target.write_text(as_text(path.read_text(encoding="utf-8")), encoding="utf-8")
