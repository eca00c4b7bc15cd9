"""The ``ledger`` directive: every claim with what the article says, what we find, and how we know."""

from __future__ import annotations

from collections import Counter

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from edition.ledger import MARKS, Claim, Value
from edition.package import read_rows
from edition.sphinx.claims import address, ledger, ledger_pages, mentions
from edition.sphinx.deferred import defer, maker
from edition.sphinx.inputs import data_folder
from edition.sphinx.tables import join, table


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
    claims, values = ledger(app.env)
    pages = mentions(app.env)
    sources = {row["key"]: row for row in read_rows("sources", data_folder(app))}
    made = table(
        ["Claim", "What the article states", "Article", "We find", "Verdict", "Evidence"],
        (_row(app, docname, claim, values.get(claim.id), pages, sources) for claim in claims.values()),
        [8, 34, 12, 12, 13, 21],
        classes=["ledger"],
    )
    body = made.next_node(nodes.tbody)
    for row, id in zip(body.children, claims, strict=True):
        row["ids"] = [id.lower()]
    return [made]


@maker
def summary_table(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the number of claims by verdict, and of those how many a machine checks."""
    claims, _ = ledger(app.env)
    counted = [claim for claim in claims.values() if claim.kind != "wording"]
    by_verdict = Counter(claim.verdict for claim in counted)
    by_machine = Counter(claim.verdict for claim in counted if claim.checked_by_machine)
    rows = [[f"{mark} {verdict}", str(by_verdict[verdict]), str(by_machine[verdict])] for verdict, mark in MARKS.items()]
    rows.append(["all", str(by_verdict.total()), str(by_machine.total())])
    return [table(["Verdict", "Claims", "of which checked by machine"], rows, [40, 20, 40])]


def _row(
    app: Sphinx,
    docname: str,
    claim: Claim,
    value: Value | None,
    pages: dict[str, str],
    sources: dict[str, dict[str, str]],
) -> list:
    """Return the cells of one claim."""
    page = pages.get(claim.id)
    name = nodes.Text(claim.id)
    link = make_refnode(app.builder, docname, page, address(claim.id), name, "to the sentence") if page else name
    statement = [nodes.paragraph("", claim.statement)]
    if claim.remark:
        statement.append(nodes.paragraph("", f"Remark: {claim.remark}"))
    if claim.limits:
        statement.append(nodes.paragraph("", f"Limits: {claim.limits}"))
    strength = [nodes.paragraph("", f"evidence: {claim.strength}")] if claim.strength else []
    evidence = [nodes.paragraph("", f"{claim.method}{f': {claim.evidence}' if claim.evidence else ''}")]
    if claim.sources:
        evidence.append(join((_source(sources[key]) for key in claim.sources), "; "))
    return [
        link,
        statement,
        claim.article + (f" (read as {claim.tolerance})" if " " in claim.tolerance else ""),
        claim.prints(value) if value is not None else "–",
        [nodes.paragraph("", f"{claim.mark} {claim.verdict}"), *strength],
        evidence,
    ]


def _source(source: dict[str, str]) -> nodes.Node:
    """Return who published a source and in which year, as a link if it is online."""
    name = ", ".join(filter(None, [source["publisher"], source["date"][:4]]))
    return nodes.reference("", name, refuri=source["url"], reftitle=source["title"]) if source["url"] else nodes.Text(name)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("ledger", Ledger)
    app.add_directive("ledger-summary", LedgerSummary)
