"""Claims in the text: ``{claim}`C022` `` prints the value found and the mark of its verdict, ``{mark}`C022` `` the mark.

The pages are read first; then the ledger is compared once with everything that cells and tables gave
(:func:`edition.ledger.compare`); then the roles become ordinary text and links, so that no builder needs to know them.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from edition.ledger import Check, Claim, Value, compare, read_claims
from edition.lineage import products
from edition.package import DataError, read_rows
from edition.records import CLAIM
from edition.sphinx.chapters import in_order, sources
from edition.sphinx.evidence import Source, account
from edition.sphinx.failure import fail
from edition.sphinx.inputs import data_folder
from edition.sphinx.memory import remember
from edition.sphinx.records import records

logger = logging.getLogger(__name__)


class Comparison(NamedTuple):
    """The ledger as compared in this build, and what the pages say about it."""

    claims: dict[str, Claim]
    values: dict[str, Value]  # found for the claims that the machine checks
    sources: dict[str, Source]  # the rows of data/sources.csv
    cells: dict[str, tuple[str, int]]  # the chapter that checks a claim, and the number of the cell in it
    pages: dict[str, str]  # the page that marks a claim first


class claim_reference(nodes.Inline, nodes.Element):
    """A claim in the text, not yet resolved: attributes `id` and `with_value`."""


class ClaimRole(SphinxRole):
    """Stand for a claim until the ledger has been compared."""

    def __init__(self, with_value: bool) -> None:
        super().__init__()
        self.with_value = with_value

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the placeholder, with the text's address as the target of links from the ledger."""
        ids = [] if self.text in _marked_on(self.env).setdefault(self.env.docname, []) else [address(self.text)]
        _marked_on(self.env)[self.env.docname].append(self.text)
        node = claim_reference(self.rawtext, claim=self.text, with_value=self.with_value, ids=ids)
        self.set_source_info(node)
        return [node], []


def address(id: str) -> str:
    """Return the anchor of the sentence that states the claim."""
    return f"claim-{id.lower()}"


def compare_ledger(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Compare the ledger with the checks of all chapters, once all are read (``env-updated``).

    :returns: the pages that show claims, if anything about the claims has changed since the last build.
    :raises ExtensionError: if ledger, cells and tables contradict each other; the message lists every case.
    """
    try:
        claims = read_claims(data_folder(app))
        values, wrong = compare(claims, checks(env), data_folder(app))
    except DataError as error:
        fail("the ledger cannot be read.", [str(error)])
    for docname, ids in _marked_on(env).items():
        wrong += [f"{docname}: data/claims.csv has no claim {id!r}" for id in dict.fromkeys(ids) if id not in claims]
    _write_result(app, claims, values, wrong)
    if wrong:
        fail("the ledger does not hold.", wrong)
    sources = {row["key"]: row for row in read_rows("sources", data_folder(app))}
    before = getattr(env, "edition_ledger", None)
    env.edition_ledger = now = Comparison(claims, values, sources, _checking_cells(env), mentions(env))
    return [] if now == before else sorted(_marked_on(env))


def _write_result(app: Sphinx, claims: dict[str, Claim], values: dict[str, Value], wrong: list[str]) -> None:
    """Leave the comparison as ``ledger.json`` beside the output, for ``make verify`` and for machines."""
    result = {
        "claims": [
            {**asdict(claim), "article": claim.article, "found": claim.prints(values[claim.id]) if claim.id in values else None}
            for claim in claims.values()
        ],
        "wrong": wrong,
    }
    text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    Path(app.outdir).parent.joinpath("ledger.json").write_text(text, encoding="utf-8")


def checks(env: BuildEnvironment) -> list[Check]:
    """Return what the cells of all chapters reported with ``check``."""
    return [
        Check(bundle[CLAIM]["id"], bundle[CLAIM]["value"], docname)
        for docname, bundles in sorted(records(env).items())
        for bundle in bundles.values()
        if CLAIM in bundle
    ]


def ledger(env: BuildEnvironment) -> tuple[dict[str, Claim], dict[str, Value]]:
    """Return the claims, and the value found for each that the machine checks; available after ``env-updated``."""
    return env.edition_ledger[:2]


def comparison(env: BuildEnvironment) -> Comparison:
    """Return everything that is known of the claims; available after ``env-updated``."""
    return env.edition_ledger


def _checking_cells(env: BuildEnvironment) -> dict[str, tuple[str, int]]:
    """Return where each claim is checked: the chapter, and the number of the cell in it."""
    return {
        product.name: (page, product.cell)
        for page, source in sources(env).items()
        for product in products(source, page)
        if product.maker == "check"
    }


def ledger_page(env: BuildEnvironment) -> str:
    """Return the page with the ``ledger`` directive.

    :raises ExtensionError: if there is not exactly one.
    """
    if len(pages := sorted(ledger_pages(env))) != 1:
        fail("the marks of the claims lead to one page with the ledger directive.", [f"found: {', '.join(pages) or 'none'}"])
    return pages[0]


def ledger_pages(env: BuildEnvironment) -> set[str]:
    """Return the pages with the ``ledger`` directive."""
    return remember(env, "ledger_pages", set)


def mentions(env: BuildEnvironment) -> dict[str, str]:
    """Return the page on which each claim is first marked, in the order of the table of contents."""
    pages = [page for page in in_order(env) if page in _marked_on(env)]
    return {id: page for page in reversed(pages) for id in _marked_on(env)[page]}


class ResolveClaims(SphinxPostTransform):
    """Put the value in the sentence's form, and the mark with a link to the ledger, where the roles stand."""

    default_priority = 6  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder on the page."""
        claims, values = ledger(self.env)
        for node in list(self.document.findall(claim_reference)):
            claim = claims[node["claim"]]
            parts: list[nodes.Node] = []
            if node["with_value"]:
                if claim.id not in values:
                    logger.warning("%s has no value to print: use {mark}`%s`", claim.id, claim.id, location=node)
                else:
                    parts.append(nodes.Text(claim.prints(values[claim.id])))
            parts.append(self.mark(claim))
            node.replace_self(nodes.inline("", "", *parts, ids=node["ids"], classes=["claim"]))

    def mark(self, claim: Claim) -> nodes.Node:
        """Return the mark of a claim: a sign that links to its row in the ledger and says in words what it means."""
        sign = nodes.superscript("", claim.mark, classes=["claim-mark", claim.verdict.replace(" ", "-")])
        known = comparison(self.env)
        chapter, number = known.cells.get(claim.id, ("", 0))
        cell = f"cell {number} of the chapter {self.env.titles[chapter].astext()}" if chapter else None
        title = account(claim, known.values.get(claim.id), cell, known.sources)
        return make_refnode(self.app.builder, self.env.docname, ledger_page(self.env), claim.id.lower(), sign, title)


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop the marks of a page that is read again or gone (``env-purge-doc``)."""
    _marked_on(env).pop(docname, None)
    ledger_pages(env).discard(docname)


def _marked_on(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return the claims marked on each page, in order."""
    return remember(env, "marks", dict)


def setup(app: Sphinx) -> None:
    """Register the roles and their resolution."""
    app.add_node(claim_reference)
    app.add_role("claim", ClaimRole(with_value=True))
    app.add_role("mark", ClaimRole(with_value=False))
    app.connect("env-updated", compare_ledger)
    app.connect("env-purge-doc", forget)
    app.add_post_transform(ResolveClaims)
