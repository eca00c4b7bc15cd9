"""What Sphinx and the parsers warn of, in the one form of all messages: the place, what is wrong, and the cure.

They say where as ``/home/…/text.md:3: WARNING:``, and never what to do. What a writer commonly meets has its cure here;
a name that is none has the nearest that there is beside it.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable
from typing import Any, cast

from docutils.parsers.rst import directives, roles
from sphinx.application import Sphinx
from sphinx.util.logging import NAMESPACE, SphinxWarningLogRecord, WarningStreamHandler

from edition.said import near
from edition.sphinx.environment import addresses
from edition.sphinx.pages import at

Names = Callable[[Sphinx], Iterable[str]]


def _roles(app: Sphinx) -> Iterable[str]:
    known = vars(roles)
    return {*known["_role_registry"], *known["_roles"], *_of_domains(app, "roles")}


def _directives(app: Sphinx) -> Iterable[str]:
    known = vars(directives)
    return {*known["_directive_registry"], *known["_directives"], *_of_domains(app, "directives")}


def _of_domains(app: Sphinx, kind: str) -> set[str]:
    """Return the roles or directives of Sphinx's domains, those of ``std`` without their domain."""
    found = {name: getattr(domain, kind) for name, domain in app.env.domains.items()}
    return {*found.get("std", ()), *(f"{name}:{one}" for name, those in found.items() for one in those)}


def _labels(app: Sphinx) -> Iterable[str]:
    return {*addresses(app.env).labels, *addresses(app.env).anonlabels}


def _documents(app: Sphinx) -> Iterable[str]:
    return {*app.env.found_docs, *(name.rpartition("/")[2] for name in app.env.found_docs)}


def _works(app: Sphinx) -> Iterable[str]:
    return cast(Any, app.env.get_domain("cite")).bibdata.data.entries.keys()


def _nothing(app: Sphinx) -> Iterable[str]:
    return ()


#: What is said, with the name in it that is none; the cure; and the names that there are.
CURES: tuple[tuple[str, str, Names], ...] = (
    (r'Unknown interpreted text role "(.+?)"', "correct the name of the role", _roles),
    (r"Unknown directive type:? ['\"](.+?)['\"]", "correct the name of the directive", _directives),
    (r"Unknown option keys: \['(.+?)'", "take the option out, or write one that is allowed", _nothing),
    (r"Directive '.+?': \d+ argument", "write the argument behind the name of the directive", _nothing),
    (r'Directive "include": file not found|Include file .* not found', "correct the path", _nothing),
    (r"Multiple footnote definitions", "keep one of them", _nothing),
    (r"Failed to format", "correct what stands behind the colon, as :.1f, or glue a text", _nothing),
    (r"unexpected `code-cell`", "let its fence stand on the page itself, in no box, list or other fence, and the head of the page say file_format: mystnb", _nothing),
    (r"skipping unknown output mime type", "print a text, or show(…) a chart; a page shows nothing of this kind", _nothing),
    (r"undefined label: '(.*?)'", "correct the label, or write (label)= above what it is to name", _labels),
    (r"unknown document: '(.*?)'", "correct the name, which is that of a file of the book without its ending", _documents),
    (r"cross-reference target not found: '(.*?)(?:\.md)?'", "correct the address, or the label", _documents),
    (r"reference target not found: (.+)", "correct the name that is referred to", _labels),
    (r"No key '(.+?)' found in glue data", "call glue('…', …) in a cell of this page, or correct the name", _nothing),
    (r'could not find bibtex key "(.+?)"', "correct the key, or add the work to the list of works", _works),
    (r"missing (\w+) in \S+$", "add it to this work in the list of works", _nothing),
    (r"equation not found: (.+)", "correct the label, or give the equation this one", _nothing),
    (r"term not in glossary: '(.+?)'", "correct the term, or add it to the glossary", _nothing),
    (r"Duplicate explicit target name|[Dd]uplicate label|Duplicate ID", "give one of the two another name", _nothing),
    (r"Duplicate reference definition", "keep one of the definitions", _nothing),
    (r"Non-consecutive header level", "write one # fewer, or the heading that is missing above it", _nothing),
    (r"(image|download) file not readable", "correct the path, which counts from the folder of the page", _nothing),
    (r"doesn't have a title|does not contain any title", "begin the page with a heading, as # …", _nothing),
    (r"could not open bibtex file", "correct bibtex_bibfiles in _config.yml, or write the file", _nothing),
    (r"config value `(\w+)' has type", "correct it below sphinx: config: in _config.yml", _nothing),
    (r"unknown config value", "correct its name below sphinx: config: in _config.yml", _nothing),
    (r"isn't included in any toctree", "name it in _toc.yml, or exclude it in _config.yml", _nothing),
    (r"Pygments lexer name '(.+?)'", "correct the language of the code, or write text", _nothing),
    (r"Lexing literal_block", "correct the code, or its language: text fits all", _nothing),
    (r"Undefined substitution referenced", "define it, or write out what it stands for", _nothing),
    (r'Unknown target name: "(.+?)"', "correct the name, or take the underscore away", _labels),
    (r"without a blank line|Unexpected indentation", "leave an empty line before and behind it", _nothing),
)  # fmt: skip
# What is said of no use here: how to silence a warning, where else glue could be, what is tried again; and a full stop.
MORE = re.compile(
    r"(?:(?<=directive)\. Either .*)?(?: Retrying in relaxed mode)?\.?(?: \(use `path::key`.*?\))?\.?(?: \[[\w-]+(?:\.[\w-]+)?\])?$"
)


class Said(SphinxWarningLogRecord):
    """A warning that says nothing of its level: in a book each of them is an error."""

    prefix = ""


class OneForm(logging.Filter):
    """Brings each warning into the form of all messages."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self.app = app
        self.said: set[tuple[str | None, str]] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite a warning, and let it pass once: where pages are written side by side, each says the same of a third."""
        said, _, _ = logging.LogRecord.getMessage(record).strip().partition("\n\n")  # the source stands behind it
        text = MORE.sub("", self.at_home(" ".join(said.split())))
        where = getattr(record, "location", None)
        whole = (self.place(str(where)) if where else None), text + self.cure(text)
        record.__class__ = Said
        record.location, record.msg, record.args = *whole, ()
        known = whole in self.said
        self.said.add(whole)
        return not known

    def at_home(self, text: str) -> str:
        """Return a text with the paths in it from the root of the book."""
        return text.replace(f"{self.app.srcdir}{os.sep}", "")

    def place(self, location: str) -> str:
        """Return a place in our form, given Sphinx's: ``/home/…/text.md:3``, ``/home/…/text.md:`` or ``/home/…/text.md``."""
        file, _, line = location.partition(":") if location.count(":") else (location, "", "")
        return at(self.at_home(file), int(line) if line.isdigit() else None)

    def cure(self, text: str) -> str:
        """Return what to do, to be said behind a warning; nothing if that is not known, or is said already."""
        for pattern, cure, names in CURES:
            if found := re.search(pattern, text):
                meant = near(found[1], names(self.app)) if names is not _nothing else None
                return f"; {cure}" + (f": perhaps {meant} is meant" if meant and meant != found[1] else "")
        return ""


def setup(app: Sphinx) -> None:
    """Let what Sphinx warns of from now on be said in this form."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.addFilter(OneForm(app))
