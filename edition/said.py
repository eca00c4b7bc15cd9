"""What all messages share: the one form in which they name a place, and the name that was perhaps meant.

``book/oil.md, cell 2 (line 28)``, ``data/oil.csv, row 3, column barrels``, ``references.bib, line 7``.  Standard library
only, as kernels use it too.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

MOST = 30  # names that a message lists
ALONE = 3  # rows of which a message is said one by one
OF_A_ROW = re.compile(r"(\S+), row (\d+)(.*)")


def place(
    file: str, *, row: int | None = None, column: str = "", cell: int | None = None, line: int | str | None = None
) -> str:
    """Return a place as every message names it.

    :param file: from the root of the book, with its ending.
    :param row: of a table, from 1, without its header.
    :param cell: among the code cells of a page, from 1, as they are numbered on it.
    :param line: of the file, from 1; of a notebook, which has none, in words.
    """
    parts = [file]
    if row is not None:
        parts.append(f"row {row}")
    if column:
        parts.append(f"column {column}")
    if cell is not None:
        parts.append(f"cell {cell} (line {line})" if line else f"cell {cell}")
    elif line:
        parts.append(f"line {line}")
    return ", ".join(parts)


def gathered(lines: Iterable[str]) -> list[str]:
    """Return messages, in their order; what would be said of many rows of a table is said once: ``rows 7 to 212``."""
    rows: dict[tuple[str, ...], list[int]] = {}
    for line in lines:
        found = OF_A_ROW.fullmatch(line)
        rows.setdefault((found[1], found[3]) if found else (line,), []).extend([int(found[2])] if found else [])
    said = []
    for words, numbers in rows.items():
        if len(words) == 1:
            said.append(words[0])
        elif len(numbers) <= ALONE:
            said += [f"{words[0]}, row {number}{words[1]}" for number in numbers]
        else:
            said.append(f"{words[0]}, rows {spans(sorted({*numbers}))}{words[1]}")
    return said


def spans(numbers: list[int]) -> str:
    """Return ascending numbers as they are read: ``3, 5 to 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in runs)


def near(name: object, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the name that was perhaps meant; None if nothing is like it.

    :param alike: how much the two have to share, from 0 to 1.
    """
    return next(iter(difflib.get_close_matches(str(name), sorted(set(known)), 1, alike)), None)


def choice(name: object, known: Iterable[str]) -> str:
    """Return the cure for a name that is none: the one that was perhaps meant, or else those that there are."""
    names = sorted(set(known))
    if meant := near(name, names):
        return f"write {meant}, if that is meant"
    listed = names if len(names) <= MOST else [*names[:MOST], "…"]
    return f"choose from {', '.join(listed)}" if names else "there is none to choose from"


def in_a_line(text: str) -> str:
    """Return a text with what cannot be printed, such as the end of a line in the name of a file, by its number."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
