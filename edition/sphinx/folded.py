"""What a web page folds away behind a word, and opens without a script; other builders never see it."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes


def folded(word: str, *children: nodes.Node, name: str) -> addnodes.only:
    """Return `children` as a ``details`` element that shows `word` alone until it is opened.

    :param name: its class, by which the style sheet and the tests find it.
    """
    start = nodes.raw("", f'<details class="folded {name}"><summary>{word}</summary>', format="html")
    return addnodes.only("", start, *children, nodes.raw("", "</details>", format="html"), expr="html and not epub")
