"""Vector pictures as EPUB allows them: without a document type, and with a path in every outline, be it an empty one."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
NAMES = {"": SVG, "xlink": "http://www.w3.org/1999/xlink"}
DROPPED = f"{{{SVG}}}metadata"


def clean(file: Path) -> None:
    """Rewrite a vector picture in place: a space has no outline, and Matplotlib writes it as a path without one."""
    for prefix, name in NAMES.items():
        ElementTree.register_namespace(prefix, name)
    tree = ElementTree.parse(file)
    for path in tree.iter(f"{{{SVG}}}path"):
        path.attrib.setdefault("d", "M0 0")
    for parent in list(tree.iter()):
        for child in parent.findall(DROPPED):
            parent.remove(child)
    tree.write(file, encoding="utf-8", xml_declaration=True)
