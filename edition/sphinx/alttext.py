"""Alternative text made from the drawn data: what ``show(…, alt=…)`` said becomes the ``alt`` of the picture.

myst-nb drops alternative text that travels with an output; only a static text in the cell's options survives.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from edition.records import FIGURE
from edition.sphinx.records import records

logger = logging.getLogger(__name__)


def describe_images(app: Sphinx, doctree: nodes.document) -> None:
    """Set the alternative text of a page's figures, and warn of every image that has none (``doctree-read``)."""
    bundles = records(app.env).get(app.env.docname, {}).values()
    alts = {bundle[FIGURE]["name"]: bundle[FIGURE]["alt"] for bundle in bundles if FIGURE in bundle}
    for figure in doctree.findall(nodes.figure):
        for name in {*figure["names"], *figure["ids"]} & alts.keys():
            for image in figure.findall(nodes.image):
                image["alt"] = alts[name]
    for image in doctree.findall(nodes.image):
        if not image.get("alt"):
            logger.warning("a picture without alternative text: %s", image["uri"], location=image)


def setup(app: Sphinx) -> None:
    """Connect to the event named above, after the records are collected."""
    app.connect("doctree-read", describe_images, priority=600)
