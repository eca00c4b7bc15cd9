"""What all parts of the translator share: output, links' targets, places in the source, and warnings."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from edition.around import around
from edition.said import place
from edition.typst.index import Index
from edition.typst.markup import source_mark, string
from edition.typst.targets import address

if TYPE_CHECKING:
    from edition.typst.builder import PrintBuilder

logger = logging.getLogger(__name__)


def inside(node: nodes.Node, *kinds: type[nodes.Element], within: type[nodes.Element] | None = None) -> bool:
    """Return whether `node` stands in an element of these kinds; within the nearest element of another kind, if one is given."""
    outward = itertools.takewhile(lambda outer: not (within and isinstance(outer, within)), around(node))
    return any(isinstance(outer, kinds) for outer in outward)


class Writer(SphinxTranslator):
    """Writes Typst markup while it walks through the tree."""

    builder: PrintBuilder

    def __init__(self, document: nodes.document, builder: PrintBuilder) -> None:
        super().__init__(document, builder)
        self.docnames = [document["docname"]]
        self.output: list[str] = []
        self.index = Index()
        # Whether a copy is written, of what is set twice: it has no links, no notes, no marks, and nothing leads to it.
        self.copying = False
        # How many tables stand around the current node, and how many heads have been written that have a copy.
        self.in_table = self.heads = 0
        # Whether the current table or list is a register, in which a key may be broken.
        self.in_register = False
        # How many letters a line of each of its columns has; nothing if it is no register, or they are not known.
        self.shares: list[float] | None = None
        # The widths of the columns of registers, by page, kind and the widths that their author gave.
        self.balanced: dict[tuple[nodes.Element, str, tuple[str, ...]], list[str]] = {}

    @property
    def docname(self) -> str:
        """The document that the current node comes from."""
        return self.docnames[-1]

    def add(self, markup: str) -> None:
        """Write `markup`."""
        self.output.append(markup)

    def render(self, children: Iterable[nodes.Node]) -> str:
        """Return the markup of `children` instead of writing it."""
        outer, self.output = self.output, []
        for child in children:
            child.walkabout(self)
        markup, self.output = "".join(self.output).strip(), outer
        return markup

    def copy(self, children: Iterable[nodes.Node]) -> str:
        """Return the markup of a copy of `children`, for a place that repeats them."""
        before, self.copying = self.copying, True
        markup = self.render(children)
        self.copying = before
        return markup

    def call(self, function: str, node: nodes.Element, *arguments: str, block: bool = False) -> None:
        """Write a call of the template's `function` with the rendered children of `node`, and leave the node."""
        body = f"[{self.anchor(node)}{self.render(node.children)}]"
        self.add(f"#{function}({', '.join(arguments)}){body}" if arguments else f"#{function}{body}")
        self.add("\n\n" if block else ";")
        raise nodes.SkipNode

    def function(self, node: nodes.Element) -> str | None:
        """Return the template's function for the class of `node`; None if it has no class of its own."""
        functions: dict[str, str] = self.config.print_classes
        return next((functions[name] for name in node["classes"] if name in functions), None)

    def mark(self, node: nodes.Element) -> None:
        """Write where `node` stands in the source, for the messages of the compiler."""
        if node.line and not self.copying:
            self.add(source_mark(self.docname, node.line))

    def warn(self, node: nodes.Node, message: str) -> None:
        """Warn of what `node` would lose in print; under ``-W`` the build fails."""
        logger.warning("%s", message, location=self.place(node), type="print")

    def place(self, node: nodes.Node) -> tuple[str, int | None]:
        """Return document and line of `node` for a warning; of what stands before it, if it has no line itself."""
        while node is not None:
            siblings = node.parent.children if node.parent is not None else [node]
            for candidate in reversed(siblings[: siblings.index(node) + 1]):
                if candidate.line:
                    return self.docname, candidate.line
            node = node.parent
        return self.docname, None

    def label(self, node: nodes.Element) -> str | None:
        """Return the label of `node`, if a link leads to it."""
        label = self.builder.targets.label(address(self.docname, node["ids"][0])) if node.get("ids") else None
        return label if label and self.builder.targets.wanted(label) else None

    def anchor(self, node: nodes.Element) -> str:
        """Return an invisible target for the links to `node`."""
        label = None if self.copying else self.label(node)
        return f"#anchor({string(label)});" if label else ""

    def where(self, node: nodes.Node) -> str:
        """Return the file and the line of `node` as Sphinx has them, for what the template reports."""
        docname, line = self.place(node)
        file = self.builder.env.doc2path(docname, base=False)
        return f"{file}:{line}" if line else str(file)

    def said(self, node: nodes.Node) -> str:
        """Return the file and the line of `node` as a message names them."""
        docname, line = self.place(node)
        return place(str(self.builder.env.doc2path(docname, base=False)), line=line)

    def unknown_visit(self, node: nodes.Node) -> None:
        """Say that the printed book would lose something."""
        name = type(node).__name__
        self.warn(node, f"the printed book has no rule for {name!r}; write it otherwise, or add one to edition/typst")

    def unknown_departure(self, node: nodes.Node) -> None:
        """Leave a node that `unknown_visit` has reported."""
