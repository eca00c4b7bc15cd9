"""The ledger for paper: a list in the order of the numbers that stand beside the marks, the evidence run in.

Each claim has its number, its page and its verdict in one line, and below it what is said, what we find, and where from.

The words to search for in a source are left to the pages on the web, where one can search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docutils import nodes

from edition.ledger.claim import Claim
from edition.sphinx.claims.account import STOPS, ended, source_link
from edition.sphinx.claims.comparison import Comparison


def number(claim: Claim) -> str:
    """Return the number of a claim, as it stands beside its mark on paper: 1 for M001."""
    return re.sub(r"^\D*0*(?=\d)", "", claim.id)


def compact(entries: Iterable[nodes.definition_list_item]) -> nodes.definition_list:
    """Return the ledger with these entries."""
    return nodes.definition_list("", *entries, classes=["ledger-list"], ids=["ledger"])


def entry(
    known: Comparison,
    claim: Claim,
    id: str,
    name: nodes.Node,
    found: list[str],
    how: list[nodes.Node],
    places: list[nodes.Node],
) -> nodes.definition_list_item:
    """Return the entry of one claim.

    :param id: its address.
    :param name: its identifier, as a link to the sentence.
    :param found: what was found.
    :param how: the method, with the cell and its chapter.
    :param places: the rows and tables that it rests on.
    """
    asserted = [nodes.Text(f" [{claim.article}]")] if claim.article else []
    said = nodes.paragraph("", "", nodes.Text(claim.statement), *asserted)
    head = nodes.term("", "", name, nodes.Text(f" {claim.mark} {claim.verdict}"), ids=[id], classes=["claim"])
    ours = [finding(found)] if any(found) else []
    body = nodes.definition("", said, *ours, _run_in(known, claim, how, places))
    return nodes.definition_list_item("", head, body)


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
