"""Which words of the tree that the builder writes stand on no page of the PDF: outside the page's edges, or nowhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

from docutils import nodes
from pypdf import PdfReader
from sphinx import addnodes

#: What lies beyond the edge by less than this, in points, is still there.
TOLERANCE = 1.0
#: The width of a letter, in parts of the size, that is certainly not too large on the average of a line.
LEAST_WIDTH = 0.42
UNSEEN = (nodes.raw, nodes.comment, nodes.system_message, nodes.substitution_definition, nodes.label, addnodes.index)


def squeezed(text: str) -> str:
    """Return `text` without spaces, hyphens and the places where a line may be broken: as comparable as it can be."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u200b\u2010-\u2015-]+", "", text)


def words(tree: nodes.Element) -> list[str]:
    """Return the words of the resolved tree."""
    texts = (text for text in tree.findall(nodes.Text) if not _is_unseen(text))
    return [word for text in texts for word in text.astext().split()]


def _is_unseen(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, UNSEEN):
            return True
    return False


def inside(reader: PdfReader) -> str:
    """Return the text that begins and ends inside the media box of its page."""
    found: list[str] = []
    for page in reader.pages:
        box = page.mediabox

        def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float, box: Any = box) -> None:
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            end = x + LEAST_WIDTH * size * len(squeezed(text)) * abs(tm[0])
            is_in = box.left - TOLERANCE <= x and end <= box.right + TOLERANCE
            is_in = is_in and box.bottom - TOLERANCE <= y <= box.top + TOLERANCE
            if is_in:
                found.append(text)

        page.extract_text(visitor_text=visit)
    return squeezed("".join(found))


def lost(tree: nodes.Element, reader: PdfReader) -> list[str]:
    """Return the words of `tree` that do not stand inside a page of the PDF, as often as they are missing."""
    text = inside(reader)
    wanted = Counter(word for word in map(squeezed, words(tree)) if word)
    return sorted(
        word for word, times in wanted.items() if text.count(word) < times and (times < 5 or word not in text)
    )
