"""Footnotes and the list of works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from edition.typst.markup import string
from edition.typst.targets import address
from edition.typst.writer import Writer

if TYPE_CHECKING:
    from edition.typst.builder import PrintBuilder


def follows_mark(node: nodes.Node) -> bool:
    """Return whether a raised sign, such as the mark of a claim, stands right before `node`."""
    place = node.parent.index(node)
    before: nodes.Node = node.parent[place - 1] if place else node
    while isinstance(before, nodes.Element) and before is not node and before.children:
        before = before.children[-1]
    return isinstance(before.parent, nodes.superscript)


class NoteWriter(Writer):
    """Footnotes stand at the foot of the page that first refers to them, under Sphinx's numbers."""

    def __init__(self, document: nodes.document, builder: PrintBuilder) -> None:
        super().__init__(document, builder)
        self.footnotes = {
            address(file["docname"], id): note
            for file in [self.document, *self.document.findall(addnodes.start_of_file)]
            for note in file.findall(nodes.footnote)
            for id in note["ids"]
        }
        self.printed: set[str] = set()

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        if self.copying:
            raise nodes.SkipNode
        key = address(self.docname, node.get("refid", ""))
        if follows_mark(node):
            self.add("#apart();")
        note = self.footnotes.get(key)
        if note is None:
            name = node.get("refid") or node.get("refname") or node.astext()
            self.warn(node, f"there is no note {name!r}; write it, or take the reference away")
        elif key in self.printed:
            self.add(f"#repeat-note({string(note.children[0].astext())}, {string(key)});")
        else:
            self.printed.add(key)
            number, *body = note.children
            self.add(f"#note({string(number.astext())}, {string(key)})[{self.render(body)}];")
            self.mark(node.parent)  # what follows is not in the note any more
        raise nodes.SkipNode

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Leave out the body where it stands in the source; the first reference has printed it."""
        raise nodes.SkipNode

    def visit_citation(self, node: nodes.citation) -> None:
        """Write an entry of the list of works without its label: the text cites author and year."""
        body = self.render(part for part in node.children if not isinstance(part, nodes.label))
        self.add(f"#work[{self.anchor(node)}{body}]\n\n")
        raise nodes.SkipNode
