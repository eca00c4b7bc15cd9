"""The ``side-by-side`` directive: what several parties said of one thing, in cells of equal width."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from edition.cell.written_dates import written
from edition.package.cited import Citation, citations
from edition.package.crosscheck import Row, Rows
from edition.package.read import DataError
from edition.sphinx.claims.account import source_link
from edition.sphinx.environment import data_folder
from edition.sphinx.tables.nodes import table
from edition.sphinx.tables.rows import read_cited

#: The columns that a table of quotations has.
NEEDED = ("key", "topic", "party", "speaker", "office", "date", "quotation", "source")


class SideBySide(SphinxDirective):
    """``{side-by-side} day_book``: rows of a table of quotations on one topic, beside each other in the order given.

    * ``rows``: the keys of the rows, separated by spaces.

    The topic is the head. In each cell stand the party and its words; below them who said them, when, and the source.
    """

    required_arguments = 1
    option_spec = {"rows": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        try:
            rows, sources = self.wanted()
            cells = [voice(row, sources) for row in rows]
        except DataError as error:
            raise self.error(str(error)) from error
        topic = rows[0]["topic"]
        widths = [100 // len(rows)] * len(rows)
        made = table(
            [topic[:1].upper() + topic[1:]],
            [cells],
            widths,
            classes=["data-table", f"data-{self.arguments[0]}", "side-by-side"],
        )
        next(iter(made.findall(nodes.entry)))["morecols"] = len(rows) - 1  # the head spans all voices
        return [made]

    def wanted(self) -> tuple[Rows, Mapping[str, Row]]:
        """Return the rows asked for, and the sources by key.

        :raises DataError: if the table has no such column or row, or the rows are on several topics; the message says how
            to mend it.
        """
        [name], data = self.arguments, data_folder(self.env.app)
        resource, rows, sources = read_cited(self.env, name, data)
        has = [field["name"] for field in resource["schema"]["fields"]]
        if lacking := [column for column in NEEDED if column not in has]:
            raise DataError(
                f"the table {name} has no column {', '.join(lacking)}, which {{side-by-side}} shows; add it"
            )
        wanted = voices(name, rows, self.options.get("rows", "").split())
        if strangers := {key for row in wanted for key in row["source"].split()} - sources.keys():
            raise DataError(f"data/sources.csv has no row {', '.join(sorted(strangers))}, which {name} names; add it")
        return wanted, sources


def voices(name: str, rows: Rows, keys: list[str]) -> Rows:
    """Return those of the `rows` of a table of quotations that have these keys, in their order.

    :raises DataError: if the table has no such row, or the rows are no two on one topic.
    """
    known = {row["key"]: row for row in rows}
    if unknown := [key for key in keys if key not in known]:
        raise DataError(f"the table {name} has no row {', '.join(unknown)}; it has {', '.join(known)}")
    wanted = [known[key] for key in keys]
    if len(wanted) < 2 or len({row["topic"] for row in wanted}) > 1:
        raise DataError("{side-by-side} sets two rows or more on one topic side by side; name such, as in :rows: a b")
    return wanted


def voice(row: Row, sources: Mapping[str, Row]) -> list[nodes.Node]:
    """Return a party’s words, and below them who said them, when, and where they are found."""
    said = nodes.paragraph("", "", nodes.strong("", row["party"]), nodes.Text(f": “{row['quotation']}”"))
    below = nodes.paragraph(classes=["details"])
    office = row["office"].removesuffix(f" of {row['party']}")  # it stands above
    below += nodes.Text(", ".join(filter(None, [row["speaker"], office, written(row["date"])])))
    for place, citation in enumerate(citations(row)):
        below += nodes.Text("; " if place else " (")
        below += link(sources[citation.key], citation, row["office"])
    below += nodes.Text(")")
    return [said, below]


def link(source: Row, citation: Citation, office: str) -> nodes.Node:
    """Return the link to a source under the name of its publisher alone, or as *text* if the office itself published it."""
    name = "text" if source["publisher"] == office else source["publisher"]
    return source_link({**source, "publisher": name, "speaker": "", "date": ""}, citation)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("side-by-side", SideBySide)
