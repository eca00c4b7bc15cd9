"""Figures and pictures."""

from __future__ import annotations

import re

from docutils import nodes

from edition.typst.markup import string
from edition.typst.numbering import numbered_label
from edition.typst.tables import TableWriter

LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|mm|cm|in|em|%)?")


class FigureWriter(TableWriter):
    """Figures and pictures; their numbers come from Sphinx."""

    def visit_figure(self, node: nodes.figure) -> None:
        parts = [part for part in node.children if not isinstance(part, (nodes.caption, nodes.legend))]
        caption = self.render(part for part in node.children if isinstance(part, (nodes.caption, nodes.legend)))
        label = numbered_label(self.builder.env, self.docname, "figure", node)
        short = next((self.short(part) for part in node.children if isinstance(part, nodes.caption)), "")
        self.float("image", node, (caption, short), label, self.render(parts))

    def visit_caption(self, node: nodes.caption) -> None:
        self.mark(node)
        self.add(self.anchor(node))

    def depart_caption(self, node: nodes.caption) -> None:
        self.add("\n\n")

    def visit_legend(self, node: nodes.legend) -> None:
        pass

    def depart_legend(self, node: nodes.legend) -> None:
        pass

    def visit_image(self, node: nodes.image) -> None:
        name = self.builder.images.get(node["uri"])
        if name is None:
            self.warn(node, f"there is no picture to print: {node['uri']}")
            raise nodes.SkipNode
        if not node.get("alt"):
            self.warn(node, f"a picture without alternative text: {node['uri']}; say in its alt what it shows")
        arguments = [string(f"images/{name}"), f"alt: {string(node.get('alt') or 'picture')}"]
        for side in ("width", "height"):
            if node.get(side) and not (length := self.length(node, side)):
                self.warn(
                    node, f"a picture has the {side} {node[side]!r}, which cannot be printed; write it as 60% or 8cm"
                )
            elif node.get(side):
                arguments.append(f"{side}: {length}")
        if scale := node.get("scale"):
            arguments.append(f"scale: {float(str(scale).rstrip('%')) / 100:g}")
        if (side := node.get("align")) in ("left", "center", "right"):
            arguments.append(f"side: {side}")
        self.mark(node)
        in_text = isinstance(node.parent, nodes.TextElement)
        self.add(f"{self.anchor(node)}#{'text-picture' if in_text else 'picture'}({', '.join(arguments)});")
        raise nodes.SkipNode

    def length(self, node: nodes.image, side: str) -> str | None:
        """Return the width or height of a picture as Typst writes it; None if it has no meaning."""
        return typst_length(str(node[side]))


def typst_length(width: str) -> str | None:
    """Return the width of a picture as Typst writes it; a pixel of the screen is three quarters of a point."""
    match = LENGTH.fullmatch(width.strip())
    if match is None:
        return None
    number, unit = match.groups()
    return f"{float(number) * 0.75:g}pt" if unit in ("px", None) else number + unit
