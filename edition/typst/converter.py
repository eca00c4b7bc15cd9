"""Vector pictures for LaTeX, which knows no SVG: Typst makes a PDF of each, so that no other program is needed."""

from __future__ import annotations

import os
from pathlib import Path

import typst
from sphinx.transforms.post_transforms.images import ImageConverter

from edition.paths import FONTS
from edition.typst.markup import string

#: A page as large as the picture on it.
PAGE = "#set page(width: auto, height: auto, margin: 0pt)\n#image({})\n"


class PictureConverter(ImageConverter):
    """Converts SVG to PDF for the builders of Sphinx that take the one and not the other."""

    conversion_rules = [("image/svg+xml", "application/pdf")]

    def is_available(self) -> bool:
        """Return that it can convert: the compiler is a package that the book needs anyway."""
        return True

    def convert(self, _from: str | os.PathLike[str], _to: str | os.PathLike[str]) -> bool:
        """Write the picture `_from` as the PDF `_to`."""
        picture, faces = Path(_from).resolve(), typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
        page = PAGE.format(string(f"/{picture.name}")).encode("utf-8")
        typst.Compiler(page, root=str(picture.parent), font_paths=faces).compile(output=str(_to))
        return True
