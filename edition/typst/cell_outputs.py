"""What a cell has put out, made fit for print: its text without what steers a terminal, and nothing without a printed form."""

from __future__ import annotations

import re

from docutils import nodes

from edition.around import around

#: What steers a terminal: colours, the cursor, titles of windows.
ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_]|[ -/]+[0-~])|\x9b[0-?]*[ -/]*[@-~]"
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
#: How Python shows an object that has no printed form, alone or in a list: by its class, and where it is in the memory.
BARE = re.compile(r"<[^<>\n]+ at 0x[0-9a-fA-F]+[^<>\n]*>|\A[\s\[(,]*<[\w.]+( object)?>[\s\]),]*\Z")
CELL = re.compile(r"cell-(\d+)")
CURE = (
    "let the cell end with what has a printed form (a table, a picture, Markdown, text), or give it one beside the other: "
    "display({'text/html': …, 'text/plain': …}, raw=True)"
)


def plain(text: str) -> str:
    """Return `text` as a terminal shows it in the end: without colours, bells and what a line has been overwritten with."""
    lines = [_overwritten(line) for line in ESCAPE.sub("", text).replace("\r\n", "\n").split("\n")]
    return CONTROL.sub("", "\n".join(lines))


def _overwritten(line: str) -> str:
    """Return what remains of a line after each return to its beginning, and each step back."""
    shown = ""
    for part in line.split("\r"):
        shown = part + shown[len(part) :]
    while "\x08" in shown:
        shown = re.sub("[^\x08]?\x08", "", shown, count=1)
    return shown


def number_cells(tree: nodes.Element) -> None:
    """Give each cell of a page its number: that of the address of its code, else its place on the page."""
    place = 0
    for cell in tree.findall(nodes.container):
        if cell.get("nb_element") == "cell_code":
            place += 1
            ids = [id for box in cell.findall(nodes.container) for id in box["ids"] if CELL.fullmatch(id)]
            cell["number"] = int(CELL.fullmatch(ids[0])[1]) if ids else place  # type: ignore[index]  # it has matched


def cell_of(node: nodes.Node) -> int | None:
    """Return the number of the cell that has put out `node`; None if it is no output."""
    is_output = False
    for outer in around(node):
        is_output = is_output or "cell_output" in outer.get("classes", ())
        if is_output and "number" in outer:
            return int(outer["number"])
    return None


def unprintable(text: str) -> str | None:
    """Return what in the text of an output is no more than the address of an object; None if all can be printed."""
    found = BARE.search(text)
    return re.sub(r" at 0x[0-9a-fA-F]+", "", found[0].strip(" \n[](),")) if found else None
