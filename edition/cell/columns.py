"""Which columns of a table are numbers, for cells and for pages alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

NUMBER = re.compile(r"[−-]?\d[\d.,]*")
#: What stands where there is no number.
DASH = "–"


def are_numbers(texts: Iterable[str]) -> bool:
    """Return whether the texts of a column are numbers, or dashes where there is none; such a column is set to the right."""
    said = list(texts)
    found = [text for text in said if NUMBER.fullmatch(text)]
    return bool(found) and len(found) + said.count(DASH) == len(said)
