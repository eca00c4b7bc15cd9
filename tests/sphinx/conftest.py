"""Miniature books: the edition's Sphinx code on an orchard instead of an article."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from edition.ledger import Claim

SETTINGS = {
    "project": "The orchard",
    "extensions": ["myst_nb", "edition.sphinx"],
    "root_doc": "book/index",
    "exclude_patterns": ["_build"],
    "html_theme": "basic",
    "nitpicky": True,
    "numfig": True,
    "myst_enable_extensions": ["colon_fence"],
    "nb_execution_mode": "cache",
    "nb_execution_raise_on_error": True,
    "bibtex_bibfiles": ["references.bib"],
    "bibtex_default_style": "edition",
    "bibtex_reference_style": "edition_round",
}
FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"

# Each table: its columns with their types, and its rows.
TABLES: dict[str, tuple[dict[str, str], list[list[str]]]] = {
    "harvest": ({"year": "integer", "fruit": "string", "tons": "number"}, [["2019", "apples", "12.5"], ["2020", "apples", "17.6"]]),
    "hives": ({"year": "integer", "hives": "integer"}, [["2019", "4"], ["2020", "6"]]),
    "events": ({"key": "string", "date": "date"}, [["planting", "1998-03-16"], ["first-harvest", "2002-09-30"]]),
    "sources": (
        dict.fromkeys(["key", "title", "publisher", "date", "url", "bibkey", "read"], "string"),
        [["diary", "Diary of the orchard", "Orchard Press", "2021-01", "https://example.org/diary", "", "in full"]],
    ),
}


@dataclass
class Book:
    """A book in a folder of its own, which tests write, build and read."""

    root: Path

    def page(self, name: str, text: str) -> None:
        """Write the page `name` of the folder ``book``."""
        self._write(f"book/{name}.md", text)

    def chapter(self, name: str, *parts: str, title: str = "A chapter") -> None:
        """Write a page with code: `parts` are cells, and prose where they begin with ``prose:``."""
        blocks = [part.removeprefix("prose:") if part.startswith("prose:") else f"```{{code-cell}} ipython3\n{part}\n```" for part in parts]
        self.page(name, "\n\n".join([f"{FRONT}\n# {title}", *blocks]) + "\n")

    def claims(self, **rows: dict[str, str]) -> None:
        """Write ``claims.csv``: for each identifier the columns that matter."""
        columns = [field.name for field in fields(Claim)]
        default = {"section": "orchard", "statement": "The orchard is as it is", "kind": "quantity", "form": "{}"}
        default |= {"method": "none", "verdict": "not checkable here"}
        lines = [[(default | row | {"id": id}).get(column, "") for column in columns] for id, row in rows.items()]
        self.table("claims", dict.fromkeys(columns, "string"), lines)

    def table(self, name: str, columns: dict[str, str], rows: list[list[str]], **descriptor: Any) -> None:
        """Write one table and describe it."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([list(columns), *rows])
        self._write(f"data/{name}.csv", text.getvalue())
        resource = {
            "name": name,
            "path": f"{name}.csv",
            "title": f"Table of {name}",
            "description": f"What is known of {name}.",
            "sources": [{"title": "The diary", "path": "https://example.org/diary"}],
            "licenses": [{"title": "CC0", "path": "https://example.org/cc0"}],
            "verification": "Counted twice.",
            "gaps": "The year of the flood.",
            "schema": {"fields": [{"name": n, "type": t, "description": f"The {n}."} for n, t in columns.items()]},
            **descriptor,
        }
        package = self.root / "data" / "datapackage.json"
        resources = json.loads(package.read_text(encoding="utf-8"))["resources"] if package.exists() else []
        resources = [other for other in resources if other["name"] != name] + [resource]
        self._write("data/datapackage.json", json.dumps({"name": "orchard", "resources": resources}, indent=1))

    @contextmanager
    def changed(self, path: str, old: str, new: str) -> Iterator[None]:
        """Replace `old`, which must be there, by `new` in a file for as long as the context lasts."""
        before = (self.root / path).read_text(encoding="utf-8")
        assert old in before
        self._write(path, before.replace(old, new))
        yield
        self._write(path, before)

    def build(self, **settings: Any) -> str:
        """Build the web pages as the edition does, every warning an error, and return the warnings."""
        warnings = io.StringIO()
        out = self.root / "_build"
        with patch_docutils(str(self.root)), docutils_namespace():
            app = Sphinx(
                self.root, None, out / "html", out / ".doctrees", "html", SETTINGS | settings,
                status=None, warning=warnings, warningiserror=True, keep_going=True,
            )
            app.build()
        assert bool(app.statuscode) == bool(warnings.getvalue())
        return strip_colors(warnings.getvalue())

    def html(self, page: str) -> BeautifulSoup:
        """Return the built page `page` of the folder ``book``."""
        return BeautifulSoup((self.root / "_build" / "html" / "book" / f"{page}.html").read_text("utf-8"), "html.parser")

    def runs(self) -> list[str]:
        """Return which chapters were executed so far: those whose cells call what :func:`logs` gives."""
        log = self.root / "runs.log"
        return log.read_text(encoding="utf-8").split() if log.exists() else []

    def _write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def logs(name: str) -> str:
    """Return code that leaves a line outside the book when a cell of the chapter `name` is executed."""
    return f"with open('../runs.log', 'a') as log:\n    print({name!r}, file=log)"


