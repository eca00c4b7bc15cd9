"""The Typst compiler: from the source of the book to the PDF, and from its messages to places in the documents."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from sphinx.errors import SphinxError

from edition.paths import FONTS
from edition.typst.markup import SOURCE_MARK

TEMPLATE = Path(__file__).with_name("book.typ")
#: All files of the template.
TEMPLATES = (TEMPLATE, Path(__file__).with_name("fitting.typ"))
COMPILER = Path(__file__).with_name("compiler.py")


class PrintError(SphinxError):
    """The book cannot be set; the message says what, where in the documents, and what to do."""

    category = "The book cannot be printed"


#: How often the volumes are set at most until each names the pages that the others have.
ROUNDS = 4


def compile_volumes(sources: list[Path], standards: Any, for_press: bool = False) -> list[tuple[str, str]]:
    """Set each of `sources` as the PDF beside it, and return what there is to warn of, as :func:`compile_pdf` does.

    The volumes refer to each other by page. So the first is laid out to learn its pages, then all are set, the first one
    last; again, if that has moved a page that another one names.
    """
    if len(sources) == 1:
        return compile_pdf(sources[0], sources[0].with_suffix(".pdf"), standards, for_press)[0]
    known = dict.fromkeys(sources, "")
    used: dict[Path, dict[Path, str]] = {}
    said: dict[Path, list[tuple[str, str]]] = {}
    for source in sources:
        _learn(source, known, "{}")
    _learn(sources[0], known, compile_pdf(sources[0], None, standards, for_press)[1])
    for _ in range(ROUNDS):
        for source in reversed(sources):
            others = {other: pages for other, pages in known.items() if other != source}
            if used.get(source) != others:
                said[source], pages = compile_pdf(source, source.with_suffix(".pdf"), standards, for_press)
                used[source] = others
                _learn(source, known, pages)
        if _is_settled(known, used):
            break
    else:
        said[sources[0]].append(
            ("", "the volumes move each other's pages; print_volumes may divide the book otherwise")
        )
    return [warning for source in sources for warning in said[source]]


def _is_settled(known: dict[Path, str], used: dict[Path, dict[Path, str]]) -> bool:
    """Return whether each volume was set with the pages that the others have now."""
    return all(pages == known[other] for others in used.values() for other, pages in others.items())


def _learn(source: Path, known: dict[Path, str], pages: str) -> None:
    """Leave the pages of a volume where the sources of the others find them."""
    known[source] = pages
    source.with_suffix(".pages.json").write_text(pages, encoding="utf-8")


def compile_pdf(
    source: Path, pdf: Path | None, standards: Any, for_press: bool = False
) -> tuple[list[tuple[str, str]], str]:
    """Set `source` as `pdf` with the fonts of the edition alone.

    :param pdf: nothing, if it is laid out for its pages alone.
    :param standards: names of PDF standards; Typst itself says of which it knows nothing.
    :param for_press: whether the template sets it for a press.
    :returns: what there is to warn of, in pairs of a place in the documents, which may be empty, and a message; and the
        pages that other volumes ask for, in JSON.
    :raises PrintError: if it cannot be set, or not as the standards ask.
    """
    medium = "press" if for_press else "screen"
    command = [sys.executable, str(COMPILER), str(source), str(pdf or ""), str(FONTS), medium, *standards]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise PrintError(f"the compiler ended with status {done.returncode}: {done.stderr.strip()}") from error
    if done.returncode == 2:
        raise PrintError(answer["messages"][0])
    messages = [explain(diagnostic, source) for diagnostic in answer["messages"]]
    if done.returncode:
        raise PrintError("\n".join(messages))
    lost = dict.fromkeys((where, what) for where, what in answer["lost"])
    return [*(("", message) for message in messages), *lost], json.dumps(answer["pages"])


def explain(diagnostic: str, source: Path) -> str:
    """Return the compiler's message with the documents and lines that it speaks of."""
    lines = source.read_text(encoding="utf-8").split("\n")
    positions = re.findall(rf"{re.escape(source.name)}:(\d+):(\d+)", diagnostic)
    places = dict.fromkeys(locate(lines, int(line), int(column)) for line, column in positions)
    headline = ", ".join(place for place in places if place) or source.name
    if "could not be displayed with font" in diagnostic:
        headline += ": the faces in edition/fonts lack a letter; write it otherwise, or add it to the subsets"
    return f"{headline}\n{diagnostic.strip()}"


def locate(lines: list[str], line: int, column: int) -> str | None:
    """Return document and line of the last mark before a place in the source."""
    for text in (lines[line - 1][:column], *reversed(lines[: line - 1])):
        if marks := SOURCE_MARK.findall(text):
            return marks[-1]
    return None
