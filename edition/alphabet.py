"""The order of names in the index and in the list of works: Ç as C, Ş as S, Ə as E."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
UNDIVIDED = str.maketrans({
    "ə": "e", "Ə": "E", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
})  # fmt: skip
IGNORED = "{}\"'“”‘’«»"


def fold(text: str) -> str:
    """Return `text` as the alphabet sees it: base letters, no case, no quotation marks, no BibTeX braces."""
    parts = unicodedata.normalize("NFKD", text.translate(UNDIVIDED))
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in IGNORED).casefold()
