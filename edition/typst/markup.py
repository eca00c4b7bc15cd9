"""Typst source text: literals and calls.

All text of the book goes into string literals, so that no character of it can be taken for markup.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

#: What steers a machine and is no letter.
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])
ESCAPES = CONTROL | str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": ""})
SOURCE_MARK = re.compile(r"/\*@(\S+:\d+)\*/")


def string(text: str) -> str:
    """Return `text` as a Typst string literal."""
    return f'"{text.translate(ESCAPES)}"'


def optional(text: str | None) -> str:
    """Return `text` as a string literal, or Typst's ``none``."""
    return string(text) if text else "none"


def array(items: Iterable[str]) -> str:
    """Return Typst values as an array; the comma after each also makes an array of one."""
    return f"({''.join(f'{item}, ' for item in items)})"


def timestamp(moment: datetime.datetime) -> str:
    """Return a moment as a Typst datetime."""
    parts = ("year", "month", "day", "hour", "minute", "second")
    return f"datetime({', '.join(f'{part}: {getattr(moment, part)}' for part in parts)})"


def source_mark(docname: str, line: int) -> str:
    """Return a comment that tells where the following text stands in the documents."""
    return f"/*@{docname}:{line}*/"


def content(markup: str | None) -> str:
    """Return markup as a content block, or Typst's ``none``."""
    return f"[{markup}]" if markup else "none"
