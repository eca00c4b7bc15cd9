"""The ``data-table`` directive: rows of a table of the data package as a page to read, each with an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from edition.cell.days import span
from edition.package.read import DataError, describe, read_rows
from edition.sphinx.claims.account import source_link
from edition.sphinx.run.inputs import data_folder
from edition.sphinx.tables.nodes import join, table

Row = Mapping[str, str]

UNITS = {"degrees north": "° N", "degrees east": "° E"}  # that have a sign of their own


class DataTable(SphinxDirective):
    """``{data-table} harvests``: the rows of a table.

    * ``columns``: what stands in each column of the page, separated by bars. Several columns of the table may share a
      cell, as in ``date end_date | title place note | source``: the first is a line, and the others are one below it; two
      dates are written as one span. The column ``source`` becomes links to the sources.
    * ``headings``: the heads, separated by bars.
    * ``widths``: relative widths.
    * ``match``: a column and a pattern at its beginning, as in ``date 199[0-4]``; only these rows are shown.

    The address of a row is made of the property ``row_name`` of the table's descriptor, or else of the table's name, and
    of the row's key, if it has one: ``harvest-first-apples``.
    """

    required_arguments = 1
    option_spec = {
        "columns": directives.unchanged_required,
        "headings": directives.unchanged_required,
        "widths": directives.positive_int_list,
        "match": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        if missing := [option for option in ("columns", "headings", "widths") if option not in self.options]:
            raise self.error(
                f"{{data-table}} needs the option {', '.join(missing)}, as in :columns: date | title | source"
            )
        [name], data = self.arguments, data_folder(self.env.app)
        columns = [cell.split() for cell in self.options["columns"].split("|")]
        headings = [head.strip() for head in self.options["headings"].split("|")]
        try:
            resource, rows = describe(name, data), read_rows(name, data)
            sources = {row["key"]: row for row in read_rows("sources", data)}
        except DataError as error:
            raise self.error(str(error)) from error
        for file in ("datapackage.json", resource["path"], describe("sources", data)["path"]):
            self.env.note_dependency(str(data / file))
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        if unknown := [column for cell in columns for column in cell if column not in fields]:
            raise self.error(f"the table {name} has no column {', '.join(unknown)}; it has {', '.join(fields)}")
        if len(headings) != len(columns) or len(self.options["widths"]) != len(columns):
            raise self.error(
                f"{len(columns)} columns, {len(headings)} headings and {len(self.options['widths'])} widths"
            )
        if unknown := {key for row in rows for key in row.get("source", "").split()} - sources.keys():
            raise self.error(
                f"data/sources.csv has no row {', '.join(sorted(unknown))}, which the table {name} names; add it"
            )
        shown = self.chosen(rows)
        if not shown:
            raise self.error(f"no row of the table {name} matches {self.options['match']}")
        cells = ([list(_blocks(row, cell, fields, sources)) for cell in columns] for row in shown)
        made = table(headings, cells, self.options["widths"], classes=["data-table", f"data-{name}"])
        for node, row in zip(made.next_node(nodes.tbody).children, shown, strict=True):
            if "key" in fields:
                self.address(node, row_address(resource, row["key"]))
        return [made]

    def chosen(self, rows: list[dict[str, str]]) -> list[dict[str, str]]:
        """Return the rows that match."""
        column, _, pattern = self.options.get("match", "").partition(" ")
        return [row for row in rows if not column or re.match(pattern, row[column])]

    def address(self, node: nodes.Element, name: str) -> None:
        """Give a row an address that links and ``{ref}`` can lead to."""
        domain = self.env.get_domain("std")
        if name in domain.labels:
            raise self.error(f"{name} stands on the page {domain.labels[name][0]} already; let every row stand once")
        node["ids"] = [name]
        domain.note_hyperlink_target(name, self.env.docname, name, name)


def row_address(resource: Mapping[str, Any], key: str) -> str:
    """Return the address of a row, on whichever page it stands."""
    return f"{resource.get('row_name', resource['name'])}-{key}".replace("_", "-")


def _blocks(
    row: Row, columns: list[str], fields: Mapping[str, Any], sources: Mapping[str, Row]
) -> Iterator[nodes.Node]:
    """Yield the paragraphs of one cell; a dash if it has none."""
    dates = [column for column in columns if fields[column].get("unit") == "ISO 8601"]
    if dates:
        yield nodes.paragraph("", span(row[dates[0]], row[dates[-1]] if len(dates) > 1 else ""))
    if "source" in columns:
        yield join((source_link(sources[key]) for key in row["source"].split()), "; ")
    said = [
        row[column] + UNITS.get(unit := fields[column].get("unit", ""), f" {unit}" if unit else "")
        for column in columns
        if row[column] and column not in (*dates, "source")
    ]
    said = list(dict.fromkeys(said))  # what two columns say alike stands once
    if said:
        yield nodes.paragraph("", said[0])
    if said[1:]:
        yield nodes.paragraph("", "; ".join(said[1:]), classes=["details"])
    if not row[columns[0]] and not said:
        yield nodes.paragraph("", "–")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("data-table", DataTable)
