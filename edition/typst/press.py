"""The book for a press: one ink, bleed, a cover, chapters on the right; what differs in the setting is in ``book.typ``."""

from __future__ import annotations

from pathlib import Path

from edition.typst.builder import PrintBuilder
from edition.typst.compile import compile_volumes
from edition.typst.grey import grey_pdf, grey_picture


class PressBuilder(PrintBuilder):
    """Writes the whole book as a PDF for each of its volumes, in black and grey."""

    name = "press"
    epilog = "The book for a press is in %(outdir)s."
    for_press = True
    suffix = "-print"

    def compile(self, sources: list[Path]) -> list[tuple[str, str]]:
        """Have the volumes set, and turn what is left of colours in them into grey."""
        warnings = compile_volumes(sources, [], for_press=True)
        for source in sources:
            pdf = source.with_suffix(".pdf")
            warnings += [("", f"{pdf.name}, page {page}: {what}") for page, what in grey_pdf(pdf)]
        return warnings

    def copy_image(self, path: Path, target: Path) -> None:
        """Put a picture where the source names it, in grey; of drawings, the PDF has the colours."""
        if path.suffix == ".svg":
            super().copy_image(path, target)
        else:
            grey_picture(path, target)
