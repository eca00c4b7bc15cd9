"""The ``ledger`` directive: every claim with what the article says, what we find, and how we know."""

from __future__ import annotations

from collections import Counter
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from edition.ledger.claim import MARKS, METHODS, Claim
from edition.ledger.evidence import places
from edition.package.cited import Citation
from edition.package.read import describe
from edition.sphinx.cells import address
from edition.sphinx.claims import ledger_print
from edition.sphinx.claims.account import Source, finding, place_in, section_name, source_link
from edition.sphinx.claims.comparison import comparison, tables_of
from edition.sphinx.claims.marked import ledger_page, ledger_pages, row_anchor, sentence_anchor
from edition.sphinx.deferred import defer, maker
from edition.sphinx.environment import addresses, data_folder
from edition.sphinx.folded import folded
from edition.sphinx.tables.cards import EMPTY
from edition.sphinx.tables.nodes import ROWS, Cell, choice, join, rows_of, table
from edition.sphinx.tables.rows import row_address, table_address
from edition.sphinx.web import is_web

#: The captions of the summary's tables.
SUMMARIES = (
    "The claims by verdict, and how they were checked",
    "The claims by verdict, and how many sources they have",
)


class Ledger(SphinxDirective):
    """``{ledger}``: the whole ledger as a table. ``{ledger} differs``: the claims with these verdicts, set out to be answered."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the values are not yet known. The marks lead to the page of the whole ledger."""
        verdicts = self.arguments[0].split() if self.arguments else []
        if strangers := [verdict for verdict in verdicts if verdict not in MARKS]:
            raise self.error(f"{{ledger}} {', '.join(strangers)}: choose from {', '.join(MARKS)}")
        if verdicts:
            return [defer(self.env, part_of_ledger, " ".join(verdicts))]
        ledger_pages(self.env).add(self.env.docname)
        return [defer(self.env, ledger_table)]


class LedgerSummary(SphinxDirective):
    """``{ledger-summary}``: how many claims have which verdict, how they are checked, and how many sources they have."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the ledger is not yet compared."""
        return [defer(self.env, summary_table, captions=SUMMARIES)]


