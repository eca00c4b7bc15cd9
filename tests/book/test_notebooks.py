"""The chapters as notebooks, and the listings under the figures: what a reader takes from the page runs and gives the same."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from built import Book, toc
from nbclient import NotebookClient

from edition.cell.record import CLAIM, FIGURE, PREFIX
from edition.ledger.claim import read_claims
from edition.paths import DATA, ROOT
from edition.source.page import Page

CHAPTERS = [
    name
    for names in toc().values()
    for name in names
    if (ROOT / f"{name}.md").exists() and "{code-cell}" in (ROOT / f"{name}.md").read_text(encoding="utf-8")
]


def run(made: nbformat.NotebookNode) -> list[dict]:
    """Run a notebook in a fresh kernel that knows nothing of the book, beside the chapters, and return all it displays."""
    NotebookClient(made, timeout=120, resources={"metadata": {"path": str(ROOT / "book")}}).execute()
    return [output.data for cell in made.cells for output in cell.get("outputs", []) if "data" in output]


def handed(bundles: list[dict], kind: str) -> list[dict]:
    """Return the records of a kind among what cells display."""
    return [bundle[PREFIX + kind] for bundle in bundles if PREFIX + kind in bundle]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_notebook_runs_without_an_error_and_gives_the_same_checks(
    book: Book, chapter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    link = book.pages[f"{chapter}.html"].select_one(".page-files a[href$='.ipynb']")["href"]
    made = nbformat.read((book.html / chapter).parent / link, as_version=4)
    bundles = run(made)
    source = Page(chapter, (ROOT / f"{chapter}.md").read_text(encoding="utf-8"))
    claims = read_claims(DATA)
    checks = {record["id"]: record["value"] for record in handed(bundles, CLAIM)}
    assert sorted(checks) == sorted(product.name for product in source.products if product.maker == "check")
    ledger = book.article("book/verification")
    for id, value in checks.items():
        assert claims[id].prints(value) in ledger.find(id=id.lower()).text, id
    figures = {figure["id"]: figure.img["alt"] for figure in book.article(chapter).find_all("figure")}
    assert {record["name"]: record["alt"] for record in handed(bundles, FIGURE)} == figures


@pytest.mark.parametrize("chapter", [Path(name).name for name in toc()["The article"]])
def test_the_listing_under_each_figure_draws_it(book: Book, chapter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    figures = {figure["id"]: figure for figure in book.article(f"book/{chapter}").find_all("figure")}
    assert figures
    start = nbformat.v4.new_code_cell(f"import sys; sys.path.insert(0, {str(ROOT)!r})")
    for name, figure in figures.items():
        code = figure.select_one(".figure-code pre").text
        bundles = run(nbformat.v4.new_notebook(cells=[start, nbformat.v4.new_code_cell(code)]))
        assert [(record["name"], record["alt"]) for record in handed(bundles, FIGURE)] == [(name, figure.img["alt"])]
