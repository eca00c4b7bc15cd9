"""How many of the works that the article cites were seen: ``{works}`cited` ``, ``{works}`seen:words` ``.

A work is cited if a note of the article's, ``[^n01]`` and its kin, cites it. It was seen if a row of ``data/sources.csv``
with its key says so: whole, in part, or in an abstract. What another work says of it is not the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole
from sphinxcontrib.bibtex.citation_target import parse_citation_targets

from edition.ledger.form import IN_WORDS, in_words
from edition.package.cited import SEEN
from edition.sphinx.claims.comparison import comparison
from edition.sphinx.deferred import defer, maker
from edition.sphinx.environment import remember

HOW_SEEN = tuple(SEEN)  # the best first
COUNTS = {"cited": HOW_SEEN, "seen": HOW_SEEN[:3], **{one: (one,) for one in HOW_SEEN}}


class Works(SphinxRole):
    """Stand for a number of works until all pages are read: what is counted, and after a colon how it is printed."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the placeholder."""
        counted, _, form = self.text.partition(":")
        if counted not in COUNTS or form not in ("", *IN_WORDS):
            said = f"{{works}}`{self.text}`: choose from {', '.join(COUNTS)}, with :words or :Words if need be"
            return [], [self.inliner.reporter.error(said, line=self.lineno)]
        return [defer(self.env, count_works, self.text)], []


@maker
def count_works(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return a number of works as text."""
    counted, _, form = argument.partition(":")
    number = sum(one in COUNTS[counted] for one in how_seen(app.env).values())
    return [nodes.Text(in_words(number, form) if form else str(number))]


def how_seen(env: BuildEnvironment) -> dict[str, str]:
    """Return for each work that the article cites how much of it was seen."""
    best: dict[str, str] = {}
    for source in comparison(env).sources.values():
        known = [one for one in (source["seen"], best.get(source["bibkey"])) if one in SEEN]
        best[source["bibkey"]] = min(known, key=HOW_SEEN.index, default="not seen")
    return {key: best.get(key, "not seen") for key in sorted(set().union(*cited_on(env).values()))}


def cited_on(env: BuildEnvironment) -> dict[str, set[str]]:
    """Return the works that the article's notes cite on each page."""
    return remember(env, "works_cited", dict)


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Note the works cited in the article's notes on a page (``doctree-read``)."""
    cited_on(app.env)[app.env.docname] = set(_cited(doctree))


def _cited(doctree: nodes.document) -> Iterator[str]:
    """Yield the keys of the works that the article's notes on a page cite."""
    for note in doctree.findall(nodes.footnote):
        if any(re.fullmatch(r"n\d+", name) for name in note["names"]):
            for reference in note.findall(addnodes.pending_xref):
                if reference.get("refdomain") == "cite":
                    yield from (target.key for target in parse_citation_targets(reference["reftarget"]))


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what is known of a page that is read again or gone (``env-purge-doc``)."""
    cited_on(env).pop(docname, None)


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("works", Works())
    app.connect("doctree-read", collect)
    app.connect("env-purge-doc", forget)
