"""Plain docutils tables and lists, which every builder knows how to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes
from sphinx import addnodes

Cell = str | nodes.Node | Sequence[nodes.Node]
#: The class of a table whose rows a reader of the web pages can filter and sort; rows.js reads it.
ROWS = "rows"


def table(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int], caption: str = "", **attributes: Any
) -> nodes.table:
    """Return a table with a header row; `widths` are relative, `attributes` go to the table node.

    A cell is a text, an inline node, or a sequence of block nodes.
    """
    group = nodes.tgroup(cols=len(widths))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", _row(header))
    group += nodes.tbody("", *map(_row, rows))
    made = nodes.table("", group, **attributes)
    if caption:
        made.insert(0, nodes.title("", caption))
        made["ids"] = made["ids"] or [nodes.make_id(caption)]  # Sphinx wants one where there is a caption
    made["classes"].append("colwidths-given")  # docutils' name for: keep the widths
    return made


def rows_of(table: nodes.table) -> list[nodes.row]:
    """Return the rows of a table below its head."""
    [body] = table.findall(nodes.tbody)
    return list(body.findall(nodes.row))


def choice(name: str, text: str) -> nodes.inline:
    """Return a text by which the rows of a table can be chosen, under the label `name`; rows.js reads the class."""
    return nodes.inline("", text, classes=[f"choice-{nodes.make_id(name)}"])


def fields(pairs: Iterable[tuple[str, Cell]]) -> nodes.field_list:
    """Return a list of named facts."""
    return nodes.field_list(
        "",
        *(nodes.field("", nodes.field_name("", name), nodes.field_body("", *_blocks(cell))) for name, cell in pairs),
    )


def download(path: str, text: str, docname: str) -> addnodes.download_reference:
    """Return a link to a copy of the file `path` (from the book's root) that lies beside the pages."""
    return addnodes.download_reference(
        "", "", nodes.literal("", text), reftarget=f"/{path}", refdoc=docname, refexplicit=True, refwarn=False
    )


def join(items: Iterable[nodes.Node], separator: str = ", ") -> nodes.paragraph:
    """Return a paragraph of inline nodes with a separator between them."""
    paragraph = nodes.paragraph()
    for place, item in enumerate(items):
        if place:
            paragraph += nodes.Text(separator)
        paragraph += item
    return paragraph


def _row(cells: Sequence[Cell]) -> nodes.row:
    """Return one row."""
    return nodes.row("", *(nodes.entry("", *_blocks(cell)) for cell in cells))


def _blocks(cell: Cell) -> list[nodes.Node]:
    """Return the cell as block nodes."""
    if isinstance(cell, str):
        return [nodes.paragraph("", cell)]
    if isinstance(cell, nodes.Text | nodes.Inline):
        return [nodes.paragraph("", "", cell)]
    if isinstance(cell, nodes.Node):
        return [cell]
    return list(cell)
