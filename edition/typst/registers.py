"""Registers on paper: the sources of a row stand below what they are of, and not in a narrow column beside it."""

from __future__ import annotations

from docutils import nodes

#: The class of a table whose last column is the sources of its rows.
SOURCES = "sources-last"


def run_in_sources(tree: nodes.document) -> None:
    """Put what the last column of such tables says below what stands in their widest one."""
    for table in tree.findall(nodes.table):
        if SOURCES in table["classes"]:
            _run_in(table)


def _run_in(table: nodes.table) -> None:
    specs = list(table.findall(nodes.colspec))
    widths = [int(spec["colwidth"]) for spec in specs[:-1]]
    widest = widths.index(max(widths))
    for row in table.findall(nodes.row):
        cells = [cell for cell in row.children if isinstance(cell, nodes.entry)]
        above, sources = cells[widest], cells[-1]
        row.remove(sources)
        if isinstance(row.parent, nodes.thead):
            title = next(above.findall(nodes.paragraph))
            title.append(nodes.Text(f"; {sources.astext().lower()}"))
            continue
        for paragraph in list(sources.findall(nodes.paragraph)):
            paragraph["classes"].append("details")
            above.append(paragraph)
    specs[-1].parent.remove(specs[-1])
