"""What a cell may give back: no word on the standard error, and no more than a page can hold."""

from __future__ import annotations

from collections.abc import Iterator

from nbformat import NotebookNode

from edition.source.page import Page

MOST_TEXT = 1_000_000  # characters of a cell
MOST_PICTURE = 5_000_000  # characters of a picture, as it is kept
SILENCED = {"remove-stderr", "remove-output", "remove-cell"}


def faults(page: Page, notebook: NotebookNode, stderr_is_an_error: bool) -> list[str]:
    """Return what is wrong with the outputs of a chapter that has run: page, cell, line, and the cure."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [
        f"{page.name}, {page.place(number)}: {fault}"
        for number, cell in enumerate(code, start=1)
        for fault in (*_sizes(cell), *(_warnings(cell) if stderr_is_an_error else ()))
    ]


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


def _warnings(cell: NotebookNode) -> Iterator[str]:
    """Yield what the cell says on the standard error."""
    if SILENCED & set(cell.metadata.get("tags", [])):
        return
    said = "".join(output.text for output in cell.outputs if output.get("name") == "stderr").strip()
    if said:
        yield f"the standard error says: {' '.join(said.split())[:500]}"
