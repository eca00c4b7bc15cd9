"""The tree that is printed: all documents of the book in one, without the code."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.util.nodes import inline_all_toctrees

from edition.typst.cell_outputs import number_cells
from edition.unreadable import UNREADABLE


def assemble(builder: Builder) -> nodes.document:
    """Return the resolved doctree of the whole book, each document in a ``start_of_file`` of its name."""
    root = builder.config.root_doc
    tree = builder.env.get_doctree(root)
    keep_captions(tree)
    tree = inline_all_toctrees(builder, set(), root, tree, lambda text: text, [root])
    tree["docname"] = root
    for file in (tree, *tree.findall(addnodes.start_of_file)):
        number_cells(file)
    drop_code(tree)
    drop_unreadable(tree)
    builder.env.resolve_references(tree, root, builder)
    return tree


def keep_captions(tree: nodes.document) -> None:
    """Note the caption of each table of contents, the title of a part, on the node that outlives the toctree."""
    for toctree in tree.findall(addnodes.toctree):
        toctree.parent["caption"] = toctree.get("caption")


def drop_code(tree: nodes.document) -> None:
    """Take the source of every code cell out of the tree; what the cell put out stays."""
    for source in list(tree.findall(nodes.container)):
        if "cell_input" in source["classes"]:
            source.parent.remove(source)


def drop_unreadable(tree: nodes.document) -> None:
    """Take out the pictures that cannot be shown, of which their page has been warned."""
    for image in list(tree.findall(nodes.image)):
        if UNREADABLE in image:
            image.parent.remove(image)


def by_page(tree: nodes.document) -> Iterator[tuple[str, list[nodes.Text]]]:
    """Return the texts of each document in `tree`, without those that are for other formats."""
    pages: dict[str, list[nodes.Text]] = {}
    waiting: list[tuple[str, nodes.Node]] = [(tree["docname"], tree)]
    while waiting:
        docname, node = waiting.pop()
        if isinstance(node, nodes.Text):
            pages.setdefault(docname, []).append(node)
        elif not isinstance(node, (nodes.raw, nodes.comment, nodes.system_message, nodes.substitution_definition)):
            docname = node["docname"] if isinstance(node, addnodes.start_of_file) else docname
            waiting += [(docname, child) for child in reversed(node.children)]
    return iter(pages.items())
