"""Numbers in a table stand one below the other: the cells of a column that holds nothing else are set to the right.

They have the class that a Markdown table gives such cells, which style sheets and the writer of the printed book know.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

LEFT, RIGHT = "text-left", "text-right"  #: what a Markdown table from pandas says of each cell, and what we say
WRITTEN = re.compile(r"[−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?( ?%)?")
NONE = {"", "–"}


class FindNumbers(SphinxPostTransform):
    """Mark the columns of numbers in all tables, but the first, which names the rows."""

    default_priority = 705  # when all tables are made

    def run(self, **kwargs: object) -> None:
        """Walk through the tables."""
        for group in self.document.findall(nodes.tgroup):
            rows = list(group.findall(nodes.row))
            body = [row for row in rows if isinstance(row.parent, nodes.tbody)]
            if len({len(row.children) for row in rows}) != 1:
                continue  # some cells stand over several columns
            for place in range(1, len(rows[0].children)):
                if is_numeric([row.children[place].astext().strip() for row in body]):
                    for row in rows:
                        _set_right(row.children[place])  # type: ignore[arg-type]


def _set_right(cell: nodes.entry) -> None:
    """Give a cell the class of a number, and no other that sets it elsewhere."""
    cell["classes"] = [name for name in cell["classes"] if name not in (LEFT, RIGHT)] + [RIGHT]


def is_numeric(texts: list[str]) -> bool:
    """Return whether the cells of a column hold numbers, and nothing but numbers."""
    said = [text for text in texts if text not in NONE]
    return bool(said) and all(map(WRITTEN.fullmatch, said))


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(FindNumbers)
