"""What can be taken along, at the foot of each page: of the page, its notebook and tables; of the book, all it is made as.

The files of the book lie in ``downloads/`` beside the pages: the tables in one archive, and the printed book and the one
for e-readers, if they are made together with the pages (:mod:`edition.build` names them in ``edition_printed``). Only what
is there is linked: at the foot, and where the text names a file by ``{printed}`orchard.pdf` ``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole
from sphinx.util.osutil import relative_uri

from edition.package.archive import archive
from edition.package.read import describe
from edition.sphinx.claims.ledger_file import FILES as LEDGER
from edition.sphinx.claims.marked import ledger_pages
from edition.sphinx.environment import data_folder
from edition.sphinx.pages import page

FOLDER = "downloads"
DATA = "data.zip"
NAMED = "printed-file"
KINDS = {DATA: "all tables", LEDGER[0]: "the ledger for programs", LEDGER[1]: "what it holds"}


class PrintedFile(SphinxRole):
    """The name of a file of the printed book, a link to it where it lies beside the pages."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the name; whether there is a file is seen when the page is written."""
        return [nodes.literal("", self.text, classes=[NAMED])], []


class LinkPrintedFiles(SphinxPostTransform):
    """Link the names of files of the printed book that lie beside the pages."""

    default_priority = 700
    builders = ("html",)

    def run(self, **kwargs: object) -> None:
        """Put a link in the place of each name that has a file."""
        here = self.app.builder.get_target_uri(self.env.docname)
        laid = {file.name for file in printed(self.app)}
        for name in [one for one in self.document.findall(nodes.literal) if NAMED in one["classes"]]:
            if name.astext() in laid:
                address = relative_uri(here, f"{FOLDER}/{name.astext()}")
                name.replace_self(nodes.reference("", name.astext(), refuri=address, internal=True))


class File(NamedTuple):
    """A file to take along: where it lies, from the root of the pages, how it is called, and what else to know."""

    address: str
    name: str
    about: str = ""


def lay_out(app: Sphinx) -> None:
    """Put the files of the book beside the pages, and none of an earlier build (``builder-inited``)."""
    if app.builder.name != "html":
        return
    folder = Path(app.outdir, FOLDER)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in printed(app):
        shutil.copyfile(file, folder / file.name)
    if (data_folder(app) / "datapackage.json").is_file():
        (folder / DATA).write_bytes(archive(data_folder(app)))


def printed(app: Sphinx) -> list[Path]:
    """Return the files of the printed book that are to lie beside the pages, those for paper first."""
    return sorted(map(Path, app.config.edition_printed), key=lambda file: (file.suffix != ".pdf", file.stem))


def of_book(app: Sphinx) -> list[File]:
    """Return the files of the book: as it is printed, its tables, its ledger."""
    laid = {file.name: file for file in Path(app.outdir, FOLDER).glob("*")}
    names = [*(file.name for file in printed(app)), DATA]
    made = [
        File(f"{FOLDER}/{name}", name, "; ".join(filter(None, [KINDS.get(name), size(laid[name].stat().st_size)])))
        for name in names
        if name in laid
    ]
    return made + [File(name, name, KINDS[name]) for name in LEDGER if ledger_pages(app.env)]


def of_page(app: Sphinx, pagename: str, doctree: nodes.document) -> list[File]:
    """Return the files of a page: its notebook, if it runs code, and the tables that it loads or prints."""
    source = page(app.env, pagename)
    file = Path(f"{pagename}.ipynb")
    notebook = [File(file.as_posix(), file.name, "notebook")] if source.cells else []
    tables = dict.fromkeys([*(source.loads if source.cells else ()), *printed_tables(doctree)])
    return [*notebook, *filter(None, (of_table(app, table) for table in tables))]


def printed_tables(doctree: nodes.document) -> Iterator[str]:
    """Yield the tables of the data package that a page prints; its class names each."""
    for made in doctree.findall(nodes.table):
        if "data-table" in made["classes"]:
            names = (name.partition("data-")[2] for name in made["classes"] if name != "data-table")
            yield from filter(None, names)


def of_table(app: Sphinx, table: str) -> File | None:
    """Return the file of a table, if some page offers it, as that of the data does."""
    path = describe(table, data_folder(app))["path"]
    known = app.env.dlfiles.get(f"data/{path}")
    return File(f"_downloads/{known[1]}", path) if known else None


def size(count: int) -> str:
    """Return a number of bytes as a reader wants it."""
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{max(1, round(count / 1000))} kB"


def offer(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Tell the template of a page what there is to take along (``html-page-context``)."""
    if app.builder.name == "html":
        own = of_page(app, pagename, doctree) if doctree is not None else []
        context["downloads"] = {"This page": own, "The book": of_book(app)}


def setup(app: Sphinx) -> None:
    """Register the setting, the role and its transform, and connect to the events named above."""
    app.add_config_value("edition_printed", [], "", [list], "files of the printed book, to lie beside the pages")
    app.add_role("printed", PrintedFile())
    app.add_post_transform(LinkPrintedFiles)
    app.connect("builder-inited", lay_out)
    app.connect("html-page-context", offer)
