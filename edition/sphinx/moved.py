"""The ``evidence`` role: a reference by number to a figure or table that has moved, at the address that it had.

``{evidence}`fig-yields` `` refers to the figure as ``{numref}`` does. Its own node carries the name too, and that of the
figure's code, so that a link to the page where the figure once stood lands on the link to its new place. If the figure
was merged into another one, ``{evidence}`fig-yields <fig-harvest>` `` keeps the old address and refers to the other.
"""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import ReferenceRole


class EvidenceRole(ReferenceRole):
    """Refer to a figure or table of another page by its number, and answer to the name that it had on this page."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a numbered reference in a node with the old addresses."""
        old = self.title if self.has_explicit_title else self.target
        target = {"refdomain": "std", "reftype": "numref", "reftarget": self.target, "refdoc": self.env.docname}
        reference = addnodes.pending_xref(self.rawtext, nodes.inline(), refwarn=True, refexplicit=False, **target)
        self.set_source_info(reference)
        return [nodes.inline("", "", reference, ids=[old, f"{old}-code"], classes=["evidence"])], []


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("evidence", EvidenceRole())
