"""What a cell may give back: no word on the standard error, no more than a page can hold, and each chart that it draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from nbformat import NotebookNode
from sphinx.util.console import strip_escape_sequences

from edition.package.address import forbidden_scheme
from edition.source.page import Page
from edition.sphinx.nearest import beginning

MOST_TEXT = 1_000_000  # characters of a cell
MOST_PICTURE = 5_000_000  # characters of a picture, as it is kept
# In which a kernel says what is drawn and not shown, and what it stopped (forks.py).
OPEN = "application/vnd.edition.open+json"
STOPPED = "application/vnd.edition.stopped+json"
# What the policy of the pages keeps from the reader, so that it would be lost without a word.
SCRIPT = "application/javascript"
BLOCKED = {"script", "iframe", "object", "embed", "link", "form", "meta", "base"}
ADDRESSES = ("href", "xlink:href", "action", "formaction")
ALIGNED = re.compile(r"\s*(?:text-align:\s*\w+;?\s*)?")  # pandas says it of each head, and our style sheet does it
MOST_QUOTED = 60  # letters of an attribute
MOST_SAID = 500  # letters of what the standard error says
TRACE = "Traceback (most recent call last)"
UNSHOWN = (
    "which no page shows, as pages run nothing, take no style and ask no other host; print a text, a table or a picture"
)
# Elements without an end, those that may end unsaid, and what is wrong with others.
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNENDED = {"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup"}
UNBALANCED = "so that what follows on the page would stand in it, or be lost; begin and end each element"
SILENCED = {"remove-stderr", "remove-output", "remove-cell"}


def faults(page: Page, notebook: NotebookNode, stderr_is_an_error: bool) -> list[str]:
    """Return what is wrong with the outputs of a chapter that has run: page, cell, line, and the cure."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [
        f"{page.place(number)}: {fault}"
        for number, cell in enumerate(code, start=1)
        for fault in (*_sizes(cell), *_blocked(cell), *(_warnings(cell) if stderr_is_an_error else ()))
    ]


def unshown(page: Page, notebook: NotebookNode) -> list[str]:
    """Return a line for each cell that draws what no cell has shown in the end."""
    drawn: dict[int, int] = {}  # of each chart that is open: the cell that began it
    for number, said in _said(notebook, OPEN):
        drawn = {chart: drawn.get(chart, number) for chart in said[-1]}
    return [
        f"{page.place(number)}: it draws a chart that nobody sees; end the cell with show(…), or plt.close() it"
        for number in sorted(set(drawn.values()))
    ]


def stopped(page: Page, notebook: NotebookNode) -> list[str]:
    """Return a line for each thing that a cell was stopped from, though it did not fail."""
    return [f"{page.place(number)}: {one}" for number, said in _said(notebook, STOPPED) for all in said for one in all]


def _said(notebook: NotebookNode, kind: str) -> Iterator[tuple[int, list[Any]]]:
    """Yield what the kernel said of each code cell under `kind`, with the number of the cell, and take it out of its outputs."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        said = [output.data[kind] for output in cell.outputs if kind in output.get("data", {})]
        cell.outputs = [output for output in cell.outputs if kind not in output.get("data", {})]
        if said:
            yield number, said


def _sizes(cell: NotebookNode) -> Iterator[str]:
    """Yield what is too much."""
    text = 0
    for output in cell.outputs:
        bundle = output.get("data", {"text": output.get("text", "")})
        pictures = {kind: content for kind, content in bundle.items() if kind.startswith("image/")}
        text += sum(len(str(content)) for kind, content in bundle.items() if kind not in pictures)
        for kind, content in pictures.items():
            if len(content) > MOST_PICTURE:
                yield f"a picture ({kind}) of {len(content) / 1e6:.1f} MB; draw less in it, at most {MOST_PICTURE / 1e6:g} MB"
    if text > MOST_TEXT:
        yield f"{text / 1e6:.1f} MB of text; print less, at most {MOST_TEXT / 1e6:g} MB"


def _blocked(cell: NotebookNode) -> Iterator[str]:
    """Yield what no reader would see, though the cell gives it."""
    for output in cell.outputs:
        bundle = output.get("data", {})
        found = Blocked(bundle.get("text/html", "")).found
        for one, why in {**found, **({"a script": UNSHOWN} if SCRIPT in bundle else {})}.items():
            yield f"it gives {one}, {why}"


class Blocked(HTMLParser):
    """What a piece of HTML holds that pages do not show, or that would change the page around it; of each, why."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.open: list[str] = []  # the elements that have begun and not ended
        self.feed(html)
        self.close()
        if "<!--" in html.rpartition("-->")[2]:
            self.found["a comment that nothing ends"] = UNBALANCED
        self.found |= {f"<{tag}> that nothing ends": UNBALANCED for tag in self.open if tag not in UNENDED}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        if tag not in EMPTY:
            self.open.append(tag)
        if tag in BLOCKED or (tag == "style" and "scoped" not in dict(attrs)):  # pandas's own, which aligns numbers
            self.found[f"<{tag}>"] = UNSHOWN
            return
        self.found |= {f"{name}={said}": UNSHOWN for name, value in attrs if (said := _unshown(name, value or ""))}

    def handle_endtag(self, tag: str) -> None:
        """Look at the end of one."""
        if tag in EMPTY:
            return
        while self.open and self.open[-1] != tag and self.open[-1] in UNENDED:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.found[f"</{tag}> that nothing begins"] = UNBALANCED


def _unshown(name: str, value: str) -> str | None:
    """Return how a message quotes an attribute that pages do not show; None if they do."""
    if name.startswith("on"):
        return "…"
    if name in ("src", "srcset", "poster") or (name == "style" and not ALIGNED.fullmatch(value)):
        return beginning(value, MOST_QUOTED)
    return beginning(value, MOST_QUOTED) if name in ADDRESSES and forbidden_scheme(value) else None


def _warnings(cell: NotebookNode) -> Iterator[str]:
    """Yield what the cell says on the standard error."""
    if SILENCED & set(cell.metadata.get("tags", [])):
        return
    said = "".join(output.text for output in cell.outputs if output.get("name") == "stderr")
    if lines := strip_escape_sequences(said).strip().splitlines():
        if any(TRACE in line for line in lines):  # what went wrong is said at its end
            lines = [lines[0], lines[-1]]
        yield f"the standard error says: {beginning(' '.join(lines), MOST_SAID)}"