@maker
def ledger_table(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the ledger, a row for each claim with the claim's own address."""
    claims = comparison(app.env).claims
    if app.builder.format != "html":
        return [ledger_print.compact(_printed(app, docname, claim) for claim in claims.values())]
    made = _wide(app, docname, claims)
    for row, id in zip(rows_of(made), claims, strict=True):
        row["ids"] = [row_anchor(id)]
    return [made]


def _wide(app: Sphinx, docname: str, claims: dict[str, Claim]) -> nodes.table:
    """Return the ledger for a page that can be filtered and sorted."""
    made = table(
        ["Claim", "What the article says", "Article", "We find", "Verdict", "Evidence"],
        (_row(app, docname, claim) for claim in claims.values()),
        [12, 18, 9, 20, 11, 30],
        classes=["ledger", ROWS],
        ids=["ledger"],
    )
    for row, claim in zip(rows_of(made), claims.values(), strict=True):
        row["classes"].append(claim.verdict)  # to which the style sheet gives a colour
        if not claim.article:
            list(row.findall(nodes.entry))[2]["classes"].append(EMPTY)
    return made


@maker
def part_of_ledger(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the claims with the verdicts in `argument`: what is stated where, what we find, and where to look."""
    verdicts = argument.split()
    claims = [claim for claim in comparison(app.env).claims.values() if claim.verdict in verdicts]
    if is_web(app.builder):
        heads, widths = ["What is stated, and where", "What we find", "Evidence"], [30, 32, 38]
        rows = [
            [_stated(app, docname, claim), _paragraphs(*_found(app, claim)), _looked_at(app, claim)] for claim in claims
        ]
    else:
        heads, widths = ["What is stated, where, and what we find", "Evidence"], [50, 50]
        rows = [
            [[*_stated(app, docname, claim), ledger_print.finding(_found(app, claim))], _looked_at(app, claim)]
            for claim in claims
        ]
    return [table(heads, rows, widths, classes=["data-table", ROWS])]


def _stated(app: Sphinx, docname: str, claim: Claim) -> list[nodes.Node]:
    """Return a claim as it is stated, with a link to its row and its place in the article."""
    page = ledger_page(app.env)
    link = make_refnode(app.builder, docname, page, row_anchor(claim.id), nodes.Text(claim.id), "to the ledger")
    numbered = {"paragraph": claim.paragraph, "page": claim.page, "note": claim.note}
    place = [section_name(claim.section), *(f"{name} {number}" for name, number in numbered.items() if number)]
    blocks = [join([link, nodes.Text(claim.mark)], " "), *_paragraphs(claim.statement)]
    return [*blocks, nodes.paragraph("", ", ".join(place), classes=["details"])]


def _looked_at(app: Sphinx, claim: Claim) -> list[nodes.Node]:
    """Return the sources of a claim with where to look in each, and the limits of what we know."""
    return [*_sources(app, claim), *_limits(claim)]


def _sources(app: Sphinx, claim: Claim) -> list[nodes.Node]:
    """Return the sources of a claim with where to look in each."""
    known = comparison(app.env)
    return [_source(known.sources[citation.key], citation) for citation in known.cited[claim.id]]


def _limits(claim: Claim) -> list[nodes.Node]:
    """Return the limits of what we know."""
    return _paragraphs(f"Limits: {claim.limits}" if claim.limits else "")


@maker
def summary_table(app: Sphinx, docname: str, argument: str) -> list[nodes.Node]:
    """Return the number of claims by verdict, and of those how many are checked how, and have how many sources."""
    known = comparison(app.env)
    counted = [claim for claim in known.claims.values() if claim.kind != "wording"]
    groups = {f"{mark} {verdict}": [c for c in counted if c.verdict == verdict] for verdict, mark in MARKS.items()}
    groups["all"] = counted
    checked, supported = [], []
    for name, claims in groups.items():
        methods = Counter(claim.method for claim in claims)
        checked.append([_verdict_link(app, name), str(len(claims)), *(str(methods[method]) for method in METHODS)])
        # A claim rests on two or more sources that are independent of each other, on one, or on none.
        depth = Counter(min(known.support[claim.id].independent, 2) for claim in claims)
        alone = sum(bool(known.support[claim.id].party) for claim in claims)
        supported.append([name, str(depth[2]), str(depth[1]), str(depth[0]), str(alone)])
    how = ["Verdict", "Claims", "Computed from several data", "Compared with a row", "Documented", "Not checked"]
    what = ["Verdict", "Two or more independent sources", "One source", "No source", "One party’s word alone"]
    kind = ["ledger-summary"]
    return [
        table(how, checked, [22, 12, 20, 18, 16, 12], SUMMARIES[0], classes=kind),
        table(what, supported, [22, 24, 16, 16, 22], SUMMARIES[1], classes=kind),
    ]


def _verdict_link(app: Sphinx, name: str) -> Cell:
    """Return a verdict with its mark, on the web as a link to its rows alone; rows.js reads the address."""
    verdict = name.rpartition(" ")[2]
    if verdict not in MARKS or not is_web(app.builder):
        return name
    return nodes.reference("", name, refuri=f"?verdict={verdict}#ledger", internal=True)


def _row(app: Sphinx, docname: str, claim: Claim) -> list[Cell]:
    """Return the cells of one claim."""
    asserted = claim.article + (f" (read as {claim.tolerance})" if " " in claim.tolerance else "")
    return [
        [join([_name(app, docname, claim)]), _part("section", section_name(claim.section))],
        claim.statement,
        asserted or "–",
        _paragraphs(*_found(app, claim)),
        [_part("verdict", f"{claim.mark} {claim.verdict}")],
        _evidence(app, docname, claim),
    ]


def _printed(app: Sphinx, docname: str, claim: Claim) -> nodes.definition_list_item:
    """Return the entry of one claim for paper."""
    rests_on = places(claim, tables_of(comparison(app.env).computed))
    return ledger_print.entry(
        comparison(app.env),
        claim,
        row_anchor(claim.id),
        _name(app, docname, claim),
        _found(app, claim),
        [nodes.Text(claim.method.capitalize()), *_cell(app, docname, claim)] if claim.method != "none" else [],
        [_table_link(app, docname, place) for place in rests_on],
    )


def _name(app: Sphinx, docname: str, claim: Claim) -> nodes.Node:
    """Return the identifier of a claim, as a link to the sentence that states it first."""
    name, page = nodes.Text(claim.id), comparison(app.env).pages.get(claim.id)
    if page is None:
        return name
    return make_refnode(app.builder, docname, page, sentence_anchor(claim.id), name, "to the sentence")


def _found(app: Sphinx, claim: Claim) -> list[str]:
    """Return what was found, each part for a paragraph of its own: the value first, by which the column is sorted."""
    value = comparison(app.env).values.get(claim.id)
    if value is None:
        return [finding(claim, None)]
    return [claim.prints(value), claim.remark]


def _paragraphs(*texts: str) -> list[nodes.Node]:
    """Return texts as paragraphs; nothing for empty ones."""
    return [nodes.paragraph("", text) for text in texts if text]


def _part(name: str, text: str, *more: nodes.Node) -> nodes.paragraph:
    """Return a paragraph that begins with `text`, by which the rows can be chosen."""
    return nodes.paragraph("", "", choice(name, text), *more)


def _evidence(app: Sphinx, docname: str, claim: Claim) -> list[nodes.Node]:
    """Return how the claim is checked, with links to the chapter whose cell does it, to the tables and the sources."""
    known = comparison(app.env)
    blocks: list[nodes.Node] = [_how(app, docname, claim)]
    if rests_on := places(claim, tables_of(known.computed)):
        blocks.append(join(_table_link(app, docname, place) for place in rests_on))
    support, sources = known.support[claim.id].in_words, _sources(app, claim)
    for link in (link for block in sources for link in block.findall(nodes.reference)):
        link.attributes.pop("reftitle", None)  # of five hundred links, which would be a tenth of what the page weighs
    if sources and is_web(app.builder):  # they unfold behind what they come to
        return [*blocks, folded(escape(support, quote=False), *sources, name="sources"), *_limits(claim)]
    return [*blocks, nodes.paragraph("", support), *sources, *_limits(claim)]


def _how(app: Sphinx, docname: str, claim: Claim) -> nodes.paragraph:
    """Return how a claim is checked, with the cell that computes it; or that it is not, and why."""
    if claim.method != "none":
        return _part("method", claim.method, *_cell(app, docname, claim))
    why = "a matter of wording" if claim.kind == "wording" else "no evidence decides it"
    return _part("method", "not checked", nodes.Text(f": {why}"))


def _cell(app: Sphinx, docname: str, claim: Claim) -> list[nodes.Node]:
    """Return the cell that computes a claim and its chapter, after a comma; nothing if none does."""
    known, env = comparison(app.env), app.env
    if claim.id not in known.computed:
        return []
    chapter, product = known.computed[claim.id]
    name, title = nodes.Text(f"cell {product.cell}"), nodes.Text(env.titles[chapter].astext())
    code = make_refnode(app.builder, docname, chapter, address(product.cell), name, "to the code")
    return [
        nodes.Text(", "),
        code if is_web(app.builder) else name,  # no code is printed
        nodes.Text(" of "),
        make_refnode(app.builder, docname, chapter, "", title, "to the chapter"),
    ]


def _source(source: Source, citation: Citation) -> nodes.paragraph:
    """Return a source with where in it to look."""
    place = place_in(citation)
    return join([source_link(source, citation, place_in_title=False), *([nodes.Text(place)] if place else [])])


def _table_link(app: Sphinx, docname: str, place: str) -> nodes.Node:
    """Return a place such as ``harvests:first-apples`` as a link to the row, if a page shows it, or else to the table."""
    labels = addresses(app.env).labels
    name, _, key = place.partition(":")
    row = row_address(describe(name, data_folder(app)), key) if key else ""
    for target, title in [(row, "to the row"), (table_address(name), "to the table")]:
        if target in labels:
            page, id, _ = labels[target]
            return make_refnode(app.builder, docname, page, id, nodes.Text(place), title)
    return nodes.Text(place)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("ledger", Ledger)
    app.add_directive("ledger-summary", LedgerSummary)
