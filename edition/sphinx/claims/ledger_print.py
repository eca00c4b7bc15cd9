"""The ledger for paper: in the order of the numbers that stand beside the marks, the evidence run in below each finding.

The words to search for in a source are left to the pages on the web, where one can search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docutils import nodes

from edition.ledger.claim import Claim
from edition.sphinx.claims.account import STOPS, ended, source_link
from edition.sphinx.claims.comparison import Comparison
from edition.sphinx.tables.nodes import Cell, table

#: What the one column says, and how wide it is.
HEAD, WIDTHS = ("Claim, finding and evidence",), (100,)


def number(claim: Claim) -> str:
    """Return the number of a claim, as it stands beside its mark on paper: 1 for C001."""
    return claim.id.lstrip("C").lstrip("0")


def in_order(claims: dict[str, Claim]) -> dict[str, Claim]:
    """Return the claims by their numbers, so that whoever comes from a mark finds the row."""
    return dict(sorted(claims.items()))


def compact(made: Callable[[Claim], Sequence[Cell]], claims: dict[str, Claim]) -> nodes.table:
    """Return the ledger with the rows that `made` gives."""
    return table(HEAD, map(made, claims.values()), WIDTHS, classes=["ledger"], ids=["ledger"])


def row(
    known: Comparison, claim: Claim, name: nodes.Node, found: list[str], how: list[nodes.Node], places: list[nodes.Node]
) -> list[Cell]:
    """Return the cells of one claim.

    :param name: its identifier, as a link to the sentence.
    :param found: what was found.
    :param how: the method, with the cell and its chapter.
    :param places: the rows and tables that it rests on.
    """
    asserted = [nodes.Text(f" [{claim.article}]")] if claim.article else []
    said = nodes.paragraph("", "", nodes.Text(claim.statement), *asserted)
    verdict = nodes.paragraph("", "", nodes.strong("", "", name), nodes.Text(f" {claim.mark} {claim.verdict}"))
    verdict["classes"].append("kept")  # it stays with what is claimed
    return [[verdict, said, *([finding(found)] if any(found) else []), _run_in(known, claim, how, places)]]


def finding(found: list[str]) -> nodes.paragraph:
    """Return what was found as one paragraph."""
    ours = " ".join(ended(text) for text in found if text)
    return nodes.paragraph("", "", nodes.emphasis("", "We find: "), nodes.Text(ours))


def _run_in(known: Comparison, claim: Claim, how: list[nodes.Node], places: list[nodes.Node]) -> nodes.paragraph:
    """Return the evidence of a claim as one paragraph."""
    parts: list[list[nodes.Node]] = [how, _joined(places, ", ")]
    sources: list[nodes.Node] = []
    for citation in known.cited[claim.id]:
        link = source_link(known.sources[citation.key], citation)
        place = [nodes.Text(f", {citation.locator}")] if citation.locator else []
        sources.append(nodes.inline("", "", link, *place))
    parts += [[nodes.Text(_capital(known.support[claim.id].in_words))], _joined(sources, "; ")]
    if claim.limits:
        parts.append([nodes.Text(f"Limits: {claim.limits}")])
    paragraph = nodes.paragraph(classes=["details"])
    for part in (part for part in parts if part):
        paragraph += [*part, nodes.Text(" " if _ends(part[-1]) else ". ")]
    return paragraph


def _joined(items: list[nodes.Node], separator: str) -> list[nodes.Node]:
    """Return inline nodes with a separator between them."""
    return [part for item in items for part in (nodes.Text(separator), item)][1:]


def _capital(text: str) -> str:
    """Return a text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _ends(node: nodes.Node) -> bool:
    """Return whether a text has its stop."""
    return node.astext().endswith(STOPS)
