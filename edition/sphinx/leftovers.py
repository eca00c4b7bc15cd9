"""Markup that has been left on a page as text: a note without a definition, a role that is none, a formula, a directive.

MyST prints what it does not understand as it was typed, and says nothing.  Here the text of every page, as it is to be
written, is looked through, but for code, which shows what it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from edition.around import around
from edition.sphinx.nearest import beginning, lined

logger = logging.getLogger(__name__)
MOST = 60  # letters of a leftover that a message quotes

#: What may say anything: code, formulas, other formats, and what docutils has complained of.
FREE = (
    *(nodes.literal, nodes.literal_block, nodes.doctest_block, nodes.math, nodes.math_block, nodes.raw, nodes.comment),
    *(nodes.problematic, nodes.system_message, nodes.citation, nodes.substitution_definition),
)
#: Signs of mathematics; a price has none of them.
FORMULA = r"[^$\n]*[\\^_=+<>{}][^$\n]*|-?[A-Za-z](?:['′]|\([a-z]\))?"
KINDS = {
    "a note that is not defined": (
        re.compile(r"\[\^[^\]\s]+\](?!\()"),
        "define it as [^…]: on a line of its own, or take the reference away",
    ),
    "a directive or a fence": (
        re.compile(r"(?:^|(?<=\s))(?::{3,}|`{3,}|~{3,})(?:\{[\w:+.-]+\})?"),
        "give its fences lines of their own, as many signs at the end as at the beginning, and no backticks in its title",
    ),
    "a role": (
        re.compile(r"\{[a-z][\w:+.-]*\}`|(?<![\w\\])\{[a-z][a-z:_-]{2,}\}(?=[\w<‘“])"),
        "put what it is to show between backticks, directly behind it",
    ),
    "a formula": (
        re.compile(rf"\$\$.+?\$\$|(?<![\w$\\])\$(?=\S)(?:{FORMULA})(?<=\S)\$(?![\w$])|\\[a-zA-Z]+\{{"),
        "write it in words, or as code",
    ),
    "a substitution": (re.compile(r"\{\{.+?\}\}"), "write out what it stands for, or put it between backticks"),
    "a target": (re.compile(r"^\([\w:.-]+\)=(?=\s|$)"), "leave an empty line before and behind it"),
    "a citation": (re.compile(r"\[-?@[\w:.-]+[^\]]*\]"), "write it as {cite:p} with the key between backticks"),
}
ROLE_BEFORE_CODE = re.compile(r"(?:^|\s):([a-z][\w+.-]*(?::[\w+.-]+)?):$")
#: A fence whose title has backticks is code for MyST: `{note} A title …`.
FENCE_AS_CODE = re.compile(r"\{([\w:+.-]+)\}(?: \S|$)")


def report(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Warn of all leftovers (``doctree-resolved``)."""
    for node in doctree.findall(nodes.Text):
        for kind, text in found(node):
            cure = KINDS[kind][1]
            logger.warning(
                "markup is left on the page as text, %s: %s; %s",
                kind,
                beginning(text, MOST),
                cure,
                location=lined(node),
            )
    for literal in doctree.findall(nodes.literal):
        if is_fence(app, docname, literal):
            logger.warning(
                "markup is left on the page as text, a directive: %s; its title has backticks: take them out",
                beginning(literal.astext(), MOST),
                location=lined(literal),
            )


def found(node: nodes.Text) -> Iterator[tuple[str, str]]:
    """Return the leftovers in a text, each with its kind."""
    if _is_free(node):
        return
    text = node.astext()
    for kind, (pattern, _) in KINDS.items():
        for match in pattern.finditer(text):
            yield kind, text[match.start() : match.start() + max(40, len(match[0]))]
    name = ROLE_BEFORE_CODE.search(text)
    follower = node.next_node(descend=False, siblings=True)
    if name and isinstance(follower, (nodes.literal, nodes.title_reference)):
        yield "a role", f":{name[1]}:`{follower.astext()}`"


def is_fence(app: Sphinx, docname: str, literal: nodes.literal) -> bool:
    """Return whether a piece of code in the text was meant for a directive: its source has a fence at a line's beginning."""
    match = FENCE_AS_CODE.match(literal.astext())
    if match is None or literal["classes"]:
        return False
    file = literal.source or (literal.document and literal.document.get("source")) or ""
    path = Path(str(file))
    path = path if path.is_file() else Path(app.env.doc2path(docname))
    return any(line.startswith(match[0][:-1].rstrip()) for line in fences(path, path.stat().st_mtime_ns))


@lru_cache(maxsize=64)
def fences(file: Path, changed: int) -> tuple[str, ...]:
    """Return what follows the backticks of each fence in a file that has backticks in its title too."""
    source = file.read_text(encoding="utf-8", errors="replace")
    return tuple(re.findall(r"^[ >]*`{3,}(\{[\w:+.-]+\}[^`\n]*`.*)$", source, re.MULTILINE))


def _is_free(node: nodes.Node) -> bool:
    """Return whether `node` stands in what may say anything; the text of a link to itself is an address."""
    return any(
        isinstance(outer, FREE) or (isinstance(outer, nodes.reference) and outer.astext() == outer.get("refuri"))
        for outer in around(node)
    )


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("doctree-resolved", report)
