"""Tables: their cells in groups that stay together, and the longest words of each column.

How wide the columns are, whether the table is set smaller or turned, and which rows may run over a page decides the
template, which can measure.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from docutils import nodes
from sphinx import addnodes

from edition.around import around
from edition.typst import heights
from edition.typst.balance import balanced
from edition.typst.breaks import pieces, shortest
from edition.typst.markup import array, content, optional, string
from edition.typst.numbering import numbered_label
from edition.typst.writer import Writer, inside

#: Rows from which on a table may run over several pages, even if it would fit on one; and the millimetres, a third of a page,
#: which is the limit of ``book-figure`` in the template.
LONG, HIGH = 16, 65.0
#: The template's functions for long tables of keys and values, each with how many characters a line of the table has.
REGISTERS = {"data-table": 86}
#: How many characters a line of another table has.
LINE = 84
#: The space beside the text of a cell, in characters.
BESIDE = 2
#: How much wider than a letter of the text one of another face is.
FACES = {"text": 1.0, "bold": 1.1, "mono": 1.15}
#: Rows below which a register keeps the widths that its author gave.
FEW = 6
#: How many of the longest words of a column, of one face, are measured.
MEASURED = 5
#: Lines up to which a row of a register stays whole.
WHOLE = 8
#: Characters from which on the height of a cell is measured.
TALL = 100


@dataclass(frozen=True)
class Cell:
    """A cell in the grid of its table; a stub is the head of its row."""

    node: nodes.entry
    row: int
    column: int
    in_head: bool
    is_stub: bool

    @property
    def columns(self) -> int:
        """How many columns it spans."""
        return 1 + int(self.node.get("morecols", 0))

    @property
    def rows(self) -> int:
        """How many rows it spans."""
        return 1 + int(self.node.get("morerows", 0))

    @property
    def is_tall(self) -> bool:
        """Whether it may be taller than a part of a page."""
        return len(self.node.astext()) >= TALL or self.has_others

    @property
    def has_others(self) -> bool:
        """Whether it has more than text in paragraphs."""
        others = [part for part in self.node.children if not isinstance(part, nodes.paragraph)]
        return bool(others) or any(self.node.findall(nodes.image))

    def lines(self, shares: list[float]) -> float:
        """Return about how many lines it takes, given how many letters a line of each column has."""
        length = sum(shares[self.column : self.column + self.columns])
        return sum(math.ceil(len(part.astext()) / length) for part in self.node.children)


class Grid:
    """The cells of a table, each in its place."""

    def __init__(self, group: nodes.tgroup) -> None:
        specs = list(group.findall(nodes.colspec))
        self.width = len(specs)
        self.rows: list[list[Cell]] = []
        taken: set[tuple[int, int]] = set()
        for row in group.findall(nodes.row):
            if row.parent.parent is group:
                self._add(row, specs, taken)

    def _add(self, row: nodes.row, specs: list[nodes.colspec], taken: set[tuple[int, int]]) -> None:
        """Add a row, where no cell of a row above reaches down."""
        place, column, cells = len(self.rows), 0, []
        for entry in (part for part in row.children if isinstance(part, nodes.entry)):
            while (place, column) in taken:
                column += 1
            is_stub = column < len(specs) and bool(specs[column].get("stub"))
            cell = Cell(entry, place, column, isinstance(row.parent, nodes.thead), is_stub)
            taken |= {(place + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            cells.append(cell)
            column += cell.columns
        self.rows.append(cells)

    def groups(self) -> Iterator[list[Cell]]:
        """Return the rows below the head; those that a cell spans are one group."""
        group: list[Cell] = []
        end = 0
        for place, row in enumerate(self.rows):
            if any(cell.in_head for cell in row):
                continue
            if place >= end and group:
                yield group
                group = []
            group += row
            end = max([end, place + 1, *(place + cell.rows for cell in row)])
        if group:
            yield group

    def head(self) -> list[Cell]:
        """Return the cells of the head, row by row."""
        return [cell for row in self.rows for cell in row if cell.in_head]

    @property
    def is_plain(self) -> bool:
        """Whether no cell spans others, or has more than text in paragraphs."""
        return all(
            len(row) == self.width and not any(cell.rows > 1 or cell.has_others for cell in row) for row in self.rows
        )

    def lengths(self) -> list[list[list[int]]]:
        """Return what :meth:`texts` does of the rows below the head in which no cell spans others."""
        return self.texts(row for row in self.rows if len(row) == self.width and not row[0].in_head)

    @staticmethod
    def texts(rows: Iterable[list[Cell]]) -> list[list[list[int]]]:
        """Return for each row the lengths of the paragraphs in its cells, in characters."""
        return [[[len(part.astext()) for part in cell.node.findall(nodes.paragraph)] for cell in row] for row in rows]

    def longest(self) -> list[float]:
        """Return for each column the width of its longest word, in letters of the text, with the space beside it."""
        return [max([3 + FACES[face] * len(word) for face, word in column], default=1.0) for column in self.words()]

    def words(self) -> list[list[tuple[str, str]]]:
        """Return for each column its longest words, each with its face: text, bold or mono."""
        found: list[dict[str, set[str]]] = [defaultdict(set) for _ in range(self.width)]
        for cell in itertools.chain.from_iterable(self.rows):
            if cell.columns == 1 and cell.column < self.width:
                for text in cell.node.findall(nodes.Text):
                    face = _face(text, cell)
                    found[cell.column][face].update(pieces(text.astext(), narrow=face == "mono"))
        return [[(face, word) for face in sorted(column) for word in _longest(column[face])] for column in found]


def _face(text: nodes.Text, cell: Cell) -> str:
    """Return the face in which a text of a cell is set."""
    if inside(text, nodes.literal, nodes.literal_block, within=nodes.entry):
        return "mono"
    return "bold" if cell.in_head or cell.is_stub or inside(text, nodes.strong, within=nodes.entry) else "text"


def _page(node: nodes.Node) -> nodes.Element:
    """Return the page that `node` stands on, or the whole tree."""
    outward = [node, *around(node)]
    found = next((one for one in outward if isinstance(one, addnodes.start_of_file)), outward[-1])
    return cast("nodes.Element", found)


def _longest(words: set[str]) -> list[str]:
    """Return the longest words, those that are measured."""
    return sorted(words, key=lambda word: (-len(word), word))[:MEASURED]


class TableWriter(Writer):
    """Tables; their numbers come from Sphinx."""

    def visit_table(self, node: nodes.table) -> None:
        title = next((part for part in node.children if isinstance(part, nodes.title)), None)
        caption = self.render(title.children) if title else ""
        short = self.short(title) if title else ""
        label = numbered_label(self.builder.env, self.docname, "table", node) if title else None
        self.float("table", node, (caption, short), label, self.render(p for p in node.children if p is not title))

    def short(self, caption: nodes.Element) -> str:
        """Return what the list of figures or tables says: the sentence in bold that a caption begins with, or all of it."""
        first = caption.next_node(nodes.strong)
        return self.copy(first.children if first is not None and first.parent is caption else caption.children)

    def float(self, kind: str, node: nodes.Element, captions: tuple[str, str], label: str | None, body: str) -> None:
        """Write a figure or a table, and leave the node; only what stands in a section may float.

        :param captions: the caption, and what of it stands in the list of figures or tables.
        """
        breakable = may_break(node) if kind == "table" else "auto"
        arguments = [kind, optional(self.label(node)), optional(label), *map(content, captions), breakable]
        if not isinstance(node.parent, (nodes.section, nodes.document, nodes.container)) or self.in_table:
            arguments.append("floats: false")
        self.add(f"#book-figure({', '.join(arguments)})[{body}]\n\n")
        raise nodes.SkipNode

    def visit_tgroup(self, node: nodes.tgroup) -> None:
        """Write a table: the widths and sides of its columns, its longest words, its place, its head and its rows."""
        function = self.function(node.parent) or "book-table"
        grid = Grid(node)
        widths = self._widths(node, function)
        room = REGISTERS.get(function)
        self.shares = _shares(widths, room) if room and "auto" not in widths else None
        self.in_table += 1
        outer, self.in_register = self.in_register, function in REGISTERS
        head = array(self._cell(cell) for cell in grid.head())
        rows = array(f"\n{array(self._cell(cell) for cell in group)}" for group in grid.groups())
        self.in_table -= 1
        self.in_register = outer
        words = array(array(_measured(face, word) for face, word in column) for column in grid.words())
        given = [
            array(widths),
            array(column_alignments(node)),
            words,
            string(self.where(node)),
            head,
            rows,
        ]
        self.add(f"#{function}({', '.join(given)})")
        raise nodes.SkipNode

    def _widths(self, group: nodes.tgroup, function: str) -> list[str]:
        """Return the widths of the columns; the registers of a page that are alike are alike in print, and low."""
        widths = column_widths(group)
        if "auto" in widths:
            return self._low(group, widths)
        if function not in REGISTERS:
            return widths
        key = (_page(group), function, tuple(widths))
        if key not in self.balanced:
            self.balanced[key] = self._balanced(*key)
        return self.balanced[key]

    def _balanced(self, page: nodes.Element, function: str, authored: tuple[str, ...]) -> list[str]:
        """Return the widths for all registers of a kind on a page whose author gave the same."""
        widths = list(authored)
        alike = [Grid(other) for other in page.findall(nodes.tgroup) if self._is_like(other, widths, function)]
        rows = [row for grid in alike for row in grid.lengths()]
        if len(rows) < FEW:
            return widths
        longest = [max(column, default=1) for column in zip(*(grid.longest() for grid in alike), strict=True)]
        room = REGISTERS[function]
        given = [float(width.removesuffix("fr")) for width in widths]
        least = [min(width, room / len(widths)) for width in longest]
        return [f"{width:.1f}fr" for width in balanced(rows, given, least, room)]

    def _low(self, group: nodes.tgroup, widths: list[str]) -> list[str]:
        """Return widths by which a table is low whose author gave none, if its lines are longer than the page is wide."""
        grid = Grid(group)
        rows = [[[length + BESIDE for length in cell] for cell in row] for row in grid.lengths()]
        least = grid.longest()
        wanted = [
            max(need, *(max(row[column], default=0) for row in rows)) for column, need in enumerate(least) if rows
        ]
        if self.in_table or len(rows) < FEW or not sum(least) < LINE < sum(wanted):
            return widths
        given = [min(width, LINE / 2) for width in wanted]
        return [f"{width:.1f}fr" for width in balanced(rows, given, least, LINE)]

    def _is_like(self, group: nodes.tgroup, widths: list[str], function: str) -> bool:
        """Return whether a table is a register of this kind, whose author gave these widths."""
        return self.function(group.parent) == function and column_widths(group) == widths

    def _cell(self, cell: Cell) -> str:
        """Return a cell; the first of a row is also the target of the links to the row."""
        node = cell.node
        anchors = self.anchor(node.parent) if node is node.parent.children[0] else ""
        body = anchors + self.anchor(node) + self.render(node.children)
        options = [f"columns: {cell.columns}, rows: {cell.rows}"]
        if cell.in_head and (copy := self.copy(node.children)) != body:
            self.heads += 1
            options.append(f"copy: [{copy}], name: {string(f'head:{self.heads}')}")
        if cell.in_head or cell.is_stub:
            options.append("bold: true")
        if cell.is_tall if self.shares is None else cell.has_others or cell.lines(self.shares) > WHOLE:
            options.append("tall: true")
        return f"cell({cell.column}, {', '.join(options)})[{body}]"


def _shares(widths: list[str], room: float) -> list[float]:
    """Return how many letters a line of each column has, if a line of the table has `room`."""
    parts = [float(width.removesuffix("fr")) for width in widths]
    return [room * part / sum(parts) for part in parts]


def _measured(face: str, word: str) -> str:
    """Return a word to measure, and what of it remains if it is hyphenated."""
    return f"({string(face)}, {string(word)}, {string(word if face == 'mono' else shortest(word))})"


def may_break(table: nodes.Element) -> str:
    """Return whether a table may run over several pages even if it would fit on one; ``auto`` if that has to be measured."""
    if sum(1 for _ in table.findall(nodes.row)) >= LONG:
        return "true"
    groups = [part for part in table.children if isinstance(part, nodes.tgroup)]
    if len(groups) != 1 or not (grid := Grid(groups[0])).is_plain:
        return "auto"
    texts, widths = grid.texts(grid.rows), column_widths(groups[0])
    shares = heights.automatic(texts, LINE) if "auto" in widths else _shares(widths, LINE)
    lowest, highest = heights.span(texts, shares)
    highest += sum(heights.of_caption(len(part.astext())) for part in table.children if isinstance(part, nodes.title))
    return "true" if lowest > HIGH else "false" if highest < HIGH else "auto"


def column_widths(group: nodes.tgroup) -> list[str]:
    """Return the widths of the columns: those that the author gave, else what the text needs."""
    table, specs = group.parent, list(group.findall(nodes.colspec))
    if "colwidths-given" in table["classes"]:
        return [f"{spec['colwidth']}fr" for spec in specs]
    return ["auto"] * len(specs)


def column_alignments(group: nodes.tgroup) -> list[str]:
    """Return the alignments of the columns, which Markdown tables give as a class of every cell."""
    sides = ["left"] * len(list(group.findall(nodes.colspec)))
    for cell in (cell for row in Grid(group).rows for cell in row if cell.columns == 1 and cell.column < len(sides)):
        named = [side for side in ("right", "center") if f"text-{side}" in cell.node["classes"]]
        sides[cell.column] = named[0] if named else sides[cell.column]
    return sides
