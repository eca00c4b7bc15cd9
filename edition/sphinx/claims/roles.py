"""Claims in the text: ``{claim}`C001` `` prints the value found and the mark of its verdict, ``{mark}`C001` `` the mark.

The roles leave placeholders; when the ledger has been compared (:mod:`edition.sphinx.claims.comparison`) they become
ordinary text and links, so that no builder needs to know them.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from edition.ledger.claim import Claim
from edition.sphinx.claims.account import account, how
from edition.sphinx.claims.comparison import comparison, rests_on
from edition.sphinx.claims.ledger_print import number
from edition.sphinx.claims.marked import Mark, ledger_page, marked_on, row_anchor, sentence_anchor
from edition.sphinx.web import is_web

logger = logging.getLogger(__name__)


class claim_reference(nodes.Inline, nodes.Element):
    """A claim in the text, not yet resolved: attributes `id` and `with_value`."""


class ClaimRole(SphinxRole):
    """Stand for a claim until the ledger has been compared."""

    def __init__(self, with_value: bool) -> None:
        super().__init__()
        self.with_value = with_value

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the placeholder; the first on a page is the target of links from the ledger."""
        marked = marked_on(self.env).setdefault(self.env.docname, [])
        ids = [] if any(mark.id == self.text for mark in marked) else [sentence_anchor(self.text)]
        marked.append(Mark(self.text, self.lineno))
        node = claim_reference(self.rawtext, claim=self.text, with_value=self.with_value, ids=ids)
        self.set_source_info(node)
        return [node], []


class ResolveClaims(SphinxPostTransform):
    """Put the value in the sentence's form, and the mark with a link to the ledger, where the roles stand."""

    default_priority = 6  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder on the page."""
        known = comparison(self.env)
        for node in list(self.document.findall(claim_reference)):
            claim = known.claims[node["claim"]]
            parts: list[nodes.Node] = []
            if node["with_value"]:
                if claim.id not in known.values:
                    logger.warning("%s has no value to print: use {mark}`%s`", claim.id, claim.id, location=node)
                else:
                    parts.append(nodes.Text(claim.prints(known.values[claim.id])))
            parts.append(self.mark(claim))
            node.replace_self(nodes.inline("", "", *parts, ids=node["ids"], classes=["claim"]))

    def mark(self, claim: Claim) -> nodes.Node:
        """Return the mark of a claim, which links to its row in the ledger and says in words what it means."""
        # On paper nobody follows a link, and a bare sign is read out as nothing: the number of the row stands beside the sign.
        sign = claim.mark if is_web(self.app.builder) else f"{claim.mark}{number(claim)}"
        mark = nodes.superscript("", sign, classes=["claim-mark", claim.verdict])
        known = comparison(self.env)
        cell = None
        if claim.id in known.computed:
            chapter, product = known.computed[claim.id]
            cell = f"cell {product.cell} of the chapter {self.env.titles[chapter].astext()}"
        title = account(
            claim,
            known.values.get(claim.id),
            how(claim, cell, rests_on(self.app, claim)),
            known.cited[claim.id],
            known.support[claim.id],
            known.sources,
        )
        return make_refnode(
            self.app.builder, self.env.docname, ledger_page(self.env), row_anchor(claim.id), mark, title
        )


def setup(app: Sphinx) -> None:
    """Register the roles and their resolution."""
    app.add_node(claim_reference)
    app.add_role("claim", ClaimRole(with_value=True))
    app.add_role("mark", ClaimRole(with_value=False))
    app.add_post_transform(ResolveClaims)
