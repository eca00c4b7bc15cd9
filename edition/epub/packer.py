"""The builder: Sphinx's, with pages, contents and metadata of ours, and the same bytes each time."""

from __future__ import annotations

import datetime
import html
import shutil
import zipfile
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.util.fileutil import copy_asset_file

from edition.cover import cover
from edition.epub.navigation import Point, contents, pages
from edition.epub.page_html import EpubTranslator
from edition.epub.pictures import clean
from edition.moment import moment
from edition.paths import FONTS

HERE = Path(__file__).parent
#: Faces for what a reader's own may lack, and the sheet that names them.
STATIC = (
    HERE / "epub.css",
    *(FONTS / f"{face}.woff2" for face in ("NotoSerifArmenian-Regular", "NotoSerifArmenian-Bold", "DejaVuSansMono")),
)
COVER = "cover.png"
INDEX = "genindex"
PACKAGE_FILES = ("META-INF/container.xml", "content.opf", "nav.xhtml")


class EpubBuilder(Epub3Builder):
    """Writes the book as one EPUB 3 file."""

    template_dir = str(HERE / "package")
    default_translator_class = EpubTranslator
    media_types = {**Epub3Builder.media_types, ".woff2": "font/woff2"}

    def get_outdated_docs(self) -> Any:
        """Return all pages: what they say depends on each other, and there are few."""
        return iter(self.env.found_docs)

    def make_id(self, name: str) -> str:
        """Return the identifier of a file in the package, made of its name."""
        return "file-" + "".join(letter if letter.isalnum() else "-" for letter in name)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page; that of the index is written when all entries are known."""
        if docname != INDEX:
            super().write_doc(docname, doctree)

    def copy_static_files(self) -> None:
        """Copy our style sheet and the faces, and draw the cover."""
        folder = Path(self.outdir, "_static")
        folder.mkdir(exist_ok=True)
        for file in STATIC:
            shutil.copyfile(file, folder / file.name)
        config = self.config
        drawn = cover(config.epub_title, config.epub_description, config.epub_author, config.version)
        Path(self.outdir, COVER).write_bytes(drawn)

    def copy_extra_files(self) -> None:
        """Copy nothing: what else lies beside the pages on the web is no part of the book."""

    def copy_image_files(self) -> None:
        """Copy the pictures, the vector ones as EPUB allows them."""
        super().copy_image_files()
        for picture in sorted(Path(self.outdir, self.imagedir).glob("*.svg")):
            clean(picture)

    # -- the package

    def handle_finish(self) -> None:
        """Write the files that make a package of the pages, and the package."""
        self.points = contents(self.env, self.config.root_doc)
        page = {"body": "", "title": html.escape(self.config.epub_title), "cover": COVER}
        self.handle_page("cover", page, "cover.html")
        self.build_mimetype()
        self.build_container()
        self.build_content()
        self.build_navigation_doc()
        self.build_epub()

    def build_content(self) -> None:
        """Write the package document: what the book is, its files, and the order of its pages."""
        order = ["cover", *pages(self.points)]
        listed = [name for name in self.written() if name not in (*PACKAGE_FILES, "mimetype")]
        missing = {f"{page}{self.out_suffix}" for page in order} - set(listed)
        order = [page for page in order if f"{page}{self.out_suffix}" not in missing]
        self.files = listed
        metadata = self.content_metadata()
        metadata["files"] = [
            {"id": self.make_id(name), "href": name, "type": self.media_types[Path(name).suffix]} for name in listed
        ]
        metadata["order"] = [self.make_id(f"{page}{self.out_suffix}") for page in order]
        metadata["order"].insert(1, "nav")  # the contents are also a page, after the cover
        metadata["cover"] = self.make_id(COVER)
        copy_asset_file(str(HERE / "package" / "content.opf.jinja"), str(self.outdir), metadata)

    def written(self) -> list[str]:
        """Return the names of the files of the book, from its root."""
        root = Path(self.outdir)
        known = (path for path in root.rglob("*") if path.is_file() and path.suffix in self.media_types)
        return sorted(path.relative_to(root).as_posix() for path in known)

    def content_metadata(self) -> dict[str, Any]:
        """Return what the book says of itself, with the edition's date and not the clock's."""
        metadata = super().content_metadata()
        metadata["subjects"] = [html.escape(subject) for subject in self.config.epub_subjects]
        metadata["source"] = html.escape(self.config.epub_source)
        metadata["date"] = f"{self.date():%Y-%m-%dT%H:%M:%SZ}"
        return metadata

    def date(self) -> datetime.datetime:
        """Return the date of the edition; 1980, if it has none, as no archive knows an earlier one."""
        return moment(self.config.epub_date, "1980-01-01")

    def build_navigation_doc(self) -> None:
        """Write the contents that an e-reader shows, with the landmarks."""
        chapters = next((point for point in self.points if point.children), self.points[-1])
        body = pages([chapters])[0]
        metadata = {
            "lang": html.escape(self.config.epub_language),
            "points": [self._escaped(point) for point in self.points],
            "body": f"{body}{self.out_suffix}",
            "index": f"{INDEX}{self.out_suffix}" if f"{INDEX}{self.out_suffix}" in self.files else "",
        }
        copy_asset_file(str(HERE / "package" / "nav.xhtml.jinja"), str(self.outdir), metadata)

    def _escaped(self, point: Point) -> Point:
        """Return a place in the contents, ready to be written, with the name of its file."""
        page = f"{point.page}{self.out_suffix}" if point.page else ""
        return Point(html.escape(point.text), page, [self._escaped(child) for child in point.children])

    def build_epub(self) -> None:
        """Write the package: the kind of file first, as it is, then all files in order, with one date for all."""
        date = max(self.date().timetuple()[:6], (1980, 1, 1, 0, 0, 0))  # no archive knows an earlier one
        root = Path(self.outdir)
        with zipfile.ZipFile(root / f"{self.config.epub_basename}.epub", "w") as archive:
            for name in ("mimetype", *PACKAGE_FILES, *self.files):
                entry = zipfile.ZipInfo(name, date)
                entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, (root / name).read_bytes(), compresslevel=9)
