"""Letters that do not belong into a text: those that nobody sees, that turn others about, or that nobody can read.

Kinds of Unicode and not a list of what was met, but for blanks that Unicode calls letters.  Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: What an English text needs none of: controls, formats, halves of a character, letters of private use, ends of a line.
REFUSED = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
#: Of these kinds, what ends and indents lines; and the signs that Arabic and Syriac set around numbers, which are seen.
KEPT = frozenset("\t\n\r\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
#: Letters and marks by name that nothing is seen of, and the sign for a letter that was lost.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd")
#: What joins or parts the letters before and behind it, or chooses the look of a sign; right behind such a letter or sign.
JOINING = frozenset("\u200c\u200d\ufe0e\ufe0f")
JOINED = ("Lo", "Mn", "Mc", "Sc", "Sk", "Sm", "So")
MOST = 2  # marks on one letter
SELECTORS = (range(0x180B, 0x1810), range(0xFE00, 0xFE0E), range(0xE0000, 0xE1000))  # others than those two, and tags


def unreadable(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the first letter behind `start` that does not belong into a text; None if there is none."""
    if text.isascii() and text.isprintable():  # as most of the forty thousand texts of a book are
        return None
    letters = set(text)
    refused = [letter for letter in letters if _is_refused(letter)]
    marks = [letter for letter in letters if unicodedata.category(letter) in ("Mn", "Me")]
    joined = [letter for letter in letters if unicodedata.category(letter) in JOINED]
    kinds = [_one_of(refused)] if refused else []
    if marks:
        kinds.append(f"{_one_of(marks)}{{{MOST + 1},}}")
    if letters & JOINING:
        kinds.append(f"(?<!{_one_of(joined)}){_one_of(JOINING)}" if joined else _one_of(JOINING))
    return re.compile("|".join(kinds)).search(text, start) if kinds else None


def said_of(found: re.Match[str]) -> str:
    """Return in words what is wrong with letters that do not belong into a text."""
    if len(found[0]) > 1:
        return f"{len(found[0])} marks stand on one letter, the first U+{ord(found[0][0]):04X}; keep {MOST} at most"
    return f"the character U+{ord(found[0]):04X} does not belong into a text; delete it, or retype what it stands for"


def _is_refused(letter: str) -> bool:
    """Return whether a letter belongs into no text, wherever it stands."""
    if letter in JOINING or letter in KEPT:
        return False
    code = ord(letter)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0:  # no characters at all
        return True
    return unicodedata.category(letter) in REFUSED or letter in BLANK or any(code in some for some in SELECTORS)


def _one_of(letters: Iterable[str]) -> str:
    """Return the pattern of one of some letters."""
    return f"[{''.join(map(re.escape, sorted(letters)))}]"
