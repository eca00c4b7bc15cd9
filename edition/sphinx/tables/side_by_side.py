"""The ``side-by-side`` directive: what several speakers said of one thing, one column each."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from edition.cell.days import span
from edition.package.cited import citations
from edition.package.read import DataError, describe, read_rows
from edition.sphinx.claims.account import source_link
from edition.sphinx.run.inputs import data_folder
from edition.sphinx.tables.nodes import Cell, join, table
from edition.sphinx.tables.rows import Row

#: The columns that a table of quotations has.
NEEDED = ("key", "party", "speaker", "office", "date", "quotation", "source")


class SideBySide(SphinxDirective):
    """``{side-by-side} own_words``: rows of a table of quotations as columns of equal width, in the order given.

    * ``rows``: the keys of the rows, separated by spaces.

    The party is the head; below it stand the words, who said them, when, and the source.
    """

    required_arguments = 1
    option_spec = {"rows": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        try:
            rows, sources = self.wanted()
            made = table(
                [row["party"] for row in rows],
                [[voice(row, sources) for row in rows]],
                [100 // len(rows)] * len(rows),
                classes=["data-table", "side-by-side"],
            )
        except DataError as error:
            raise self.error(str(error)) from error
        return [made]

    def wanted(self) -> tuple[list[Row], Mapping[str, Row]]:
        """Return the rows asked for, and the sources by key.

        :raises DataError: if the table has no such column or row; the message says how to mend it.
        """
        [name], data = self.arguments, data_folder(self.env.app)
        resource, rows = describe(name, data), {row.get("key", ""): row for row in read_rows(name, data)}
        sources = {row["key"]: row for row in read_rows("sources", data)}
        for file in ("datapackage.json", resource["path"], describe("sources", data)["path"]):
            self.env.note_dependency(str(data / file))
        has = [field["name"] for field in resource["schema"]["fields"]]
        if lacking := [column for column in NEEDED if column not in has]:
            raise DataError(f"the table {name} has no column {', '.join(lacking)}, which {{side-by-side}} shows; add it")
        keys = self.options.get("rows", "").split()
        if len(keys) < 2:
            raise DataError("{side-by-side} sets two rows or more side by side; name them, as in :rows: first second")
        if unknown := [key for key in keys if key not in rows]:
            raise DataError(f"the table {name} has no row {', '.join(unknown)}; it has {', '.join(rows)}")
        wanted = [rows[key] for key in keys]
        if strangers := ", ".join(sorted({key for row in wanted for key in row["source"].split()} - sources.keys())):
            raise DataError(f"data/sources.csv has no row {strangers}, which the table {name} names; add it")
        return wanted, sources


def voice(row: Row, sources: Mapping[str, Row]) -> Cell:
    """Return the words in quotation marks, and below them who said them, when, and where they are found."""
    said = nodes.paragraph("", f"“{row['quotation']}”")
    details = join((source_link(sources[citation.key], citation) for citation in citations(row)), "; ")
    details.insert(0, nodes.Text(", ".join(filter(None, [row["speaker"], row["office"], span(row["date"], "")])) + ": "))
    details["classes"].append("details")
    return [said, details]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("side-by-side", SideBySide)
