"""Figures, pictures and tables."""

from __future__ import annotations

import re

from docutils import nodes

from edition.typst.markup import array, content, optional, string
from edition.typst.numbering import numbered_label
from edition.typst.writer import Writer

#: Rows from which on a table may run over several pages.
LONG = 16
LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|mm|cm|in|em|%)")


class TableWriter(Writer):
    """Figures, pictures and tables; their numbers come from Sphinx."""

    def visit_figure(self, node: nodes.figure) -> None:
        parts = [part for part in node.children if not isinstance(part, (nodes.caption, nodes.legend))]
        caption = self.render(part for part in node.children if isinstance(part, (nodes.caption, nodes.legend)))
        label = numbered_label(self.builder.env, self.docname, "figure", node)
        self._float("image", node, caption, label, self.render(parts))

    def visit_caption(self, node: nodes.caption) -> None:
        self.mark(node)
        self.add(self.anchor(node))

    def depart_caption(self, node: nodes.caption) -> None:
        self.add("\n\n")

    def visit_legend(self, node: nodes.legend) -> None:
        pass

    def depart_legend(self, node: nodes.legend) -> None:
        pass

    def _float(self, kind: str, node: nodes.Element, caption: str, label: str | None, body: str) -> None:
        """Write a figure or a table with its caption, and leave the node."""
        breakable = "true" if kind == "table" and is_long(node) else "false"
        arguments = [kind, optional(self.label(node)), optional(label), content(caption), breakable]
        self.add(f"#book-figure({', '.join(arguments)})[{body}]\n\n")
        raise nodes.SkipNode

    def visit_image(self, node: nodes.image) -> None:
        name = self.builder.images.get(node["uri"])
        if name is None:
            self.warn(node, f"there is no picture to print: {node['uri']}")
            raise nodes.SkipNode
        if not node.get("alt"):
            self.warn(node, f"a picture without alternative text: {node['uri']}; say in its alt what it shows")
        arguments = [string(f"images/{name}"), f"alt: {string(node.get('alt') or 'picture')}"]
        if width := typst_length(node.get("width", "")):
            arguments.append(f"width: {width}")
        self.mark(node)
        picture = f"image({', '.join(arguments)})"
        in_text = isinstance(node.parent, nodes.TextElement)
        self.add(f"{self.anchor(node)}#{f'box({picture});' if in_text else f'{picture};'}")
        raise nodes.SkipNode

    def visit_table(self, node: nodes.table) -> None:
        title = next((part for part in node.children if isinstance(part, nodes.title)), None)
        caption = self.render(title.children) if title else ""
        label = numbered_label(self.builder.env, self.docname, "table", node) if title else None
        self._float("table", node, caption, label, self.render(p for p in node.children if p is not title))

    def visit_tgroup(self, node: nodes.tgroup) -> None:
        function = self.function(node.parent) or "book-table"
        self.add(f"#{function}({array(column_widths(node))}, {array(column_alignments(node))}, ")

    def depart_tgroup(self, node: nodes.tgroup) -> None:
        self.add(")")

    def visit_colspec(self, node: nodes.colspec) -> None:
        raise nodes.SkipNode

    def visit_thead(self, node: nodes.thead) -> None:
        self.add("table.header(")

    def depart_thead(self, node: nodes.thead) -> None:
        self.add("), ")

    def visit_tbody(self, node: nodes.tbody) -> None:
        pass

    def depart_tbody(self, node: nodes.tbody) -> None:
        pass

    def visit_row(self, node: nodes.row) -> None:
        self.add("\n")

    def depart_row(self, node: nodes.row) -> None:
        pass

    def visit_entry(self, node: nodes.entry) -> None:
        """Write a cell; the first of a row is also the target of the links to the row."""
        anchors = self.anchor(node.parent) if node is node.parent.children[0] else ""
        body = anchors + self.anchor(node) + self.render(node.children)
        spans = f"colspan: {1 + node.get('morecols', 0)}, rowspan: {1 + node.get('morerows', 0)}"
        self.add(f"table.cell({spans})[{body}], ")
        raise nodes.SkipNode


def is_long(table: nodes.Element) -> bool:
    """Return whether the table may run over several pages."""
    return sum(1 for _ in table.findall(nodes.row)) >= LONG


def column_widths(group: nodes.tgroup) -> list[str]:
    """Return the widths of the columns: those that the author gave, else what the text needs."""
    table, specs = group.parent, list(group.findall(nodes.colspec))
    if "colwidths-given" in table["classes"]:
        return [f"{spec['colwidth']}fr" for spec in specs]
    return ["auto"] * len(specs)


def column_alignments(group: nodes.tgroup) -> list[str]:
    """Return the alignments of the columns, which Markdown tables give as a class of every cell."""
    first = next(iter(group.findall(nodes.row)))
    classes = [cell["classes"] for cell in first.children if isinstance(cell, nodes.entry)]
    return [next((side for side in ("right", "center") if f"text-{side}" in named), "left") for named in classes]


def typst_length(width: str) -> str | None:
    """Return the width of a picture as Typst writes it; a pixel of the screen is three quarters of a point."""
    match = LENGTH.fullmatch(width.strip())
    if match is None:
        return None
    number, unit = match.groups()
    return f"{float(number) * 0.75:g}pt" if unit == "px" else number + unit
