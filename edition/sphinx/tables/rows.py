"""The ``data-table`` directive: rows of a table of the data package as a page to read, each with an address of its own."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from edition.cell.written_dates import span
from edition.languages import in_language
from edition.package.cited import citations
from edition.package.crosscheck import Row, Rows
from edition.package.read import DAYS, DataError, describe, read_rows
from edition.sphinx.claims.account import source_link
from edition.sphinx.environment import addresses, data_folder
from edition.sphinx.tables.nodes import ROWS, choice, join, rows_of, table

UNITS = {"degrees north": "° N", "degrees east": "° E"}  # that have a sign of their own
MONTH = re.compile("|".join(calendar.month_name[1:]))


class DataTable(SphinxDirective):
    """``{data-table} harvests``: the rows of a table.

    * ``columns``: what stands in each column of the page, separated by bars. Several columns of the table may share a
      cell, as in ``date end_date | title place note | source``: the first is a line, and the others are one below it; two
      dates are written as one span. The column ``source`` becomes links to the sources.
    * ``headings``: the heads, separated by bars.
    * ``widths``: relative widths.
    * ``choices``: the heads of columns by whose texts the rows can be chosen on the web, separated by bars.
    * ``match``: a column and a pattern at its beginning, as in ``date 199[0-4]``; only these rows are shown.

    The address of a row is made of the property ``row_name`` of the table's descriptor, or else of the table's name, and
    of the row's key, if it has one: ``harvest-first-apples``.
    """

    required_arguments = 1
    option_spec = {
        "columns": directives.unchanged_required,
        "headings": directives.unchanged_required,
        "widths": directives.positive_int_list,
        "choices": directives.unchanged_required,
        "match": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        try:
            wanted = self.wanted()
            made = table(
                wanted.heads(),
                (wanted.cells(row) for row in wanted.rows),
                self.options["widths"],
                classes=["data-table", f"data-{wanted.resource['name']}", ROWS, *wanted.kinds()],
            )
        except DataError as error:
            raise self.error(str(error)) from error
        if "key" in wanted.fields:
            for node, row in zip(rows_of(made), wanted.rows, strict=True):
                self.address(node, row_address(wanted.resource, row["key"]))
        return [made]

    def wanted(self) -> Wanted:
        """Return what the options ask for.

        :raises DataError: if the data or the options do not go together; the message says how to mend it.
        """
        [name], data = self.arguments, data_folder(self.env.app)
        if missing := [option for option in ("columns", "headings", "widths") if option not in self.options]:
            raise DataError(
                f"{{data-table}} needs the option {', '.join(missing)}, as in :columns: date | title | source"
            )
        resource, rows, sources = read_cited(self.env, name, data)
        wanted = Wanted(
            resource,
            [cell.split() for cell in self.options["columns"].split("|")],
            _parts(self.options["headings"]),
            _parts(self.options["choices"]) if "choices" in self.options else [],
            [row for row in rows if self.matches(row)],
            sources,
        )
        if wrong := wanted.fault(len(self.options["widths"]), self.options.get("match", "")):
            raise DataError(wrong)
        return wanted

    def matches(self, row: Row) -> bool:
        """Return whether the option ``match`` asks for a row."""
        column, _, pattern = self.options.get("match", "").partition(" ")
        if column and column not in row:
            raise DataError(f"{self.arguments[0]} has no column {column} to match; it has {', '.join(row)}")
        try:
            return not column or re.match(pattern, row[column]) is not None
        except re.error as error:
            raise DataError(f"the option match: {pattern!r} is no regular expression: {error}; mend it") from error

    def address(self, node: nodes.Element, name: str) -> None:
        """Give a row an address that links and ``{ref}`` can lead to."""
        domain = addresses(self.env)
        if name in domain.labels:
            raise self.error(f"{name} stands on the page {domain.labels[name][0]} already; let every row stand once")
        node["ids"] = [name]
        domain.note_hyperlink_target(name, self.env.docname, name, name)


@dataclass(frozen=True)
class Wanted:
    """The rows to show, in which columns of the page; and the sources that they name."""

    resource: Mapping[str, Any]
    columns: list[list[str]]  # of the page; in each, those of the table
    headings: list[str]
    choices: list[str]  # those headings by whose texts the rows can be chosen
    rows: Rows
    sources: Mapping[str, Row]

    @property
    def fields(self) -> dict[str, Mapping[str, Any]]:
        """The columns of the table as the descriptor has them, by name."""
        return {field["name"]: field for field in self.resource["schema"]["fields"]}

    def cells(self, row: Row) -> list[list[nodes.Node]]:
        """Return the blocks of each cell of a row."""
        made = [_blocks(row, columns, unit, self) for columns, unit in zip(self.columns, self.units, strict=True)]
        for heading, cell in zip(self.headings, made, strict=True):
            if heading in self.choices:
                cell[0] = nodes.paragraph("", "", choice(heading, cell[0].astext()))
        return made

    def kinds(self) -> list[str]:
        """Return the class of a table whose last column is the sources of its rows, which paper has below them."""
        return ["sources-last"] if len(self.columns) > 1 and self.columns[-1] == ["source"] else []

    def heads(self) -> list[str]:
        """Return the heads, with the unit that all values of a column have, which then do not repeat it."""
        pairs = zip(self.headings, self.units, strict=True)
        return [f"{head}, in {unit}" if unit else head for head, unit in pairs]

    @cached_property
    def units(self) -> list[str]:
        """The unit that the head of each column of the page says; nothing where it says none."""
        return [self._shared(columns) for columns in self.columns]

    def _shared(self, columns: list[str]) -> str:
        """Return the unit of what stands first in a cell, if it is the same in all rows and has no sign of its own."""
        others = [column for column in columns if self.unit(column) != DAYS and column != "source"]
        units = {_own_unit(self.unit(others[0]), row) for row in self.rows if row[others[0]]} if others else set()
        unit = units.pop() if len(units) == 1 else ""
        return "" if unit in UNITS else unit

    def unit(self, column: str) -> str:
        """Return the unit of a column of the table."""
        return self.fields[column].get("unit", "")

    def fault(self, widths: int, match: str) -> str | None:
        """Return what does not go together, given the number of widths and what a row had to match."""
        name, fields = self.resource["name"], self.fields
        if not self.rows:
            return f"no row of the table {name} matches {match}"
        if unknown := [column for cell in self.columns for column in cell if column not in fields]:
            return f"the table {name} has no column {', '.join(unknown)}; it has {', '.join(fields)}"
        if not len(self.headings) == len(self.columns) == widths:
            return f"{len(self.columns)} columns, {len(self.headings)} headings and {widths} widths"
        if unknown := [heading for heading in self.choices if heading not in self.headings]:
            return f"no heading {', '.join(unknown)} to choose by; there are {', '.join(self.headings)}"
        named = {key for row in self.rows for key in row.get("source", "").split()}
        if strangers := ", ".join(sorted(named - self.sources.keys())):
            return f"data/sources.csv has no row {strangers}, which the table {name} names; add it"
        return None


def read_cited(env: BuildEnvironment, name: str, data: Path) -> tuple[Mapping[str, Any], Rows, dict[str, Row]]:
    """Return the descriptor of a table, its rows, and the sources by key; a change of any has the page read again.

    :raises DataError: if there is no such table.
    """
    resource = describe(name, data)
    for file in ("datapackage.json", resource["path"], describe("sources", data)["path"]):
        env.note_dependency(str(data / file))
    return resource, read_rows(name, data), {row["key"]: row for row in read_rows("sources", data)}


def table_address(name: str) -> str:
    """Return the address of a table, on the page that describes it."""
    return f"data-{name}".replace("_", "-")


def row_address(resource: Mapping[str, Any], key: str) -> str:
    """Return the address of a row, on whichever page it stands."""
    return f"{resource.get('row_name', resource['name'])}-{key}".replace("_", "-")


def _parts(option: str) -> list[str]:
    """Return what bars separate in an option."""
    return [part.strip() for part in option.split("|")]


def _blocks(row: Row, columns: list[str], shared: str, wanted: Wanted) -> list[nodes.Node]:
    """Return the paragraphs of one cell; a dash if it has none.

    :param shared: the unit that the head says.
    """
    days, texts = _days(row, columns, wanted), _texts(row, columns, shared, wanted)
    blocks: list[nodes.Node] = [nodes.paragraph("", days)] if days else []
    blocks += [join(texts[:1])] if texts else []
    if "source" in columns and row["source"]:
        links = (source_link(wanted.sources[citation.key], citation) for citation in citations(row))
        blocks.insert(bool(days), join(links, "; "))
    if texts[1:]:
        blocks.append(join(texts[1:], "; "))
        blocks[-1]["classes"].append("details")  # type: ignore[index]
    return blocks or [nodes.paragraph("", "–")]


def _days(row: Row, columns: list[str], wanted: Wanted) -> str:
    """Return the day or the span of days in a cell, as ``10–11 Sep 1901``; nothing if it has none."""
    dates = [row[column] for column in columns if wanted.unit(column) == DAYS]
    days = span(dates[0], dates[-1] if len(dates) > 1 else "") if any(dates) else ""
    return MONTH.sub(lambda month: month[0][:3], days)


def _texts(row: Row, columns: list[str], shared: str, wanted: Wanted) -> list[nodes.Node]:
    """Return what else there is in a cell, in its language; what two columns say alike stands once."""
    others = [column for column in columns if wanted.unit(column) != DAYS and column != "source"]
    said: dict[str, str] = {}
    for column in others:
        unit = _own_unit(wanted.unit(column), row)
        text = _with_unit(row[column], unit, is_said=unit != shared)
        said.setdefault(text, wanted.fields[column].get("language", ""))
    return [in_language(text, name) if name else nodes.Text(text) for text, name in said.items() if text]


def _own_unit(unit: str, row: Row) -> str:
    """Return the unit of a value in a row: a column in braces, as in ``{unit}``, stands for what this row has there."""
    return re.sub(r"\{(\w+)\}", lambda column: row.get(column[1], column[0]), unit)


def _with_unit(value: str, unit: str, is_said: bool = True) -> str:
    """Return a value with its unit, if it has one, and a whole number of it with its thousands apart; nothing for nothing.

    :param is_said: whether the unit stands beside it; it does not where the head says it.
    """
    if unit and value.isdecimal():
        value = f"{int(value):,}"
    return value and value + (UNITS.get(unit, f" {unit}" if unit else "") if is_said else "")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("data-table", DataTable)
