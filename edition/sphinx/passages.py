"""The paragraphs of an article on the web: each with the edition's note beside it, its address, and its place in the article.

A paragraph that retells one of the article's has an address that ends in its number, as ``{#orchard-3}``. With the first
note that follows it, and that no text of ours keeps apart from it, it becomes one *passage*, so that a style sheet can
set the note into the margin. The doctree that other builders write stays as it is. If a page heads a section otherwise than
the article does, its front matter says under ``retells`` what the section is called there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

ADDRESS = re.compile(r"[a-z][a-z-]*-(\d+)")
UNSEEN = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.Invisible)


class MakePassages(SphinxPostTransform):
    """Join paragraph, note and address on the pages that a browser shows."""

    default_priority = 700  # when all that stands in a page is resolved
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Wrap each paragraph of the article."""
        docname = self.env.docname
        title = self.env.metadata[docname].get("retells") or self.env.titles[docname].astext()
        for paragraph, address in list(retold(self.document)):
            beside: list[nodes.Element] = [place(address, title)]
            if (note := note_after(paragraph)) is not None:
                note.parent.remove(note)
                beside.insert(0, note)
            passage = nodes.container(classes=["passage"], is_div=True)
            paragraph.parent.replace(paragraph, passage)  # replace_self would give it the address as well
            passage += [paragraph, *beside]


def retold(document: nodes.document) -> Iterator[tuple[nodes.paragraph, str]]:
    """Yield the paragraphs that retell one of the article's, each with its address."""
    for paragraph in document.findall(nodes.paragraph):
        addresses = [id for id in paragraph["ids"] if ADDRESS.fullmatch(id)]
        if addresses and isinstance(paragraph.parent, nodes.section):
            yield paragraph, addresses[0]


def note_after(paragraph: nodes.paragraph) -> nodes.Element | None:
    """Return the edition's note on a paragraph; None if it has none, or something that is read stands between."""
    for node in paragraph.parent[paragraph.parent.index(paragraph) + 1 :]:
        if isinstance(node, nodes.Element) and "edition-note" in node["classes"]:
            return node
        if not isinstance(node, UNSEEN) and not _shows_nothing(node):
            return None
    return None


def _shows_nothing(node: nodes.Node) -> bool:
    """Return whether `node` is a cell without output."""
    is_cell = isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"
    return is_cell and not any("cell_output" in box["classes"] for box in node.findall(nodes.container))


def place(address: str, title: str) -> nodes.container:
    """Return where a paragraph stands: its address, and its number in the article’s section of this title."""
    number = ADDRESS.fullmatch(address)
    assert number is not None
    link = nodes.reference("", f"#{address}", refid=address, internal=True, classes=["copied-address"])
    line = nodes.paragraph("", "", link, nodes.Text(f" Article: {title}, paragraph {number[1]}"))
    return nodes.container("", line, classes=["paragraph-place"], is_div=True)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(MakePassages)
