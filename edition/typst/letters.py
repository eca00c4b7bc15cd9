"""Letters that no face in ``edition/fonts`` has: all of a page in one message, before the compiler meets the first."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

from docutils import nodes
from fontTools.ttLib import TTFont

from edition.paths import FONTS
from edition.typst.breaks import bare
from edition.typst.cell_outputs import cell_of, plain

#: Unicode's categories of what needs no glyph: spaces, line ends, joiners and other invisible signs; and its selectors.
INVISIBLE = {"Zs", "Zl", "Zp", "Cc", "Cf"}
SELECTORS = range(0xFE00, 0xFE10)
#: What of an address is written in the codes of its bytes, up to the next slash.
ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})[^/?#]*(?:%[0-9A-Fa-f]{2})-*")
#: A text that is nothing but an address.
ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
#: How many places of a letter a message names.
NAMED = 3


@functools.lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """Return the code points of all letters that some face has."""
    faces = (TTFont(file, lazy=True).getBestCmap() for file in sorted(FONTS.glob("*.ttf")))
    return frozenset().union(*faces)


def missing(text: str) -> list[str]:
    """Return the letters of `text` that no face has, each once."""
    if text.isascii():
        return []
    found = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [
        letter
        for letter in found
        if ord(letter) not in letters()
        and ord(letter) not in SELECTORS
        and unicodedata.category(letter) not in INVISIBLE
    ]


def readable(text: str) -> str:
    """Return an address as it is written on paper: without its scheme, and with its letters instead of their codes.

    Codes of letters that no face has are left out.
    """
    if not ADDRESS.fullmatch(text):
        return text
    return ENCODED.sub("…", in_letters(bare(text)))


def in_letters(address: str) -> str:
    """Return an address with its letters instead of their codes; as it is, if no face has all of them."""
    decoded = unquote(address) if ENCODED.search(address) else address
    return address if missing(decoded) or " " in decoded else decoded


def missing_in(texts: Iterable[nodes.Text]) -> dict[str, list[nodes.Text]]:
    """Return each missing letter with the texts that it stands in."""
    found: dict[str, list[nodes.Text]] = defaultdict(list)
    for text in texts:
        for letter in missing(plain(text.astext()) if cell_of(text) else text.astext()):
            found[letter].append(text)
    return found


def describe(letter: str, places: Iterable[str]) -> str:
    """Return a letter, its number and name, and where it stands."""
    where = list(dict.fromkeys(places))
    more = ", …" if len(where) > NAMED else ""
    name = unicodedata.name(letter, "without a name").lower()
    return f"  {letter} (U+{ord(letter):04X}, {name}): {', '.join(where[:NAMED])}{more}"
