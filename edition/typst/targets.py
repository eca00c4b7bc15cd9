"""What in the book can be linked to, and under which label.

An address is the name of a document and an id in it.  Several addresses may mean one place (a chapter is also its
document; a section may have two ids): they share one label, as Typst allows one label for an element.
"""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

#: The prefix of the URIs that the builder hands out for documents; it cannot begin a URI of the web.
BOOK_URI = "book:"


class Targets:
    """The labels of the book, and which of them some link needs."""

    def __init__(self, tree: nodes.document) -> None:
        self._labels: dict[str, str] = {}
        self._linked: set[str] = set()
        self._kinds: dict[str, str] = {}
        self._walk(tree, tree["docname"])
        self._wanted = {self._labels[address] for address in self._linked if address in self._labels}

    def _walk(self, node: nodes.Element, docname: str) -> None:
        if isinstance(node, (nodes.document, addnodes.start_of_file)):
            docname = node["docname"]
            top = next((part for part in node.children if isinstance(part, nodes.section)), None)
            if top is not None:  # a volume has the book's first page only if it has its text
                label = self._labels[address(docname)] = address(docname, top["ids"][0])
                self._kinds[label] = "section"
        ids: list[str] = node.get("ids", [])
        for id in ids:
            self._labels[address(docname, id)] = address(docname, ids[0])
            self._kinds.setdefault(address(docname, ids[0]), kind(node))
        if isinstance(node, nodes.reference) and (target := destination(node, docname)):
            self._linked.add(target)
        for child in node.children:
            if isinstance(child, nodes.Element):
                self._walk(child, docname)

    def label(self, address: str) -> str | None:
        """Return the label of the place at `address`, or None if the book has no such place."""
        return self._labels.get(address)

    def of(self, node: nodes.Element, docname: str) -> str:
        """Return the label of a node that has an id."""
        return self._labels[address(docname, node["ids"][0])]

    def wanted(self, label: str) -> bool:
        """Return whether a link leads to `label`."""
        return label in self._wanted

    def kind(self, address: str) -> str:
        """Return what stands at `address`: see :func:`kind`."""
        return self._kinds.get(self._labels.get(address, ""), "")

    def elsewhere(self) -> set[str]:
        """Return the addresses that links lead to and that are not among these."""
        return {address for address in self._linked if address not in self._labels}

    def want(self, addresses: set[str]) -> list[str]:
        """Return the labels of those of `addresses` that are among these; links from elsewhere lead to them."""
        labels = {self._labels[address] for address in addresses if address in self._labels}
        self._wanted |= labels
        return sorted(labels)


#: What is looked up on paper by its page, and how it is called here.
KINDS: dict[type[nodes.Element], str] = {
    nodes.figure: "figure",
    nodes.table: "table",
    nodes.section: "section",
    nodes.row: "row",
}


def kind(node: nodes.Element) -> str:
    """Return what a reader looks up by its page, as figure, table, section, row or claim; nothing for all else."""
    if isinstance(node, (nodes.inline, nodes.term)) and "claim" in node["classes"]:
        return "claim"
    return next((name for type, name in KINDS.items() if isinstance(node, type)), "")


def address(docname: str, id: str = "") -> str:
    """Return the address of a document, or of an id in it."""
    return f"{BOOK_URI}{docname}#{id}" if id else f"{BOOK_URI}{docname}"


def destination(reference: nodes.reference, docname: str) -> str | None:
    """Return the address that a reference in `docname` leads to; None if it leads out of the book."""
    if "refid" in reference:
        return address(docname, reference["refid"])
    uri = reference.get("refuri", "")
    return uri.removesuffix("#") if uri.startswith(BOOK_URI) else None
