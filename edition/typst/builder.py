"""The Sphinx builder: assembles the book, writes its Typst source, and has it compiled."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import NoUri
from sphinx.util import logging

from edition.typst.assembly import assemble, by_page
from edition.typst.compile import TEMPLATE, TEMPLATES, PrintError, compile_pdf, fixed_date
from edition.typst.letters import describe, missing_in
from edition.typst.markup import array, optional, string, timestamp
from edition.typst.targets import Targets, address
from edition.typst.translator import PrintTranslator

logger = logging.getLogger(__name__)


class PrintBuilder(Builder):
    """Writes the whole book as one PDF."""

    name = "print"
    format = "typst"
    epilog = "The printed book is in %(outdir)s."
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]
    default_translator_class = PrintTranslator
    allow_parallel = False

    targets: Targets
    #: What is printed, resolved.
    tree: nodes.document

    def get_outdated_docs(self) -> str:
        """Return what is to be done, for the log: the book is always set anew."""
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a document."""
        if docname not in self.env.all_docs:
            raise NoUri(docname, typ)
        return address(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the address of a document, which is the same from everywhere."""
        return self.get_target_uri(to, typ)

    def write(
        self, build_docnames: Iterable[str] | None, updated_docnames: Sequence[str], method: str = "update"
    ) -> None:
        """Write the PDF, and beside it the source it was set from."""
        self.tree = tree = assemble(self)
        self.post_process_images(tree)
        self.targets = Targets(tree)
        self.find_missing_letters(tree)
        source = Path(self.outdir, f"{self.config.print_basename}.typ")
        source.write_text(self.preamble() + self.body(tree), encoding="utf-8")
        for template in TEMPLATES:
            shutil.copyfile(template, source.with_name(template.name))
        self.copy_images()
        for place, warning in compile_pdf(source, source.with_suffix(".pdf"), self.config.print_standards):
            logger.warning("%s", warning, location=place or None, type="print", subtype="typst")

    def find_missing_letters(self, tree: nodes.document) -> None:
        """Look for letters that cannot be printed.

        :raises PrintError: if there are some; the message names all of them, page by page, and where they stand.
        """
        translator = PrintTranslator(tree, self)
        lines = []
        for docname, texts in by_page(tree):
            translator.docnames = [docname]
            if found := missing_in(texts):
                file = self.env.doc2path(docname, base=False)
                lines.append(f"{file}: the faces in edition/fonts lack {len(found)} of its letters:")
                lines += [describe(letter, map(translator.where, where)) for letter, where in sorted(found.items())]
        if lines:
            raise PrintError(
                "\n".join([*lines, "Write them otherwise, or add them to the subsets (edition/fonts/README.md)."])
            )

    def preamble(self) -> str:
        """Return the call of the template with what the title page and the metadata say."""
        config = self.config
        date = datetime.date.fromisoformat(config.print_date) if config.print_date else None
        arguments = {
            "title": string(config.print_title),
            "subtitle": optional(config.print_subtitle),
            "author": string(config.print_author),
            "version": optional(config.print_version),
            "date": optional(f"{date.day} {date:%B %Y}" if date else None),
            "created": timestamp(fixed_date(config.print_date)),
            "imprint": array(map(string, config.print_imprint)),
            "language": string(config.language),
        }
        given = "".join(f"  {name}: {value},\n" for name, value in arguments.items())
        return f'#import "{TEMPLATE.name}": *\n#show: book.with(\n{given})\n\n'

    def body(self, tree: nodes.document) -> str:
        """Return the markup of the book."""
        translator = PrintTranslator(tree, self)
        tree.walkabout(translator)
        return "".join(translator.output)

    def copy_images(self) -> None:
        """Put the pictures where the source names them."""
        folder = Path(self.outdir, "images")
        folder.mkdir(exist_ok=True)
        for path, name in self.images.items():
            shutil.copyfile(Path(self.srcdir, path), folder / name)

    def finish(self) -> None:
        """Nothing is left to do after `write`."""
