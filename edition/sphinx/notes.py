"""The article's notes under the article's numbers, and the edition's own under letters."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class NumberNotes(SphinxTransform):
    """Number the note ``[^n16]`` 16, as in the article, and not by its place on the page; letter notes of our own."""

    default_priority = 650  # after docutils has numbered and linked the footnotes

    def apply(self, **kwargs: Any) -> None:
        """Rewrite the labels of the page's notes and of the references to them."""
        ours = iter(ascii_lowercase)
        labels: dict[str, str] = {}
        for reference in self.document.findall(nodes.footnote_reference):
            note = self.document.ids[reference["refid"]]
            match = re.fullmatch(r"n(\d+)", " ".join(note["names"]))
            if reference["refid"] not in labels:
                labels[reference["refid"]] = str(int(match[1])) if match else next(ours)
                [label] = note.findall(nodes.label)
                note.replace(label, nodes.label("", labels[reference["refid"]]))
            reference.children = []
            reference += nodes.Text(labels[reference["refid"]])


def setup(app: Sphinx) -> None:
    """Register the numbering."""
    app.add_transform(NumberNotes)
