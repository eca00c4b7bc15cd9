"""What the search of the web pages answers with: sections, claims, figures, tables and their rows, terms and works.

The answers are read off the pages when these are written, so that each leads to an address that is there and quotes what
a reader sees: prose and rows, not code. They lie in a script beside the pages, as a page from the disk may load a script
and nothing else; only the page of the search does. ``search.js`` asks MiniSearch, which is beside it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from edition.ledger.claim import MARKS
from edition.sphinx.pages import in_order

FILE = "search-entries.js"
MOST = 1500  # characters of an answer that are searched
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSAID = {"pre", "details", "script", "nav", "button", "noscript"}
# Signs beside the words, and counts of them, which nobody seeks; the last would find all claims of a chapter before it.
UNSAID_CLASSES = {"headerlink", "claim-mark", "footnote-reference", "claims-line", "legend", "choice-section"}
MARK = re.compile(rf"[{''.join(MARKS.values())}](?: |$)")  # before a verdict, which says the same
KINDS = {"section": "section", "figure": "figure", "table": "table", "dt": "term", "tr": "row"}
BY_PLACE = re.compile(
    r"-[tr]\d+$"
)  # how the address ends of a table or row without a name: it is read with what is around it
HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"td", "th"}
TITLED_BY = {"claim": CELLS, "row": {*CELLS, "p"}, "work": {"p"}}
CELL = " · "  # between two cells
BLOCKS = {"p", "li", "dd", "dt", "summary", *CELLS, *HEADS}
NOTHING = "–"  # says a cell


@dataclass
class Entry:
    """One answer: what kind it is, where it stands, what it is called and what it says."""

    kind: str
    anchor: str
    depth: int
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class Entries(HTMLParser):
    """The answers of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Entry] = []
        self.open: list[Entry] = []
        self.stack: list[str] = []
        self.unsaid = 0  # how many elements are open that hold no prose
        self.title_depth = 0  # at which the title began that is being read
        self.in_ledger = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Begin an answer where an element with an address does."""
        if tag in VOID:
            return
        said = {name: value or "" for name, value in attributes}
        classes = said.get("class", "").split()
        self.stack.append(tag)
        if self.unsaid or (tag in UNSAID and "sources" not in classes) or UNSAID_CLASSES & {*classes}:
            self.unsaid += 1
        else:
            self._say(tag, classes, said.get("id", ""))

    def _say(self, tag: str, classes: list[str], anchor: str) -> None:
        """Note what an element that holds prose begins."""
        if tag == "table":
            self.in_ledger = "ledger" in classes
        is_named = anchor and not BY_PLACE.search(anchor)
        kind = self._kind(tag, classes) if is_named and "article" in self.stack else None
        if kind == "term" and self._is_in("term"):
            self.open.pop()
        if kind:
            self.open.append(Entry(kind, anchor, len(self.stack)))
            self.found.append(self.open[-1])
        if not self.title_depth and self._is_title(tag, classes):
            self.title_depth = len(self.stack)

    def _kind(self, tag: str, classes: list[str]) -> str | None:
        """Return the kind of answer that an element with an address is; None if it is none."""
        if tag == "tr" and self.in_ledger:
            return "claim"
        return "work" if "citation" in classes else KINDS.get(tag)

    def _is_title(self, tag: str, classes: list[str]) -> bool:
        """Return whether an element is the title of an answer, or a part of it."""
        if self._is_in("figure", "table"):  # its number, and the sentence that stands out
            return "caption-number" in classes or (tag == "strong" and not CELLS & {*self.stack})
        return tag in HEADS or (tag == "dt" and self._is_in("term"))

    def handle_endtag(self, tag: str) -> None:
        """End what ends with the element."""
        if tag in VOID or tag not in self.stack:
            return
        while self.stack.pop() != tag:
            self.unsaid = max(0, self.unsaid - 1)
        self.unsaid = max(0, self.unsaid - 1)
        if len(self.stack) < self.title_depth:
            self.title_depth = 0
        if self.open:
            self._end_block(tag, self.open[-1])
        while self.open and len(self.stack) < self.open[-1].depth - (self.open[-1].kind == "term"):
            self.open.pop()

    @staticmethod
    def _end_block(tag: str, entry: Entry) -> None:
        """Keep blocks apart; the title of a claim is its first cell, and that of a row or a work its first paragraph."""
        if tag in CELLS and entry.text[-1:] == [NOTHING]:
            entry.text.pop()
        if tag in BLOCKS and entry.text[-1:] not in ([CELL], [NOTHING]):  # a cell may be empty
            entry.text.append(CELL if tag in CELLS else " ")
        if tag in TITLED_BY.get(entry.kind, ()) and not "".join(entry.title).strip():
            entry.title, entry.text = entry.text[:-1], []

    def handle_data(self, data: str) -> None:
        """Add what is read to the answer that it belongs to."""
        if self.open and not self.unsaid:
            said = data[found.end() :] if (found := MARK.match(data)) else data
            (self.open[-1].title if self.title_depth else self.open[-1].text).append(said)

    def _is_in(self, *kinds: str) -> bool:
        """Return whether the innermost answer is of one of these kinds."""
        return bool(self.open) and self.open[-1].kind in kinds


def entries(html: str, address: str, page: str) -> list[dict[str, str]]:
    """Return the answers of a page, as the script has them."""
    parser = Entries()
    parser.feed(html)
    made = []
    for entry in parser.found:
        title, text = (" ".join("".join(parts).split()).strip(" ·") for parts in (entry.title, entry.text))
        if entry.kind == "work":  # what follows is where it can be read, which the link of the list has
            title = title.partition(" http")[0]
        if title:
            where = f"{address}#{entry.anchor}"
            made.append({"kind": entry.kind, "page": page, "address": where, "title": title, "text": text[:MOST]})
    return made


def write(app: Sphinx, exception: Exception | None) -> None:
    """Leave the answers of all pages beside them (``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    made: list[dict[str, Any]] = []
    for page in in_order(app.env):
        file = Path(app.outdir, app.builder.get_target_uri(page))
        title = app.env.titles[page].astext()
        made += entries(file.read_text(encoding="utf-8"), app.builder.get_target_uri(page), title)
    for number, entry in enumerate(made):
        entry["id"] = number
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    Path(app.outdir, FILE).write_text(f"window.searchEntries = {text};\n", encoding="utf-8")


def replace_index(app: Sphinx) -> None:
    """Let Sphinx make no index of its own, which drops numbers (``builder-inited``)."""
    if app.builder.name == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def add_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Add the page of the search (``html-collect-pages``)."""
    return [("search", {"title": "Search"}, "search.html")] if app.builder.name == "html" else []


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    app.connect("builder-inited", replace_index)
    app.connect("html-collect-pages", add_page)
    app.connect("build-finished", write)
