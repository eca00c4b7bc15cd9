"""The ledger compared once in a build, when all pages are read, with everything that cells and tables gave."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.cell.record import CLAIM, FIGURE
from edition.ledger.claim import LEDGER, Claim, Value, in_ledger, read_claims
from edition.ledger.compare import Report, compare
from edition.ledger.evidence import Rows, misplaced, places, sources_of
from edition.ledger.independence import Support, support
from edition.ledger.sense import senseless
from edition.package.cited import Citation
from edition.package.read import DataError, read_package, read_rows
from edition.source.lineage import Product
from edition.sphinx.cells import shown
from edition.sphinx.claims.account import Source
from edition.sphinx.claims.marked import marked_on, mentions
from edition.sphinx.environment import data_folder, keep, kept
from edition.sphinx.failure import fail
from edition.sphinx.pages import at, file_of, page, pages
from edition.sphinx.run.collect import records


class Comparison(NamedTuple):
    """The ledger as compared in this build, and what the pages say about it."""

    claims: dict[str, Claim]
    values: dict[str, Value]  # found for the claims that the machine checks
    sources: dict[str, Source]  # the rows of data/sources.csv
    cited: dict[str, list[Citation]]  # of each claim: its sources, and those of the rows that it rests on
    support: dict[str, Support]  # what these come to
    computed: dict[str, tuple[str, Product]]  # of each claim that a cell checks: the chapter, the cell and its tables
    pages: dict[str, str]  # the page that marks a claim first
    titles: dict[str, str]  # of the tables


def compare_ledger(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Compare the ledger with the reports of all chapters (``env-updated``).

    :returns: the pages that show claims, if anything about the claims has changed since the last build.
    :raises ExtensionError: if ledger, cells and tables contradict each other; the message lists every case.
    """
    data = data_folder(app)
    computed = computed_by(env)
    try:
        claims = read_claims(data)
        values, wrong = compare(claims, reports(env), data)
        cells = {id: page(env, name).place(product.cell) for id, (name, product) in computed.items()}
        wrong += misplaced(claims, tables_of(computed), cells)
        wrong += [*hidden(env, computed), *untraced(env), *senseless(data, looked_up=True)]
    except DataError as error:
        fail("the ledger cannot be read.", [str(error)])
    wrong += unknown(env, claims)
    wrong += unmarked(claims, {mark.id for marks in marked_on(env).values() for mark in marks})
    _write_result(app, claims, values, wrong)
    if wrong:
        fail("the ledger does not hold.", wrong)
    before = kept(env, "ledger")
    now = _compared(env, claims, values, computed, data)
    keep(env, "ledger", now)
    return [] if now == before else sorted(marked_on(env))


def _compared(
    env: BuildEnvironment,
    claims: dict[str, Claim],
    values: dict[str, Value],
    computed: dict[str, tuple[str, Product]],
    data: Path,
) -> Comparison:
    """Return everything that is known of the claims, with what their sources come to."""
    sources: dict[str, Source] = {row["key"]: row for row in read_rows("sources", data)}
    rows = Rows(data)
    cited = {id: sources_of(claim, rows) for id, claim in claims.items()}
    found = {id: support([citation.key for citation in citations], sources) for id, citations in cited.items()}
    titles = {resource["name"]: resource["title"] for resource in read_package(data)["resources"]}
    return Comparison(claims, values, sources, cited, found, computed, mentions(env), titles)


def unknown(env: BuildEnvironment, claims: dict[str, Claim]) -> list[str]:
    """Return the marks in the text that no claim has, each once on a page."""
    strangers = {
        (docname, mark.id): mark
        for docname, marks in sorted(marked_on(env).items())
        for mark in reversed(marks)
        if mark.id not in claims
    }
    return [
        f"{at(file_of(env, docname), mark.line)}: {LEDGER} has no claim {id}; add it there, or correct the identifier"
        for (docname, id), mark in strangers.items()
    ]


def unmarked(claims: dict[str, Claim], marked: set[str]) -> list[str]:
    """Return the claims that no sentence marks, though each has to be; one of wording need not stand in a sentence."""
    return [
        f"{in_ledger(claims, claim.id)}: {claim.id} is marked on no page; add {{mark}}`{claim.id}` to the sentence, or take out the row"
        for claim in claims.values()
        if claim.kind != "wording" and claim.id not in marked
    ]


def comparison(env: BuildEnvironment) -> Comparison:
    """Return everything that is known of the claims; available after ``env-updated``."""
    known: Comparison = kept(env, "ledger")
    return known


def rests_on(app: Sphinx, claim: Claim) -> dict[str, str]:
    """Return the titles of the tables that a claim rests on, by name."""
    known = comparison(app.env)
    named = (one.partition(":")[0] for one in places(claim, tables_of(known.computed)))
    return {name: known.titles[name] for name in named}


def reports(env: BuildEnvironment) -> list[Report]:
    """Return what the cells of all chapters reported with ``check``, once for each call that the source shows."""
    return [
        Report(product.name, bundle[CLAIM]["value"], source.place(product.cell))
        for source in pages(env)
        for product in source.products
        if product.maker == "check" and CLAIM in (bundle := records(env).get(source.name, {}).get(product.name, {}))
    ]


def computed_by(env: BuildEnvironment) -> dict[str, tuple[str, Product]]:
    """Return for each claim that a cell checks the chapter, and what its source says of the cell and its tables."""
    return {
        product.name: (source.name, product)
        for source in pages(env)
        for product in source.products
        if product.maker == "check"
    }


def hidden(env: BuildEnvironment, computed: dict[str, tuple[str, Product]]) -> list[str]:
    """Return a line for each claim whose cell is not on its page, where a verifier looks for it."""
    return [
        f"{page(env, name).place(product.cell)}: it checks {id}, but its code is not on the page; tag it hide-input"
        for id, (name, product) in computed.items()
        if product.cell not in shown(env).get(name, set())
    ]


def untraced(env: BuildEnvironment) -> list[str]:
    """Return a line for each claim or figure that a page made in a way that its source does not show: from what is unknown."""
    makers = {CLAIM: "check", FIGURE: "show"}
    return [
        f"{source.file}: {maker}(…, {name!r}, …) was called in a way that the source does not show; call it by its name and write {name!r} out"
        for source in pages(env)
        for name, bundle in sorted(records(env).get(source.name, {}).items())
        for kind, maker in makers.items()
        if kind in bundle and not any((one.maker, one.name) == (maker, name) for one in source.products)
    ]


def tables_of(computed: dict[str, tuple[str, Product]]) -> dict[str, tuple[str, ...]]:
    """Return the tables that each computed claim rests on."""
    return {id: product.tables for id, (_, product) in computed.items()}


def _write_result(app: Sphinx, claims: dict[str, Claim], values: dict[str, Value], wrong: list[str]) -> None:
    """Leave the comparison as ``ledger.json`` beside the output, for ``make verify`` and for machines."""
    result = {
        "claims": [
            {
                **asdict(claim),
                "article": claim.article,
                "found": claim.prints(values[claim.id]) if claim.id in values else None,
            }
            for claim in claims.values()
        ],
        "wrong": wrong,
    }
    text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    result_file(app).write_text(text, encoding="utf-8")


def result_file(app: Sphinx) -> Path:
    """Return the file that the comparison is left in."""
    return Path(app.outdir).parent / "ledger.json"


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("env-updated", compare_ledger)
