"""The line at the end of a chapter: how many of its claims agree, are imprecise, contested, differ or are open.

It needs no directive: a page gets it if it marks claims and the ledger has claims of its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.nodes import make_refnode

from edition.ledger.claim import MARKS, Claim
from edition.sphinx.claims.comparison import comparison
from edition.sphinx.claims.marked import ledger_page
from edition.sphinx.claims.roles import claim_reference
from edition.sphinx.deferred import defer, maker

PLURAL = {"agrees": "agree", "differs": "differ"}


def add_line(app: Sphinx, doctree: nodes.document) -> None:
    """Leave a placeholder at the end of a page with marks, before its notes (``doctree-read``)."""
    title = doctree.next_node(nodes.title)
    if title is None or not doctree.next_node(claim_reference):
        return
    line = defer(app.env, claims_line, app.env.docname.rpartition("/")[2])
    notes = next(doctree.findall(_begins_notes), None)
    if notes is None:
        title.parent.append(line)
    else:
        notes.parent.insert(notes.parent.index(notes), line)


def _begins_notes(node: nodes.Node) -> bool:
    """Return whether `node` is the rule above the notes, or a note."""
    return isinstance(node, nodes.footnote) or (isinstance(node, nodes.transition) and "footnotes" in node["classes"])


@maker
def claims_line(app: Sphinx, docname: str, section: str) -> list[nodes.Node]:
    """Return the counts of the claims of `section`, with a link to the ledger; nothing if there are none."""
    claims = [claim for claim in comparison(app.env).claims.values() if claim.section == section]
    if not claims:
        return []
    link = make_refnode(app.builder, docname, ledger_page(app.env), "ledger", nodes.Text("See the ledger"))
    counts = nodes.Text(f"{in_words(claims)}. ")
    return [nodes.paragraph("", "", counts, link, nodes.Text("."), classes=["claims-line"])]


def in_words(claims: Sequence[Claim]) -> str:
    """Return how many claims there are, and how many have which verdict, as ``3 claims: 1 agrees ✓, 2 differ ≠``."""
    verdicts = Counter(claim.verdict for claim in claims if claim.kind != "wording")
    counts = [
        f"{number} {verdict if number == 1 else PLURAL.get(verdict, verdict)} {MARKS[verdict]}"
        for verdict in MARKS
        if (number := verdicts[verdict])
    ]
    if wordings := len(claims) - verdicts.total():
        counts.append(f"{wordings} of wording")
    return f"{len(claims)} claim{'s' if len(claims) > 1 else ''}: {', '.join(counts)}"


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("doctree-read", add_line)
