"""Text and what stands inside it: emphasis, links, code, claims, index entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from edition.typst.breaks import breakable
from edition.typst.cell_outputs import CURE, cell_of
from edition.typst.markup import string
from edition.typst.targets import destination
from edition.typst.writer import Writer

if TYPE_CHECKING:
    from edition.typst.builder import PrintBuilder


#: How Python shows an object that has no printed form.
MEMORY = re.compile(r"<[^<>]+ at 0x[0-9a-fA-F]{6,}[^<>]*>")


class InlineWriter(Writer):
    """Inline nodes."""

    def __init__(self, document: nodes.document, builder: PrintBuilder) -> None:
        super().__init__(document, builder)
        self.index_labels = 0

    def visit_Text(self, node: nodes.Text) -> None:
        if object := MEMORY.search(node.astext()):
            self.warn(node, f"{object[0].partition(' at 0x')[0]}> has no printed form; {CURE}")
        self.add(f"#{string(breakable(node.astext().replace(chr(10), ' ')))};")
        raise nodes.SkipNode

    def visit_emphasis(self, node: nodes.Element) -> None:
        self.call("emph", node)

    visit_title_reference = visit_literal_emphasis = visit_emphasis

    def visit_strong(self, node: nodes.Element) -> None:
        self.call("strong", node)

    visit_literal_strong = visit_strong

    def visit_subscript(self, node: nodes.Element) -> None:
        self.call("sub", node)

    def visit_superscript(self, node: nodes.Element) -> None:
        function = self.function(node) or "super"
        if self.copying and function == "claim-mark":
            raise nodes.SkipNode
        self.call(function, node)

    def visit_literal(self, node: nodes.literal) -> None:
        self.add(f"{self.anchor(node)}#raw({string(breakable(node.astext(), narrow=self.in_table > 0))});")
        raise nodes.SkipNode

    def visit_inline(self, node: nodes.Element) -> None:
        self.add(self.anchor(node))

    visit_target = visit_abbreviation = visit_problematic = visit_generated = visit_manpage = visit_inline

    def depart_inline(self, node: nodes.Element) -> None:
        pass

    # Of what is problematic, docutils has said so, with its place.
    depart_target = depart_abbreviation = depart_problematic = depart_generated = depart_manpage = depart_inline

    def visit_math(self, node: nodes.Element) -> None:
        """Refuse a formula, which only a browser sets."""
        formula = " ".join(node.astext().split())
        where = f"cell {cell}: " if (cell := cell_of(node)) else ""
        self.warn(
            node,
            f"{where}a formula cannot be printed: {formula[:60]}; write it in words, draw it as a picture, "
            "or put it into {only} html",
        )
        raise nodes.SkipNode

    visit_math_block = visit_math

    def visit_reference(self, node: nodes.reference) -> None:
        if self.copying:
            return
        target = destination(node, self.docname)
        if target is None and not node.get("internal"):
            self.call("web-link", node, string(node["refuri"]))
        label = self.builder.targets.label(target) if target else None
        if label is None:
            self.warn(node, f"this link leads to no place in the printed book: {target or node.get('refuri')}")
            return
        self.call("book-link", node, string(label))

    def depart_reference(self, node: nodes.reference) -> None:
        pass

    # A file to download has no address on paper; its name stays.
    visit_download_reference = visit_inline
    depart_download_reference = depart_inline

    def visit_index(self, node: addnodes.index) -> None:
        for kind, value, _, _, _ in [] if self.copying else node["entries"]:
            self.index_labels += 1
            label = f"index:{self.index_labels}"
            self.index.add(kind, value, label)
            self.add(f"#anchor({string(label)});")
        raise nodes.SkipNode
