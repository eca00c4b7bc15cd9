"""What a cell may give back: no word on the standard error, no more than a page can hold, and each chart that it draws."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from nbformat import NotebookNode

from edition.source.page import Page

MOST_TEXT = 1_000_000  # characters of a cell
MOST_PICTURE = 5_000_000  # characters of a picture, as it is kept
# In which a kernel says what is drawn and not shown, and what it stopped (forks.py).
OPEN = "application/vnd.edition.open+json"
STOPPED = "application/vnd.edition.stopped+json"
# What the policy of the pages keeps from the reader, so that it would be lost without a word.
SCRIPT = "application/javascript"
BLOCKED = {"script", "iframe", "object", "embed", "link", "form"}
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
        for one in (*found, *(["a script"] if SCRIPT in bundle else [])):
            yield f"it gives {one}, which no page shows, as pages run nothing and ask no other host; print a text, a table or a picture"


class Blocked(HTMLParser):
    """What a piece of HTML holds that pages do not show."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        if tag in BLOCKED:
            self.found[f"<{tag}>"] = None
            return
        for name, value in attrs:
            if name.startswith("on"):
                self.found[f"{name}=…"] = None
            elif name in ("src", "srcset") and not (value or "").startswith("data:"):
                self.found[f"{name}={value}"] = None


def _warnings(cell: NotebookNode) -> Iterator[str]:
    """Yield what the cell says on the standard error."""
    if SILENCED & set(cell.metadata.get("tags", [])):
        return
    said = "".join(output.text for output in cell.outputs if output.get("name") == "stderr").strip()
    if said:
        yield f"the standard error says: {' '.join(said.split())[:500]}"
