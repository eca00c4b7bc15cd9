"""The ``ledger`` directive: every claim with what the article says, what we find, and how we know."""

from __future__ import annotations

from collections import Counter

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from edition.ledger.claim import MARKS, Claim
from edition.ledger.evidence import places
from edition.package.read import describe
from edition.sphinx.cells import address
from edition.sphinx.claims.account import STRENGTHS, section_name, source_link
from edition.sphinx.claims.comparison import comparison, tables_of
from edition.sphinx.claims.marked import ledger_pages, row_anchor, sentence_anchor
from edition.sphinx.deferred import defer, maker
from edition.sphinx.environment import addresses
from edition.sphinx.run.inputs import data_folder
from edition.sphinx.tables.nodes import Cell, join, rows_of, table
from edition.sphinx.tables.rows import row_address


class Ledger(SphinxDirective):
    """``{ledger}``: the whole ledger as a table."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the values are not yet known. The marks lead to this page."""
        ledger_pages(self.env).add(self.env.docname)
        return [defer(self.env, ledger_table)]


class LedgerSummary(SphinxDirective):
    """``{ledger-summary}``: how many claims have which verdict."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the ledger is not yet compared."""
        return [defer(self.env, summary_table)]


@maker
def ledger_table(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the ledger, a row for each claim with the claim's own address."""
    claims = comparison(app.env).claims
    made = table(
        ["Claim", "What the article states", "Article", "We find", "Verdict", "Evidence"],
        (_row(app, docname, claim) for claim in claims.values()),
        [13, 30, 11, 11, 13, 22],
        classes=["ledger"],
        ids=["ledger"],
    )
    for row, id in zip(rows_of(made), claims, strict=True):
        row["ids"] = [row_anchor(id)]
    return [made]


@maker
def summary_table(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the number of claims by verdict, and of those how many a machine checks."""
    claims = comparison(app.env).claims
    counted = [claim for claim in claims.values() if claim.kind != "wording"]
    by_verdict = Counter(claim.verdict for claim in counted)
    by_machine = Counter(claim.verdict for claim in counted if claim.checked_by_machine)
    rows = [
        [f"{mark} {verdict}", str(by_verdict[verdict]), str(by_machine[verdict])] for verdict, mark in MARKS.items()
    ]
    rows.append(["all", str(by_verdict.total()), str(by_machine.total())])
    return [table(["Verdict", "Claims", "of which checked by machine"], rows, [40, 20, 40])]


def _row(app: Sphinx, docname: str, claim: Claim) -> list[Cell]:
    """Return the cells of one claim. What ledger.js filters by has a class of its own."""
    known = comparison(app.env)
    page = known.pages.get(claim.id)
    name: nodes.Node = nodes.Text(claim.id)
    if page:
        name = make_refnode(app.builder, docname, page, sentence_anchor(claim.id), name, "to the sentence")
    value = known.values.get(claim.id)
    return [
        [join([name]), _part("claim-section", section_name(claim.section))],
        _said(claim.statement, Remark=claim.remark, Limits=claim.limits),
        (claim.article + (f" (read as {claim.tolerance})" if " " in claim.tolerance else "")) or "–",
        claim.prints(value) if value is not None else "–",
        [_part("claim-verdict", f"{claim.mark} {claim.verdict}"), *_said(STRENGTHS.get(claim.strength, ""))],
        _evidence(app, docname, claim),
    ]


def _said(text: str, **more: str) -> list[nodes.Node]:
    """Return a text, and what more there is to say under the name of each, as paragraphs; nothing for empty ones."""
    named = (f"{name}: {words}" for name, words in more.items() if words)
    return [nodes.paragraph("", words) for words in (text, *named) if words]


def _part(name: str, text: str, *more: nodes.Node) -> nodes.paragraph:
    """Return a paragraph that begins with `text`, which has a class by which a script finds it."""
    return nodes.paragraph("", "", nodes.inline("", text, classes=[name]), *more)


def _evidence(app: Sphinx, docname: str, claim: Claim) -> list[nodes.Node]:
    """Return how the claim is checked, with links to the chapter whose cell does it, to the tables and the sources."""
    known, env = comparison(app.env), app.env
    cell: list[nodes.Node] = []
    if claim.id in known.computed:
        chapter, product = known.computed[claim.id]
        name, title = nodes.Text(f"cell {product.cell}"), nodes.Text(env.titles[chapter].astext())
        code = make_refnode(app.builder, docname, chapter, address(product.cell), name, "to the code")
        cell = [
            nodes.Text(", "),
            code if app.builder.format == "html" else name,  # no code is printed
            nodes.Text(" of "),
            make_refnode(app.builder, docname, chapter, "", title, "to the chapter"),
        ]
    blocks: list[nodes.Node] = [_part("claim-method", claim.method, *cell)]
    if rests_on := places(claim, tables_of(known.computed)):
        blocks.append(join(_table_link(app, docname, place) for place in rests_on))
    if claim.sources:
        blocks.append(join((source_link(known.sources[key]) for key in claim.sources), "; "))
    return blocks


def _table_link(app: Sphinx, docname: str, place: str) -> nodes.Node:
    """Return a place such as ``harvests:first-apples`` as a link to the row, if a page shows it, or else to the table."""
    labels = addresses(app.env).labels
    name, _, key = place.partition(":")
    row = row_address(describe(name, data_folder(app)), key) if key else ""
    for target, title in [(row, "to the row"), (f"data-{name}".replace("_", "-"), "to the table")]:
        if target in labels:
            page, id, _ = labels[target]
            return make_refnode(app.builder, docname, page, id, nodes.Text(place), title)
    return nodes.Text(place)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("ledger", Ledger)
    app.add_directive("ledger-summary", LedgerSummary)
