"""Builds miniature books, and reads the PDF that comes out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest
from docutils import nodes
from pypdf import PdfReader
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from edition.typst.presence import lost

ROOTS = Path(__file__).with_name("roots")
ONE_PAGE = """
project = "One Page"
author = "Nobody"
extensions = ["myst_nb", "edition.typst"]
nb_execution_mode = "off"
myst_enable_extensions = ["colon_fence"]
print_basename = "page"
numfig = True
"""


@dataclass
class Printed:
    """What a build left behind: the PDF, the source it was set from, and the warnings."""

    pdf: Path
    warnings: str
    source: str = field(repr=False)
    tree: nodes.document = field(repr=False)

    @cached_property
    def reader(self) -> PdfReader:
        """The PDF, to be read."""
        return PdfReader(self.pdf)

    @property
    def lost(self) -> list[str]:
        """The words of the book that stand on no page."""
        return sorted(word for words in lost(self.tree, self.pdf).values() for _, word in words)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, with simple spaces."""
        return [" ".join(page.extract_text().split()) for page in self.reader.pages]

    def page_of(self, text: str) -> int:
        """Return the one page after the contents, counted from 0, that has `text`."""
        [page] = [n for n, page in enumerate(self.pages) if text in page and "Contents" not in page]
        return page

    def folio(self, text: str) -> str:
        """Return the page number as printed, of the one page after the contents that has `text`."""
        return self.reader.page_labels[self.page_of(text)]


def print_book(srcdir: Path, outdir: Path, builder: str = "print", **settings: object) -> Printed:
    """Build the book in `srcdir` as PDF."""
    warnings = io.StringIO()
    with patch_docutils(str(srcdir)), docutils_namespace():
        app = Sphinx(
            str(srcdir),
            str(srcdir),
            str(outdir),
            str(outdir / "doctrees"),
            builder,
            settings,
            status=None,
            warning=warnings,
        )
        app.build()
    pdf = outdir / f"{app.config.print_basename}{app.builder.suffix}.pdf"
    return Printed(pdf, warnings.getvalue(), pdf.with_suffix(".typ").read_text(encoding="utf-8"), app.builder.tree)


@pytest.fixture(scope="session", autouse=True)
def no_epoch() -> Iterator[None]:
    """Print under the dates of the miniature books, also where the tests run in a reproducible build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The miniature book in `roots/book`, printed once for all tests that only look."""
    return print_book(ROOTS / "book", tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="session")
def print_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Printed]:
    """A function that prints one of the miniature books with other settings, for several tests."""

    def build(name: str, **settings: object) -> Printed:
        return print_book(ROOTS / name, tmp_path_factory.mktemp(name), **settings)

    return build


@pytest.fixture
def print_text(tmp_path: Path) -> Callable[..., Printed]:
    """A function that prints a book of one page with the Markdown given."""

    def build(text: str, **settings: object) -> Printed:
        (tmp_path / "conf.py").write_text(ONE_PAGE, encoding="utf-8")
        (tmp_path / "index.md").write_text(text, encoding="utf-8")
        return print_book(tmp_path, tmp_path / "out", **settings)

    return build


@pytest.fixture
def print_root(tmp_path: Path) -> Callable[..., Printed]:
    """A function that prints one of the miniature books anew, with other settings."""

    def build(name: str, folder: str = "out", **settings: object) -> Printed:
        return print_book(ROOTS / name, tmp_path / folder, **settings)

    return build