def write_book(root: Path) -> Book:
    """Return a book without chapters or claims: an index and the page of the ledger, and the tables above."""
    book = Book(root)
    book._write("references.bib", "")
    for name, (columns, rows) in TABLES.items():
        book.table(name, columns, rows, **({"value_column": "date"} if name == "events" else {}))
    book.claims()
    book.page("index", "# The orchard\n\n```{toctree}\n:glob:\n\n*\n```\n")
    book.page("verification", "# Verification\n\n```{ledger-summary}\n```\n\n```{ledger}\n```\n")
    return book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """An empty book for one test."""
    return write_book(tmp_path)


@pytest.fixture(scope="session")
def new_book(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Book]:
    """A function that gives an empty book to fixtures that share one."""
    return lambda: write_book(tmp_path_factory.mktemp("book"))


IMPORTS = "from pathlib import Path\nfrom edition import check, glue, load\nDATA = Path('../data')"
SHARED_CLAIMS = {
    "M1": {"asserted": "30", "unit": "tons", "form": "{:.1f} tons", "tolerance": "0.5", "method": "computed",
           "verdict": "confirmed", "statement": "The two years gave 30 tons"},
    "M2": {"asserted": "40", "form": "{:.0f}", "tolerance": "0.5", "method": "computed", "verdict": "differs",
           "source": "diary", "remark": "The diary counts the bees otherwise."},
    "M3": {"asserted": "1998", "unit": "date", "form": "{:%-d %B %Y}", "method": "looked up",
           "evidence": "events:planting", "verdict": "confirmed"},
    "M4": {"method": "documented", "source": "diary", "verdict": "nuanced", "remark": "In part.",
           "limits": "Seen in copy."},
    "M5": {"kind": "wording", "method": "documented", "source": "diary", "verdict": "confirmed"},
    "M6": {},
}


@pytest.fixture(scope="session")
def shared_book(new_book: Callable[[], Book]) -> Book:
    """A book with everything in it, built once for all tests that only look."""
    book = new_book()
    book.claims(**SHARED_CLAIMS)
    book.chapter(
        "orchard",
        f"{IMPORTS}\nharvest = load('harvest', DATA)\n{logs('orchard')}",
        "check('M1', harvest.tons.sum())\ncheck('M2', load('hives', DATA).hives.sum())",
        "glue('years', f'{len(harvest)} years')\n"
        "glue('yields', harvest[['fruit', 'tons']].map('{}'.format).rename(columns=str.title))",
        "---\nmystnb:\n  figure:\n    name: fig-harvest\n    caption: The harvest.\n---\n"
        "from matplotlib.figure import Figure\nfrom edition import show\n"
        "show(Figure(figsize=(2, 1)), 'fig-harvest', alt=f'In all {harvest.tons.sum():.1f} tons.', source='the diary')",
        "prose:It gave {claim}`M1` in {glue:text}`years`,{mark}`M4`[^n01] and again {claim}`M1`, from {claim}`M2` hives.",
        "prose:{glue:md}`yields`" if False else "prose:```{glue:md} yields\n:format: myst\n```",
        "prose::::{edition-note}\nPlanted on {claim}`M3`.\n:::",
        "prose:[^n01]: A note with {claim}`M2`.",
        title="The harvest of two years",
    )
    book.page("before", "# Before the harvest\n\nThe trees are of {claim}`M3`; they gave {claim}`M1`.\n")
    book.page("data", "# Data\n\n```{codebook}\n```\n")
    book.page("colophon", "# Colophon\n\n```{colophon}\n```\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONPATH", raising=False)  # or an earlier build would have prepared the kernels of this one
        assert book.build() == ""
    return book
