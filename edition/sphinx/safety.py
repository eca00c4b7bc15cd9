"""What a page must not hold: bytes that are no text, addresses that run something, and HTML that nobody has looked at.

A descriptor and the sources are looked at before anything is built of them, pages and works cited as they are read.
Raw HTML is let through if ``edition_raw_html`` is set; what a cell prints is its own affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.tags import Tags

from edition.around import around
from edition.package.address import forbidden_scheme
from edition.package.read import DataError, as_text, read_content
from edition.package.structure import printable, unlinkable_sources
from edition.sphinx.failure import fail
from edition.sphinx.nearest import beginning, lined, where
from edition.sphinx.works_files import faults_of_works

logger = logging.getLogger(__name__)
BREAK = "<br />"  # what MyST makes of the end of a line with a backslash
MOST = 40  # letters of HTML that a message quotes
# What Sphinx tells a page of the builder, for each kind of book: its format and its name.
BOOKS = [
    {form, name, f"format_{form}", f"builder_{name}"}
    for form, name in (("html", "html"), ("html", "epub"), ("typst", "print"))
]


def unreadable(book: Path, names: list[Path]) -> list[str]:
    """Return the files of a book among `names` that are no text, though they are to be read as text, one line each."""
    wrong = []
    for name in names:
        try:
            as_text(read_content(book / name, str(name)), str(name))
        except DataError as error:
            wrong.append(str(error))
    return wrong


def look_at_sources(app: Sphinx, config: Config) -> None:
    """Refuse a book whose list of works or tables cannot be read, before anybody tries (``config-inited``)."""
    book = Path(app.srcdir)
    works = [Path(file) for file in getattr(config, "bibtex_bibfiles", []) if (book / file).is_file()]
    wrong = unreadable(book, works)
    for file in works if not wrong else ():
        wrong += faults_of_works((book / file).read_text(encoding="utf-8"), str(file))
    if wrong:
        fail("a list of works cannot be read.", wrong)
    if (book / "data").is_dir() and (wrong := list(_unusable(book / "data"))):
        fail("the data cannot be used.", wrong)


def _unusable(data: Path) -> Iterator[str]:
    """Yield why no book can be built with the data, one line each."""
    if wrong := printable(data):
        yield from wrong
        return
    try:
        yield from unlinkable_sources(data)
    except DataError as error:
        yield str(error)


def look_for_html(app: Sphinx, doctree: nodes.document) -> None:
    """Refuse raw HTML in the text of a page (``doctree-read``)."""
    if app.config.edition_raw_html:
        return
    wrong = [
        f"{where(app.env, node)}: raw HTML, {beginning(node.astext(), MOST)}; {_instead(node.astext())}, or set edition_raw_html"
        for node in doctree.findall(nodes.raw)
        if _is_html(node) and node.astext().strip() != BREAK and not _is_printed(node)
    ]
    if wrong:
        fail("a page holds HTML.", wrong)


def look_for_pictures_elsewhere(app: Sphinx, doctree: nodes.document) -> None:
    """Refuse pictures of another host, which no reader would see: pages ask none, and paper cannot (``doctree-read``)."""
    wrong = [
        f"{where(app.env, node)}: the picture {node['uri']} lies on another host; save it beside the page, with its source"
        for node in doctree.findall(nodes.image)
        if "://" in node["uri"]
    ]
    if wrong:
        fail("a picture is not in the book.", wrong)


def _instead(html: str) -> str:
    """Return what to write instead of a piece of HTML."""
    return "begin a line with % for a comment" if html.lstrip().startswith("<!--") else "write it in Markdown"


def look_for_other_formats(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of what is meant for a format of no book (``doctree-read``)."""
    for node in doctree.findall(nodes.raw):
        if not (_is_html(node) or _is_html(node.previous_sibling()) or _is_printed(node)):
            logger.warning(
                "no book shows what is meant for %s: %s; write it in Markdown, or take it out",
                node.get("format") or "no format",
                beginning(node.astext(), MOST),
                location=lined(node),
            )
    for condition in doctree.findall(addnodes.only):
        if not any(_holds(app, book, condition["expr"]) for book in BOOKS):
            logger.warning(
                "no book shows what is meant for %s only: %s; take the condition out, or the words",
                condition["expr"],
                beginning(condition.astext(), MOST),
                location=lined(condition),
            )


def _holds(app: Sphinx, book: set[str], condition: str) -> bool:
    """Return whether a condition holds where a book of this kind is built; Sphinx itself says of one that is none."""
    try:
        return Tags([*set(app.tags).difference(*BOOKS), *book]).eval_condition(condition)
    except Exception:
        return True


def _is_html(node: nodes.Node | None) -> bool:
    """Return whether a node is meant for web pages; behind such a one stands what others have in its place, as at a break."""
    return isinstance(node, nodes.raw) and "html" in node.get("format", "").split()


def look_at_links(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Refuse links that run something instead of opening it, wherever they come from (``doctree-resolved``).

    Those that Sphinx makes between the pages have addresses of the builder’s own.
    """
    wrong = [
        f"{where(app.env, node, docname)}: the link {node.astext()!r} leads to {node['refuri']!r}; {scheme}: is no address to link to, correct it"
        for node in doctree.findall(nodes.reference)
        if not node.get("internal") and (scheme := forbidden_scheme(node.get("refuri", "")))
    ]
    if wrong:
        fail("a link is not safe.", wrong)


def _is_printed(node: nodes.Node) -> bool:
    """Return whether a cell has printed a node."""
    return any(
        "cell_output" in outer["classes"] or str(outer.get("nb_element", "")) in ("mime_bundle", "cell_code_output")
        for outer in around(node)
        if isinstance(outer, nodes.container)
    )


def setup(app: Sphinx) -> None:
    """Register the setting, and connect to the events named above, ahead of whoever reads what is looked at."""
    app.add_config_value("edition_raw_html", False, "env", bool, "whether pages may hold HTML, which is not looked at")
    app.connect("config-inited", look_at_sources, priority=50)
    app.connect("doctree-read", look_for_html, priority=50)
    app.connect("doctree-read", look_for_pictures_elsewhere, priority=50)
    app.connect("doctree-read", look_for_other_formats, priority=50)
    app.connect("doctree-resolved", look_at_links, priority=900)
