"""Pictures that no program can show are reported with the page that shows them, before one of the formats stumbles over them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from docutils import nodes
from PIL import Image, UnidentifiedImageError
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

#: The mark of a picture that cannot be shown.
UNREADABLE = "unreadable"
ROOT = "{http://www.w3.org/2000/svg}svg"


def fault(picture: Path) -> str | None:
    """Return why a picture cannot be shown; None if it can, or if it is of a kind that is not looked into."""
    try:
        if picture.suffix == ".svg":
            root = ElementTree.parse(picture).getroot()
            return None if root.tag == ROOT else f"its outermost element is {root.tag}, and no svg of SVG's namespace"
        if picture.suffix in (".png", ".jpg", ".jpeg", ".gif", ".webp"):
            with Image.open(picture) as opened:
                opened.load()
    except UnidentifiedImageError:
        return "it is no picture of this kind"
    except (ElementTree.ParseError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        return str(error)
    return None


def report_unreadable(app: Sphinx, tree: nodes.document) -> None:
    """Warn of each picture of a page that cannot be shown (``doctree-read``, when Sphinx has found the files)."""
    for image in tree.findall(nodes.image):
        candidates: dict[str, str] = image.get("candidates", {})
        files = {Path(app.srcdir, path) for path in candidates.values()}
        for file in sorted(file for file in files if file.is_file()):
            if why := fault(file):
                image[UNREADABLE] = True
                logger.warning(
                    f"the picture {image['uri']} cannot be read: {why}; make it anew, as SVG, PNG, JPEG, GIF or WebP",
                    location=image if image.line else image.parent,
                )


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at the pictures of every page; for a format, with ``app.setup_extension``."""
    app.connect("doctree-read", report_unreadable, priority=700)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
