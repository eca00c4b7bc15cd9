"""The title block of the first web page: under the title what the book is, its makers, version, date and licence.

All of it comes from ``CITATION.cff`` and the settings, as the title page in print does; nothing is typed twice.
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.cell.written_dates import written
from edition.sphinx.citation import read_citation
from edition.sphinx.citing import book


class AddTitleBlock(SphinxPostTransform):
    """Put the block under the title of the first page."""

    default_priority = 700
    builders = ("html", "dirhtml")

    def run(self, **kwargs: object) -> None:
        """Do so if this is the page, and there is something to say."""
        title = self.document.next_node(nodes.title)
        if self.env.docname == self.config.root_doc and title is not None and (made := lines(self.app)):
            title.parent.insert(title.parent.index(title) + 1, nodes.line_block("", *made, classes=["title-block"]))


def lines(app: Sphinx) -> list[nodes.line]:
    """Return the subtitle, and the line with makers, version, date and licence; what is not said is left out."""
    whole = book(app)
    # The name of a licence of Creative Commons as it is written, CC BY-SA 4.0, of the one that programs know it by.
    licence = re.sub(r"^CC-(.+)-([\d.]+)$", r"CC \1 \2", str(read_citation(Path(app.srcdir)).get("license", "")))
    facts = [
        "; ".join(author.listed for author in whole.authors),
        together(f"Version {whole.version}") if whole.version else "",
        together(written(whole.date)) if whole.date else "",
        together(licence),
    ]
    said = {
        "subtitle": getattr(app.config, "print_subtitle", ""),
        "imprint": "\N{NO-BREAK SPACE}· ".join(filter(None, facts)),
    }
    return [nodes.line("", text, classes=[name]) for name, text in said.items() if text]


def together(text: str) -> str:
    """Return a text that no line breaks."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(AddTitleBlock)
