"""What the source of a page shows to be wrong outside its code: a fence left open, a row too long, an option that brings in code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

FENCES = MarkdownIt("commonmark").use(colon_fence_plugin)
LANGUAGES = ("ipython3", "ipython", "python3", "python", "")  # of a cell
TABLES = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin)
# What a fence may hold that is no Markdown: code, with or without a directive.
VERBATIM = re.compile(r"(?!\{)|\{(code|raw|math|eval-rst|sourcecode|literalinclude|mermaid)\b")
# Backticks in it make text of a directive; another fault says so, and what closes it is no fence that is left open.
TITLE = re.compile(r"^(\s*`{3,}\{[^}\n]*\})(.*)$", re.MULTILINE)
MOST = 60  # letters of a line that a message quotes


def faults_of_text(source: str) -> Iterator[tuple[int, str]]:
    """Yield the faults of a page that stand outside its code: the line, from 1, and what is wrong with the cure."""
    lines = source.split("\n")
    for number, line in enumerate(lines, start=1):
        if cell := re.match(r"\s*([`~:]{3,})\{code-cell\} *(.*)", line):
            if (language := cell[2].strip()) not in LANGUAGES:
                yield (
                    number,
                    f"a cell of {language} would be run as Python; write {LANGUAGES[0]}, or {{code-block}} to show it",
                )
            yield from _options(lines, number, cell[1])
    yield from _open_fences(source)
    yield from _long_rows(source)


def _long_rows(text: str, before: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the rows of tables that have more cells than the head, which Markdown leaves out.

    :param before: how many lines of the page stand before the text.
    """
    lines = text.split("\n")
    for token in TABLES.parse(text):
        if token.map is None:
            continue
        start, end = token.map
        if token.type == "table_open":
            head, *rows = [_cells(line) for line in lines[start:end]]
            for number, cells in enumerate(rows[1:], start=start + 3):
                if cells > head:
                    cure = "write the head of another column, or a bar within a cell as \\|"
                    yield (
                        before + number,
                        f"the row has {cells} cells for {head} columns, and none of the others is printed; {cure}",
                    )
        elif token.type in ("fence", "colon_fence") and not VERBATIM.match(token.info.strip()):
            yield from _long_rows(token.content, before + start + 1)


def _cells(line: str) -> int:
    """Return how many cells a row of a table has."""
    return len(re.split(r"(?<!\\)\|", line.strip(" >\t").removeprefix("|").removesuffix("|")))


def _open_fences(text: str, before: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the fences that nothing closes, so that all that follows stands in them.

    :param before: how many lines of the page stand before the text.
    """
    lines = text.split("\n")
    for token in FENCES.parse(TITLE.sub(lambda line: line[1] + line[2].replace("`", " "), text)):
        if token.type not in ("fence", "colon_fence") or token.map is None:
            continue
        start, end = token.map
        last = lines[end - 1].strip(" >\t\r")
        if end - 1 == start or not last.startswith(token.markup) or last.strip(token.markup[0]):
            opening = lines[start].strip()[:MOST]
            yield (
                before + start + 1,
                f"nothing closes {opening}; write {token.markup} on a line of its own where it ends",
            )
        elif not VERBATIM.match(token.info.strip()):
            yield from _open_fences(token.content, before + start + 1)


def _options(lines: list[str], start: int, fence: str) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with the options of the cell whose first line is `start`."""
    block = start < len(lines) and lines[start].strip() == "---"
    for number, line in enumerate(lines[start:], start=start + 1):
        text = line.strip()
        ended = number > start + 1 and text == "---" if block else not text.startswith(":")
        if ended or text.startswith(fence):
            return
        if re.match(r":?load:", text):
            yield number, ":load: brings in code that no digest knows; write it into the cell"
