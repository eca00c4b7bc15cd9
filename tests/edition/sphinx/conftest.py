"""Miniature books: the edition's Sphinx code on an orchard instead of an article."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from edition.ledger.claim import Claim

SETTINGS = {
    "project": "The orchard",
    "extensions": ["myst_nb", "edition.sphinx"],
    "root_doc": "book/index",
    "exclude_patterns": ["_build"],
    "html_theme": "basic",
    "nitpicky": True,
    "numfig": True,
    "edition_citation": "The orchard, first edition",
    "myst_enable_extensions": ["colon_fence"],
    "nb_execution_mode": "cache",
    "nb_execution_raise_on_error": True,
    "bibtex_bibfiles": ["references.bib"],
    "bibtex_default_style": "edition",
    "bibtex_reference_style": "edition_round",
}
FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"
IMPORTS = "from pathlib import Path\nfrom edition import check, glue, load\nDATA = Path('../data')\n"
LOGGED = "logged = "


@dataclass(frozen=True)
class Miniature:
    """A small book in a folder of its own, which tests write, build and read."""

    root: Path
    executed: list[str] = field(default_factory=list)
    logs_of_builds: list[str] = field(default_factory=list)

    def write(self, path: str, text: str) -> None:
        """Write a file of the book."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def page(self, name: str, text: str) -> None:
        """Write the page `name`; the table of contents finds it."""
        self.write(f"book/{name}.md", text)

    def chapter(self, name: str, *cells: str, prose: str = "", title: str = "Title", imports: str = IMPORTS) -> None:
        """Write a page with code: a cell of imports, if there are any, the `cells`, and then the `prose`."""
        code = [f"```{{code-cell}} ipython3\n{cell.strip()}\n```" for cell in (imports, *cells) if cell]
        self.page(name, "\n\n".join([f"{FRONT}\n# {title}", *code, prose]) + "\n")

    def claims(self, **rows: dict[str, str]) -> None:
        """Write the ledger: for each identifier the columns that matter; the agreement follows from the verdict.

        A last page marks every claim that has to be marked.
        """
        columns = [field.name for field in fields(Claim)]
        usual = {"statement": "The orchard is as it is", "section": "orchard", "form": "{}", "method": "none"}
        usual |= {"verdict": "open", "reason": "nothing found", "tried": "two libraries"}
        lines = []
        for id, row in rows.items():
            full = {**usual, **row, "id": id}
            if full["verdict"] != "open":
                full["reason"] = row.get("reason", "")
            if full["method"] == "documented":
                full.setdefault("locator", " | ".join("not known" for _ in full.get("source", "").split()))
            if full["method"] in ("computed", "looked up"):
                full.setdefault("agreement", "no" if full["verdict"] == "differs" else "yes")
            lines.append([full.get(column, "") for column in columns])
        marks = [f"{{mark}}`{id}`" for id, row in rows.items() if row.get("kind") != "wording"]
        self.page("zz", f"# All claims\n\n{' '.join(marks)}\n")
        self.table("claims", dict.fromkeys(columns, "string"), lines, identifiers=r"M\d+")

    def sources(self, **rows: dict[str, str]) -> None:
        """Write the sources: for each key the columns that matter."""
        columns = [
            "key",
            "title",
            "publisher",
            "country",
            "speaker",
            "party",
            "kind",
            "depends_on",
            "date",
            "url",
            "archive",
            "seen",
            "read",
            "bibkey",
        ]
        usual = {"title": "Diary of the orchard", "publisher": "Orchard Press", "kind": "primary"}
        usual |= {"country": "Arcadia", "seen": "whole", "read": "in full"}
        lines = [[{**usual, **row, "key": key}.get(column, "") for column in columns] for key, row in rows.items()]
        self.table("sources", dict.fromkeys(columns, "string"), lines)

    def table(
        self, name: str, columns: dict[str, str], rows: list[list[str]], identifiers: str = "", **descriptor: Any
    ) -> None:
        """Write one table, given the type of each column, the pattern of the first one, and its descriptor."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([list(columns), *rows])
        self.write(f"data/{name}.csv", text.getvalue())
        schema: list[dict[str, Any]] = [
            {"name": name, "type": kind, "description": f"What {name} says."} for name, kind in columns.items()
        ]
        if identifiers:
            schema[0]["constraints"] = {"pattern": identifiers}
        resource = {
            "name": name,
            "path": f"{name}.csv",
            "title": f"Table of {name}",
            "description": f"What is known of {name}.",
            "sources": [{"title": "The diary", "path": "https://example.org/diary"}],
            "licenses": [{"title": "Free for all"}],
            "verification": "Counted twice.",
            "gaps": "The year of the flood.",
            "schema": {"fields": schema},
            **descriptor,
        }
        package = self.root / "data" / "datapackage.json"
        others = json.loads(package.read_text(encoding="utf-8"))["resources"] if package.exists() else []
        resources = [*(other for other in others if other["name"] != name), resource]
        self.write("data/datapackage.json", json.dumps({"name": "orchard", "resources": resources}, indent=1))

    @contextmanager
    def changed(self, path: str, old: str, new: str) -> Iterator[None]:
        """Replace `old` by `new` in a file, for a while."""
        before = (self.root / path).read_text(encoding="utf-8")
        assert old in before
        self.write(path, before.replace(old, new))
        try:
            yield
        finally:
            self.write(path, before)

    def build(self, **settings: Any) -> str:
        """Build the web pages, every warning an error as in ``make book``, and return the warnings."""
        warnings, log = io.StringIO(), io.StringIO()
        out = self.root / "_build"
        with patch_docutils(str(self.root)), docutils_namespace(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "tracebacklimit", 1000, raising=False)  # which a failing build lowers
            app = Sphinx(
                self.root,
                None,
                out / "html",
                out / ".doctrees",
                "html",
                SETTINGS | settings,
                status=log,
                warning=warnings,
                warningiserror=True,
                keep_going=True,
            )
            try:
                app.build()
            finally:
                self.logs_of_builds.append(strip_colors(log.getvalue()))
                self._count(self.log)
        text = strip_colors(warnings.getvalue()).strip()
        assert app.statuscode == (1 if text else 0)
        return text

    def _count(self, log: str) -> None:
        """Note which chapters were executed, as the log of a build says it."""
        for line in log.splitlines():
            for name in line.removeprefix("to execute: ").split(", ") if line.startswith("to execute: ") else []:
                source = self.root / f"{name}.md"
                counted = source.exists() and LOGGED in source.read_text(encoding="utf-8")
                self.executed.extend([name.rpartition("/")[2]] if counted else [])

    @property
    def log(self) -> str:
        """What the last build said of what it did."""
        return self.logs_of_builds[-1]

    @property
    def pages(self) -> Path:
        """The folder of the built pages."""
        return self.root / "_build" / "html" / "book"

    def built(self, name: str) -> BeautifulSoup:
        """Return what the page `name` says, without what the theme puts around it."""
        html = (self.pages / f"{name}.html").read_text(encoding="utf-8")
        body = BeautifulSoup(html, "html.parser").find(class_="body")
        for link in body.select(":not(h1, h2, h3, h4) > a.headerlink"):
            link.decompose()
        return body

    def whole(self, name: str) -> BeautifulSoup:
        """Return the page `name` with what the theme puts around it."""
        return BeautifulSoup((self.pages / f"{name}.html").read_text(encoding="utf-8"), "html.parser")

    def logs(self, name: str) -> str:
        """Return code by which a chapter `name` is one whose executions are counted."""
        return f"{LOGGED}{name!r}"

    def runs(self) -> list[str]:
        """Return the chapters executed so far, of those that are counted, in alphabetical order."""
        return sorted(self.executed)


def begin(root: Path) -> Miniature:
    """Return a book with an index, an empty ledger and a few tables."""
    book = Miniature(root)
    book.write("references.bib", "")
    book.claims()
    book.table(
        "harvest",
        {"year": "integer", "fruit": "string", "tons": "number"},
        [["2019", "apples", "12.5"], ["2020", "apples", "17.6"]],
    )
    book.table("hives", {"year": "integer", "hives": "integer"}, [["2019", "4"], ["2020", "6"]])
    book.table("events", {"key": "string", "date": "date"}, [["planting", "1998-03-16"]], value_column="date")
    book.sources(diary={"date": "2021-01", "url": "https://example.org/diary"})
    book.page("index", "# The orchard\n\n```{toctree}\n:glob:\n\n*\n```\n")
    book.page("verification", "# Verification\n\n```{ledger-summary}\n```\n\n```{ledger}\n```\n")
    return book


@pytest.fixture
def miniature(tmp_path: Path) -> Miniature:
    """A book for one test."""
    return begin(tmp_path)


@pytest.fixture(scope="session")
def new_miniature(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Miniature]:
    """A function that gives a book to several tests."""
    return lambda: begin(tmp_path_factory.mktemp("miniature"))


@pytest.fixture(scope="session")
def orchard(new_miniature: Callable[[], Miniature]) -> Miniature:
    """A book with everything in it, built once for all tests that only look."""
    book = new_miniature()
    book.claims(
        M1={"asserted": "30", "unit": "tons", "form": "{:.1f} tons", "tolerance": "0.5", "method": "computed",
            "verdict": "agrees", "statement": "Two years gave 30 tons"},
        M2={"asserted": "40", "unit": "hives", "form": "{:.0f}", "tolerance": "0.5", "method": "computed",
            "verdict": "differs", "source": "diary", "remark": "The diary counts 10."},
        M3={"asserted": "1998", "unit": "date", "form": "{:%-d %B %Y}", "method": "looked up",
            "evidence": "events:planting", "verdict": "agrees"},
        M4={"method": "documented", "source": "diary", "verdict": "imprecise", "locator": "p. 7",
            "words": "ten hives by the well-house", "remark": "In part.",
            "limits": "Seen in copy."},
        M5={"kind": "wording", "method": "documented", "source": "diary", "verdict": "agrees"},
        M6={},
    )  # fmt: skip
    book.chapter(
        "orchard",
        "harvest = load('harvest', DATA)\nhives = load('hives', DATA)",
        "check('M1', harvest.tons.sum())\ncheck('M2', hives.hives.sum())",
        "glue('years', f'{len(harvest)} years')",
        "glue('yields', harvest[['fruit', 'tons']].map('{}'.format).rename(columns=str.title))",
        "---\nmystnb:\n  figure:\n    name: fig-harvest\n    caption: The harvest.\n---\n"
        "from matplotlib.figure import Figure\nfrom edition import show\n"
        "show(Figure(figsize=(2, 1)), 'fig-harvest', alt=f'In all {harvest.tons.sum():.1f} tons.', source='the diary',\n"
        "     table={'tons': harvest.set_index('fruit')[['tons']]}, form='{:.1f}')",
        prose="It gave {claim}`M1` in {glue:text}`years`,{mark}`M4`[^n16] from {claim}`M2` hives.\n\n"
        "Again: {claim}`M1`.\n\n"
        "```{glue:md} yields\n:format: myst\n```\n\n"
        ":::{edition-note}\nPlanted on {claim}`M3`.\n:::\n\n"
        "[^n16]: A note with {claim}`M2`.",
        title="The harvest of two years",
    )
    book.page("before", "# Before the harvest\n\nThe trees are of {claim}`M3`; they gave {claim}`M1`.\n")
    book.page("data", "# Data\n\n```{codebook}\n```\n")
    book.page("colophon", "# Colophon\n\n```{colophon}\n```\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONPATH", raising=False)  # an earlier build would have prepared the kernels of this one
        assert book.build() == ""
    return book
