"""The ``codebook`` directive: a section for each table of the data package, made from ``datapackage.json``."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from edition.package.address import checked
from edition.package.read import PACKAGE, DataError, read_package, read_rows
from edition.source.users import users
from edition.sphinx.claims.comparison import comparison
from edition.sphinx.claims.marked import ledger_page, row_anchor
from edition.sphinx.deferred import defer, maker
from edition.sphinx.environment import data_folder, figure_number
from edition.sphinx.pages import pages
from edition.sphinx.tables.nodes import Cell, download, fields, join, table
from edition.sphinx.tables.rows import table_address


class Codebook(SphinxDirective):
    """``{codebook}``: what each table holds, its unit, sources, licence, verification, gaps, columns and users."""

    def run(self) -> list[nodes.Node]:
        """Return the sections; what uses a table is known only when all pages are read."""
        data = data_folder(self.env.app)
        self.env.note_dependency(str(data / "datapackage.json"))
        try:
            return [self.section(resource) for resource in read_package(data)["resources"]]
        except DataError as error:
            raise self.error(str(error)) from error

    def section(self, resource: dict[str, Any]) -> nodes.section:
        """Return the section of one table."""
        self.env.note_dependency(str(data_folder(self.env.app) / resource["path"]))
        rows = read_rows(resource["name"], data_folder(self.env.app))
        file = download(f"data/{resource['path']}", resource["path"], self.env.docname)
        facts: list[tuple[str, Cell]] = [
            ("File", join([file, nodes.Text(f"{len(rows):,} rows")])),
            ("Sources", join([link(source["title"], source.get("path")) for source in resource["sources"]], "; ")),
            *([("Where to look", resource["locator"])] if "locator" in resource else []),
            ("Licence", join([link(terms["title"], terms.get("path")) for terms in resource["licenses"]], "; ")),
            ("Verification", resource["verification"]),
            ("Gaps", resource["gaps"]),
            ("Used in", [defer(self.env, table_users, resource["name"])]),
        ]
        columns = (
            [nodes.literal("", field["name"]), field["type"], field.get("unit", ""), field["description"]]
            for field in resource["schema"]["fields"]
        )
        section = nodes.section(
            "",
            nodes.title("", resource["title"]),
            nodes.paragraph("", resource["description"]),
            fields(facts),
            table(["Column", "Type", "Unit", "Meaning"], columns, [20, 12, 16, 52], classes=["codebook"]),
            names=[table_address(resource["name"])],
        )
        self.state.document.note_explicit_target(section)
        return section


def link(text: str, address: str | None) -> nodes.Node:
    """Return `text`, as a link if there is an address.

    :raises DataError: if it is not one to link to.
    """
    return nodes.reference("", text, refuri=checked(address, PACKAGE)) if address else nodes.Text(text)


@maker
def table_users(app: Sphinx, docname: str, name: str) -> list[nodes.Node]:
    """Return links to what is made from the table `name`: chapters, figures, and claims that the machine checks."""
    env, builder = app.env, app.builder
    used = users(name, pages(env), comparison(env).claims)
    links: dict[str, list[nodes.Node]] = {
        "": [make_refnode(builder, docname, page, "", nodes.Text(env.titles[page].astext())) for page in used.chapters],
        "Figures: ": [_figure_link(app, docname, figure, page) for figure, page in used.figures.items()],
        "Claims: ": [
            make_refnode(builder, docname, ledger_page(env), row_anchor(id), nodes.Text(id)) for id in used.claims
        ],
    }
    blocks: list[nodes.Node] = [
        nodes.paragraph("", "", nodes.Text(head), *join(made).children) for head, made in links.items() if made
    ]
    return blocks or [nodes.paragraph("", "no chapter; the checks of the data read it")]


def _figure_link(app: Sphinx, docname: str, figure: str, page: str) -> nodes.Node:
    """Return a link to a figure by its number."""
    number = figure_number(app.env, page, [figure]) or figure
    return make_refnode(app.builder, docname, page, figure, nodes.Text(number))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("codebook", Codebook)
