"""The Sphinx builder: assembles the book, writes its Typst source, and has it compiled."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import NoUri
from sphinx.util import logging

from edition.moment import moment
from edition.named.spoken import tables_read
from edition.named.terms import names
from edition.typst.assembly import assemble, by_page
from edition.typst.blocks import INDEX_DOCUMENT
from edition.typst.compile import TEMPLATE, TEMPLATES, PrintError, compile_volumes
from edition.typst.entries import enter, settle
from edition.typst.lettering import letter
from edition.typst.letters import describe, missing_in
from edition.typst.markup import array, optional, string, timestamp
from edition.typst.presence import lost
from edition.typst.registers import run_in_sources
from edition.typst.targets import Targets, address
from edition.typst.translator import PrintTranslator
from edition.typst.volumes import Volume, check_captions, split, volumes

logger = logging.getLogger(__name__)

#: How many of the words that are lost a message names.
NAMED = 8


class PrintBuilder(Builder):
    """Writes the whole book as a PDF for each of its volumes."""

    name = "print"
    format = "typst"
    epilog = "The printed book is in %(outdir)s."
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]
    default_translator_class = PrintTranslator
    allow_parallel = False
    #: Whether it is set for a press: in one ink, with bleed, without links; what its files are called beyond their names.
    for_press = False
    suffix = ""

    #: The volumes, and what in each can be linked to; which of them is being written, and its targets.
    shelf: list[tuple[Volume, Targets]]
    volume: Volume
    targets: Targets
    #: What is printed in the first volume, resolved.
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
        self.find_missing_letters(tree)
        run_in_sources(tree)
        described = [replace(one, name=f"{one.name}{self.suffix}") for one in self.described()]
        check_captions(tree, self.config.print_backmatter_captions)
        trees = split(tree, described)
        self.shelf = [(volume, Targets(part)) for volume, part in zip(described, trees, strict=True)]
        known = names(self.config.print_index, Path(self.srcdir, "data"))
        for part in trees:
            settle(part, known)
            enter(part, known, tables_read(self.config.print_index))
        sources = [self.write_source(volume, part) for volume, part in zip(described, trees, strict=True)]
        for template in TEMPLATES:
            shutil.copyfile(template, Path(self.outdir, template.name))
        self.copy_images()
        warnings = self.compile(sources)
        for place, warning in warnings:
            logger.warning("%s", warning, location=place or None, type="print", subtype="typst")
        if not any(place for place, _ in warnings):  # else it is known already what is lost, and why
            for part, source in zip(trees, sources, strict=True):
                self.report_lost(part, source.with_suffix(".pdf"))

    def report_lost(self, tree: nodes.document, pdf: Path) -> None:
        """Report the words of a volume that stand on no page, for each page of the book that has some."""
        translator = PrintTranslator(tree, self)
        for docname, words in lost(tree, pdf).items():
            if docname == INDEX_DOCUMENT:
                continue  # its title is there only if there are entries
            translator.docnames = [docname]
            named = list(dict.fromkeys(word for _, word in words))
            logger.error(
                f"{pdf.name}: on no page of it is {', '.join(named[:NAMED])}{', …' * (len(named) > NAMED)} "
                f"({len(words)} in all); what holds it is too large to be set: divide it, or let it break",
                location=translator.place(words[0][0]),
                type="print",
            )

    def described(self) -> list[Volume]:
        """Return the volumes as the book describes them."""
        return volumes(self.config.print_volumes, self.config.print_basename)

    def compile(self, sources: list[Path]) -> list[tuple[str, str]]:
        """Have the volumes set, and return what there is to warn of, each with its place, which may be empty."""
        return compile_volumes(sources, self.config.print_standards)

    def write_source(self, volume: Volume, tree: nodes.document) -> Path:
        """Write the source of a volume, and return it; its last line says which places the other volumes name."""
        self.volume = volume
        [self.targets] = [targets for one, targets in self.shelf if one is volume]
        others = [targets.elsewhere() for one, targets in self.shelf if one is not volume]
        named = self.targets.want(set().union(*others))
        pages = f"#pages({array(map(string, named))})\n" if named else ""
        source = Path(self.outdir, f"{volume.name}.typ")
        addresses = "#addresses()\n" if self.for_press else ""
        source.write_text(self.preamble(volume) + self.body(tree) + addresses + pages, encoding="utf-8")
        return source

    def elsewhere(self, address: str) -> tuple[Volume, str, str] | None:
        """Return the other volume that has a place at `address`, with its label and its kind; None if there is none."""
        for volume, targets in self.shelf:
            if volume is not self.volume and (label := targets.label(address)):
                return volume, label, targets.kind(address)
        return None

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
                lines += [describe(letter, map(translator.said, where)) for letter, where in sorted(found.items())]
        if lines:
            raise PrintError(
                "\n".join([*lines, "Write them otherwise, or add them to the subsets (edition/fonts/README.md)."])
            )

    def preamble(self, volume: Volume) -> str:
        """Return the call of the template with what the title page and the metadata of a volume say."""
        config = self.config
        date = datetime.date.fromisoformat(config.print_date) if config.print_date else None
        arguments = {
            "title": string(config.print_title),
            "name": string(self.file_title(volume)),
            "subtitle": optional(volume.subtitle or config.print_subtitle),
            "author": string(config.print_author),
            "version": optional(config.print_version),
            "date": optional(f"{date.day} {date:%B %Y}" if date else None),
            "created": timestamp(moment(config.print_date, "1970-01-01")),
            "imprint": array(map(string, self.imprint(volume, date))),
            "volume": optional(volume.short if volume.subtitle else None),  # else the title page does not say it either
            "keywords": array(map(string, config.print_keywords)),
            "blurb": array(map(string, config.print_blurb)),
            "language": string(config.language),
        }
        given = "".join(f"  {name}: {value},\n" for name, value in arguments.items())
        return f'#import "{TEMPLATE.name}": *\n#show: book.with(\n{given})\n\n'

    def file_title(self, volume: Volume) -> str:
        """Return the title of the file of a volume: that of the book, and after the first one what the volume is called."""
        is_first = volume is self.shelf[0][0]
        return self.config.print_title if is_first else f"{self.config.print_title}: {volume.short or volume.name}"

    def imprint(self, volume: Volume, date: datetime.date | None) -> list[str]:
        """Return the paragraphs of the imprint: the edition, its volumes, and what the book says itself."""
        config = self.config
        edition = [f"Version {config.print_version}"] if config.print_version else []
        edition += [f"{date.day} {date:%B %Y}"] if date else []
        lines = [", ".join(edition) + "."] if edition else []
        others = [one.short or one.name for one, _ in self.shelf if one is not volume]
        if others:
            lines.append(
                f"This is one of {len(self.shelf)} volumes of the book. Where the text names a page of another one, "
                f"it says so, as in “{others[0]}, p. 12”; a page without a volume is one of this volume."
            )
        lines += [f"To be cited as: {config.print_citation}"] if config.print_citation else []
        lines += [config.print_address] if config.print_address else []
        lines += [f"ISBN {volume.isbn}"] if volume.isbn else []
        return [*lines, *volume.imprint, *config.print_imprint]

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
            self.copy_image(Path(self.srcdir, path), folder / name)

    def copy_image(self, path: Path, target: Path) -> None:
        """Put a picture where the source names it; the letters of a chart are text in it."""
        if path.suffix == ".svg":
            letter(path, target)
        else:
            shutil.copyfile(path, target)

    def finish(self) -> None:
        """Nothing is left to do after `write`."""
