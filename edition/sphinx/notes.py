"""Notes: the article's under the article's numbers, and the edition's own under letters; none is lost.

MyST renders the notes that the text refers to, once: it forgets a note that only another note refers to, and says
nothing of one that is never referred to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, product
from string import ascii_lowercase
from typing import Any

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from edition.around import around

logger = logging.getLogger(__name__)


def letters() -> Iterator[str]:
    """Return a, b … z, aa, ab …, for as many notes as there are."""
    return ("".join(word) for length in count(1) for word in product(ascii_lowercase, repeat=length))


class NumberNotes(SphinxTransform):
    """Number the note ``[^n16]`` 16, as in the article, and not by its place on the page; letter notes of our own."""

    default_priority = 650  # after docutils has numbered and linked the footnotes

    def apply(self, **kwargs: Any) -> None:
        """Rewrite the labels of the page's notes and of the references to them."""
        ours = letters()
        labels: dict[str, str] = {}
        for reference in self.document.findall(nodes.footnote_reference):
            if "refid" not in reference:
                continue  # docutils has said that there is no such note
            note = self.document.ids[reference["refid"]]
            match = re.fullmatch(r"n(\d+)", " ".join(note["names"]))
            if reference["refid"] not in labels:
                labels[reference["refid"]] = str(int(match[1])) if match else next(ours)
                [label] = note.findall(nodes.label)
                note.replace(label, nodes.label("", labels[reference["refid"]]))
            reference.children = []
            reference += nodes.Text(labels[reference["refid"]])


def rendered(document: nodes.document) -> set[str]:
    """Return the names of the notes that have been rendered."""
    return {name for note in document.findall(nodes.footnote) for name in note["names"]}


def met_in_text(document: nodes.document) -> set[str]:
    """Return the names of the notes that are referred to outside notes: MyST renders these."""
    return {reference["refname"] for reference in document.findall(nodes.footnote_reference) if not in_note(reference)}


def in_note(node: nodes.Node) -> bool:
    """Return whether `node` stands in a note."""
    return any(isinstance(outer, nodes.footnote) for outer in around(node))


def render_with_inner_notes(renderer: DocutilsRenderer, token: SyntaxTreeNode) -> None:
    """Render a note, and then those that it alone refers to."""
    render_note(renderer, token)
    note = list(renderer.document.findall(nodes.footnote))[-1]
    for reference in list(note.findall(nodes.footnote_reference)):
        name = reference["refname"]
        definitions = renderer.md_env["foot_refs"].get(name, [])
        if definitions and name not in rendered(renderer.document) | met_in_text(renderer.document):
            renderer.render_footnote_reference(definitions[0])


def finish_with_all_notes(renderer: DocutilsRenderer) -> None:
    """Let MyST render the notes, and warn of those that nothing refers to."""
    finish(renderer)
    known = rendered(renderer.document)
    for name, (definition, *_) in renderer.md_env.get("foot_refs", {}).items():
        if name not in known:
            line = definition.map[0] if definition.map else None
            logger.warning(
                "nothing refers to the note [^%s]: it is on no page; write [^%s] where it belongs, or take it out",
                name,
                name,
                location=(renderer.sphinx_env.docname, line) if renderer.sphinx_env else None,
            )


render_note, finish = DocutilsRenderer.render_footnote_reference, DocutilsRenderer._render_finalise


def setup(app: Sphinx) -> None:
    """Register the numbering, and take the place of what renders notes."""
    setattr(DocutilsRenderer, "render_footnote_reference", render_with_inner_notes)  # noqa: B010  # a method, to mypy
    setattr(DocutilsRenderer, "_render_finalise", finish_with_all_notes)  # noqa: B010
    app.add_transform(NumberNotes)
