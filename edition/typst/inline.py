"""Text and what stands inside it: emphasis, links, code, claims, index entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from edition.languages import language
from edition.typst.breaks import BREAK, bare, breakable, keyed, shown
from edition.typst.cell_outputs import CURE, cell_of
from edition.typst.letters import in_letters, readable
from edition.typst.markup import optional, string
from edition.typst.targets import destination
from edition.typst.writer import Writer, inside

if TYPE_CHECKING:
    from edition.typst.builder import PrintBuilder


#: A space at which no line ends.
NO_BREAK = "\u00a0"
#: How Python shows an object that has no printed form.
MEMORY = re.compile(r"<[^<>]+ at 0x[0-9a-fA-F]{6,}[^<>]*>")


def in_brackets(node: nodes.Node) -> bool:
    """Return whether a bracket is open where `node` stands in its paragraph."""
    block: nodes.Node = node
    while isinstance(outer := block.parent, (nodes.Inline, nodes.TextElement)) and isinstance(outer, nodes.Node):
        block = outer
    before = ""
    for text in block.findall(lambda part: part is node or isinstance(part, nodes.Text)):
        if text is node:
            break
        before += text.astext()
    return before.count("(") > before.count(")")


class InlineWriter(Writer):
    """Inline nodes."""

    def __init__(self, document: nodes.document, builder: PrintBuilder) -> None:
        super().__init__(document, builder)
        self.index_labels = 0
        self.explained: set[tuple[str, str]] = set()  # abbreviations with what they stand for

    def visit_Text(self, node: nodes.Text) -> None:
        if object := MEMORY.search(node.astext()):
            self.warn(node, f"{object[0].partition(' at 0x')[0]}> has no printed form; {CURE}")
        text = node.astext().replace(chr(10), " ")
        if isinstance(node.parent, nodes.inline) and "std-numref" in node.parent["classes"]:
            text = NO_BREAK.join(text.rsplit(" ", 1))  # the number stays with what it is the number of
        text = breakable(readable(text))
        self.add(f"#{string(keyed(text) if self.in_register else text)};")
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
        if name := language(node):
            self.call("text", node, f"lang: {string(name)}")
        if "claim" not in node["classes"]:
            self.add(self.anchor(node))

    visit_target = visit_problematic = visit_generated = visit_manpage = visit_inline

    def depart_inline(self, node: nodes.Element) -> None:
        """Let what leads to a claim lead to its mark: the value before it may begin on another page."""
        if "claim" in node["classes"]:
            self.add(self.anchor(node))

    # Of what is problematic, docutils has said so, with its place.
    depart_target = depart_problematic = depart_generated = depart_manpage = depart_inline

    def visit_abbreviation(self, node: nodes.abbreviation) -> None:
        """Write an abbreviation; behind its first use what it stands for, which a web page shows under the pointer."""
        self.add(self.anchor(node))

    def depart_abbreviation(self, node: nodes.abbreviation) -> None:
        full = (node.astext(), node.get("explanation", ""))
        if full[1] and not self.copying and full not in self.explained:
            self.explained.add(full)
            self.add(f"#{string(f' ({full[1]})')};")

    def visit_math(self, node: nodes.Element) -> None:
        """Refuse a formula, which only a browser sets."""
        formula = " ".join(node.astext().split())
        where = f"cell {cell}: " if (cell := cell_of(node)) else ""
        self.warn(
            node,
            f"{where}a formula cannot be printed: {formula[:60]}; write it in words, draw it as a picture, "
            "or put it into {only} html",
        )
        self.add(self.anchor(node))  # what refers to it by its number has been warned of with it
        raise nodes.SkipNode

    visit_math_block = visit_math

    def visit_reference(self, node: nodes.reference) -> None:
        """Write a link; on paper, what a reader turns to has its page, and its volume if that is another one."""
        if self.copying:
            return
        target = destination(node, self.docname)
        if target is None and not node.get("internal"):
            if bare(node.astext()) == bare(node["refuri"]):
                node[:] = [nodes.Text(shown(readable(node["refuri"])))]
            self.call("web-link", node, *self._address(node))
        targets = self.builder.targets
        if target and (label := targets.label(target)):
            self.call("book-link", node, string(label), *self._page(node, targets.kind(target)))
        if target and (found := self.builder.elsewhere(target)):
            volume, label, kind = found
            names = map(string, (volume.name, volume.short or volume.name, label))
            self.call("far-link", node, *names, *self._page(node, kind))
        self.warn(node, f"this link leads to no place in the printed book: {target or node.get('refuri')}")

    def _address(self, node: nodes.reference) -> list[str]:
        """Return where a link out of the book leads; and what it says, unless that is the address.

        For a press, where nothing can be followed, the address has no words of the page to scroll to, and can be broken.
        """
        uri, said = node["refuri"], " ".join(node.astext().split())
        if self.builder.for_press:
            uri = breakable(in_letters(bare(uri)))
        return [string(uri), optional(None if bare(node["refuri"]) in said.replace(BREAK, "") else said)]

    def _page(self, node: nodes.reference, kind: str) -> list[str]:
        """Return how the page of a link's target is added: in brackets, after a comma if it stands in some; or not at all."""
        if not kind or node.next_node(nodes.superscript) or inside(node, nodes.title):
            return []
        return [f"page: {string('comma' if in_brackets(node) else 'brackets')}"]

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
