"""What a heading says in other places: in contents, links and titles it is a copy, with the values of its claims.

Sphinx takes these copies when it reads a page, before claims are resolved, and with the numbers of notes in them.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.sphinx.claims.comparison import comparison
from edition.sphinx.claims.roles import claim_reference
from edition.sphinx.environment import addresses


def without_notes(app: Sphinx, doctree: nodes.document) -> None:
    """Take the numbers of notes out of the names under which links show the sections of a page (``doctree-read``)."""
    labels, docname = addresses(app.env).labels, app.env.docname
    for name, (page, id, _) in list(labels.items()):
        section = doctree.ids.get(id) if page == docname else None
        if isinstance(section, nodes.section) and (title := section.next_node(nodes.title)) is not None:
            copy = title.deepcopy()
            for reference in list(copy.findall(nodes.footnote_reference)):
                reference.parent.remove(reference)
            labels[name] = (page, id, copy.astext())


def with_values(app: Sphinx, env: BuildEnvironment) -> None:
    """Put the values of claims into the contents and the titles of the pages, without their marks (``env-updated``).

    The copies are kept from build to build: what stands for a claim remembers which, and gets its value in each.
    """
    known = comparison(env)
    for copy in (*env.tocs.values(), *env.titles.values(), *env.longtitles.values()):
        for placeholder in list(copy.findall(claim_reference)):
            name, with_value = placeholder["claim"], placeholder["with_value"]
            placeholder.replace_self(nodes.inline(copy_of=name, with_value=with_value))
        for node in copy.findall(nodes.inline):
            claim = known.claims.get(node.get("copy_of", ""))
            if claim is not None:
                has_value = node["with_value"] and claim.id in known.values
                node.children = [nodes.Text(claim.prints(known.values[claim.id]))] if has_value else []


def setup(app: Sphinx) -> None:
    """Connect to the events named above: after Sphinx has taken the copies, and after the ledger is compared."""
    app.connect("doctree-read", without_notes, priority=900)
    app.connect("env-updated", with_values, priority=600)
