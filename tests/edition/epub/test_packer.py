"""The EPUB of a book of two pages: the same bytes each time, and what the tree and the pictures lose on the way."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from edition.epub.pictures import clean

CONF = """
project = "Two Pages"
author = "Nobody"
version = release = "1.2"
extensions = ["myst_nb", "edition.epub"]
nb_execution_mode = "off"
epub_basename = "pages"
epub_date = "2026-11-22"
epub_description = "A book for tests"
epub_contributor = "Somebody"
epub_copyright = "2026, Nobody"
"""
INDEX = "# Two Pages\n\nFirst.[^a]\n\n[^a]: A note.\n\n```{toctree}\n:caption: Part\nmore\n```\n"
MORE = "# More\n\n| Year | Yield |\n|---|---|\n| 1901 | 3 |\n\n```{index} yield\n```\n"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A function that builds the book into a folder and returns the EPUB."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "index.md").write_text(INDEX, encoding="utf-8")
    (tmp_path / "more.md").write_text(MORE, encoding="utf-8")

    def run(folder: str) -> Path:
        out, warnings = tmp_path / folder, io.StringIO()
        with patch_docutils(str(tmp_path)), docutils_namespace():
            Sphinx(tmp_path, tmp_path, out, out / "trees", "epub", status=None, warning=warnings).build()
        assert warnings.getvalue() == ""
        return out / "pages.epub"

    return run


def test_two_builds_give_the_same_bytes(build) -> None:
    assert build("one").read_bytes() == build("two").read_bytes()


def test_the_kind_of_file_comes_first_and_all_files_have_the_date_of_the_edition(build) -> None:
    with zipfile.ZipFile(build("out")) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert {entry.date_time for entry in (first, *others)} == {(2026, 11, 22, 0, 0, 0)}
        package = archive.read("content.opf").decode("utf-8")
        assert '<meta property="dcterms:modified">2026-11-22T00:00:00Z</meta>' in package
        assert "urn:uuid:" in package and 'properties="cover-image"' in package
        assert "<span>Part</span>" in archive.read("nav.xhtml").decode("utf-8")
        assert '<td data-label="Yield"' in archive.read("more.xhtml").decode("utf-8")


def test_a_vector_picture_is_made_valid(tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    file.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n'
        '<svg xmlns="http://www.w3.org/2000/svg"><metadata>x</metadata><path id="space"/><path d="M1 1"/></svg>',
        encoding="utf-8",
    )
    clean(file)
    text = file.read_text(encoding="utf-8")
    assert "DOCTYPE" not in text and "metadata" not in text
    assert [path.get("d") for path in ElementTree.fromstring(text)] == ["M0 0", "M1 1"]
