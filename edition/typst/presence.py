"""Whether every word of the book stands on a page: the words of the tree beside those that a PDF shows.

The compiler says nothing of what it sets beyond the edge of a page. So each PDF is read back, and the words inside the
edges are counted.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
from docutils import nodes

from edition.typst.assembly import by_page
from edition.typst.cell_outputs import cell_of, plain
from edition.typst.letters import readable

#: The texts of these are not printed; a formula has been refused.
UNSEEN = (nodes.label, nodes.math, nodes.math_block)
#: What is no part of a word, or may stand in it where a line ends; to the reader a hyphen at the end of a line is U+0002 or U+FFFE.
BETWEEN = re.compile(r"[\s\x02\u00ad\u200b\u2010-\u2015\u2060\ufffe-]+")
#: The beginning of a word that goes on elsewhere.
BROKEN = re.compile(r"([^\s\x02]+?)(?:[\x02\u00ad\ufffe]|[\u2010-](?=\s|$))")
#: From which length on an address or a key may be divided without a hyphen.
LONG = 12
#: From how often on a word is not counted: it is short, and in others.
OFTEN = 5


def pages(pdf: Path) -> list[str]:
    """Return what can be read inside the edges of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def lost(tree: nodes.document, pdf: Path) -> dict[str, list[tuple[nodes.Text, str]]]:
    """Return the words of each document in `tree` that stand on no page of `pdf`, or on fewer than they should.

    Each has the text that it is of.
    """
    shown = pages(pdf)
    texts = {name: [(text, word) for text in texts for word in _words(text)] for name, texts in by_page(tree)}
    missing = _missing(Counter(word for words in texts.values() for _, word in words), shown)
    found = {name: [(text, word) for text, word in words if word in missing] for name, words in texts.items()}
    return {name: words for name, words in found.items() if words}


@functools.lru_cache(maxsize=1 << 16)
def squeezed(text: str) -> str:
    """Return `text` without spaces, hyphens and the places where a line may be broken: as comparable as it can be."""
    return BETWEEN.sub("", unicodedata.normalize("NFKC", text))


def _words(text: nodes.Text) -> list[str]:
    """Return the words of a text as they are printed."""
    if isinstance(text.parent, UNSEEN):
        return []
    said = readable(text.astext())
    return list(filter(None, map(squeezed, (plain(said) if cell_of(text) else said).split())))


def _missing(wanted: Counter[str], shown: list[str]) -> set[str]:
    """Return the words that `shown` has less often than `wanted`; those that are whole and alone are counted first."""
    alone = Counter(squeezed(word) for page in shown for word in page.split())
    rest = {word: times for word, times in wanted.items() if alone[word] < times}
    text = "\n".join(map(squeezed, shown))
    rest = {word: times for word, times in rest.items() if not _is_there(word, times, text)}
    return {word for word in rest if not _goes_on(word, shown) and not _is_divided(word, text)}


def _is_there(word: str, times: int, text: str) -> bool:
    found = text.count(word)
    return found >= times or (found > 0 and times >= OFTEN)


def _is_divided(word: str, text: str) -> bool:
    """Return whether both parts of a long address or key are there, which may be divided without a sign."""
    if word.isalpha() or len(word) < LONG:
        return False
    return any(word[:place] in text and word[place:] in text for place in range(1, len(word)))


def _goes_on(word: str, shown: list[str]) -> bool:
    """Return whether a word is broken at the end of one page, or column, and goes on elsewhere on it or on the next."""
    for page, after in zip(shown, [*shown[1:], ""], strict=True):
        begun = {squeezed(start) for start in BROKEN.findall(page) if word.startswith(squeezed(start))}
        rest = squeezed(page + after)
        if any(word.removeprefix(start) in rest for start in begun if start):
            return True
    return False
