"""The book by the stock route, for others who set it with LaTeX: its sources have every figure. No TeX is needed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from built import Book
from pypdf import PdfReader

from edition.build import DRAFT, SOURCES
from edition.sphinx.application import write


@pytest.fixture(scope="module")
def folder(book: Book) -> Path:
    """The folder of the sources, written from what the build has read."""
    warnings = io.StringIO()
    assert write(SOURCES, DRAFT, "latex", io.StringIO(), warnings) == 0, warnings.getvalue()
    assert warnings.getvalue() == ""
    return DRAFT / "latex"


def test_every_figure_is_in_the_sources_and_can_be_set(book: Book, folder: Path) -> None:
    [source] = folder.glob("*.tex")
    text = source.read_text(encoding="utf-8")
    figures = len(re.findall(r"\\begin{figure}", text))
    assert figures == sum(len(page.select("article figure")) for page in book.pages.values())
    pictures = set(re.findall(r"\\sphinxincludegraphics(?:\[[^]]*\])?\{\{([^}]*)\}(\.\w+)\}", text))
    assert len(pictures) >= figures
    for name, ending in pictures:
        assert ending == ".pdf" and len(PdfReader(folder / f"{name}{ending}").pages) == 1
