"""The words of the book as its sources have them: every paragraph, note, caption and text of a picture, with its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from edition.paths import ROOT

# Directives between ``` whose text is read; the others hold code, index entries or names of columns.
FENCE = re.compile(r"^(`{3,})\{([\w:-]+)\}\s*(.*)$")
COLON = re.compile(r"^:::+(?:\{([\w-]+)\}\s*(.*))?$")
# Keywords and methods by which a cell writes words into a picture.
DRAWN = {"alt", "source", "title", "label", "xlabel", "ylabel"}
WRITERS = {"text", "set_title", "set_xlabel", "set_ylabel", "set_label", "write"}


@dataclass(frozen=True)
class Piece:
    """One line of a page, or one text of a cell."""

    file: str
    line: int
    kind: str  # retelling, note (of the edition), footnote, heading, caption, picture (drawn, or its alternative text), text
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} ({self.kind})"

    @property
    def plain(self) -> str:
        """What is typed: an ellipsis for each value that a role gives, a section sign for each reference and for code."""
        text = re.sub(r"\{term\}`([^`<]*?)(?: ?<[^`]*)?`", r"\1", self.text)
        text = re.sub(r" ?\{(?:mark|cite:\w+)\}`[^`]*`|\[\^\w+\]|\{\.[\w-]+\}", "", text)
        text = re.sub(r"\{(?:claim|glue:\w+|works)\}`[^`]*`", "…", text)
        text = re.sub(r"(?:\{[\w:-]+\})?`[^`]*`", "§", text)
        return re.sub(r"\]\([^)]*\)", "]", text)


def pages() -> list[Path]:
    """Return the pages of the book."""
    return sorted((ROOT / "book").glob("*.md"))


def pieces(file: Path) -> list[Piece]:
    """Return the words of a page, in order."""
    return list(_Reader(file.name, file.read_text(encoding="utf-8").splitlines()).read())


@dataclass
class _Reader:
    """Goes through the lines of a page once."""

    name: str
    lines: list[str]
    at: int = 0  # the next line, from 0

    def read(self) -> Iterator[Piece]:
        """Give what each line says, by what it stands in."""
        if self.lines[0] == "---":
            self.at = self.lines.index("---", 1) + 1
        inside, hers = "text", False
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if FENCE.match(line):
                yield from self._fenced()
                continue
            if directive := COLON.match(line):
                inside = "note" if directive[1] == "edition-note" else "text"
                if directive[2]:
                    yield self._piece("caption", directive[2])
            elif address := re.match(r"^\{#\w+-\d+\}$", line):
                hers = bool(address)
            elif not line.strip():
                hers = False
            elif not re.match(r"^(\([\w-]+\)=|:[\w-]+:.*|%.*|\{\.[\w-]+\})$", line):
                yield self._piece(self._kind(line, "retelling" if hers else inside), line)
            self.at += 1

    def _kind(self, line: str, inside: str) -> str:
        """Return the kind of a line that stands in no fence of code."""
        if line.startswith("#"):
            return "heading"
        return "footnote" if re.match(r"^\[\^\w+\]:", line) else inside

    def _piece(self, kind: str, text: str, line: int | None = None) -> Piece:
        return Piece(self.name, self.at + 1 if line is None else line, kind, text)

    def _fenced(self) -> Iterator[Piece]:
        """Give the words of a directive between backticks, and step over it."""
        opening = FENCE.match(self.lines[self.at])
        assert opening
        end = self.lines.index(opening[1], self.at + 1)
        inner, first = self.lines[self.at + 1 : end], self.at + 2
        if opening[2] == "code-cell":
            yield from self._cell(inner, first)
        for number, line in enumerate(inner, start=first):
            if words := re.match(r"^:headings: (.*)$", line):
                yield self._piece("caption", words[1], number)
        self.at = end + 1

    def _cell(self, inner: list[str], first: int) -> Iterator[Piece]:
        """Give the caption of a cell and what it draws and tells."""
        start = inner.index("---", 1) + 1 if inner[:1] == ["---"] else 0
        options = yaml.safe_load("\n".join(inner[1 : max(start - 1, 0)])) or {}
        if caption := options.get("mystnb", {}).get("figure", {}).get("caption"):
            at = next(row for row, line in enumerate(inner) if line.strip().startswith("caption:"))
            yield self._piece("caption", caption.strip(), first + at)
        code = "\n".join("" if row < start or line.startswith(":tags:") else line for row, line in enumerate(inner))
        for line, text in drawn(ast.parse(code)):
            yield self._piece("picture", text, first + line - 1)


def drawn(tree: ast.AST) -> list[tuple[int, str]]:
    """Return the literal words of a cell that a reader of its picture or table sees or hears, each with its line."""
    printed = [part for node in ast.walk(tree) for part in _printed(node)]
    places = {place: text for part in printed for place, text in _texts(part) if _is_said(text)}
    return [(line, text) for (line, _), text in sorted(places.items())]


def _printed(node: ast.AST) -> list[ast.expr]:
    """Return what a call writes into a picture; and every text made of parts, as it is printed somewhere."""
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        named = [keyword.value for keyword in node.keywords if keyword.arg in DRAWN]
        return named + (node.args if called in WRITERS else [])
    return [node] if isinstance(node, ast.JoinedStr) else []


def _is_said(text: str) -> bool:
    """Return whether a text holds words, and is no name, form or query."""
    return bool(re.search(r"[^\W\d_]{2}", text)) and not re.search(r"[<>=]|^[\w{}.:,-]*$", text)


def _texts(node: ast.AST) -> Iterator[tuple[tuple[int, int], str]]:
    """Give the texts that stand in an expression as they are printed, with their places; "…" is what is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield (node.lineno, node.col_offset), node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "…" for part in node.values]
        yield (node.lineno, node.col_offset), "".join(map(str, parts))
    elif isinstance(node, ast.BinOp | ast.IfExp):
        for part in ast.iter_child_nodes(node):
            yield from _texts(part)
