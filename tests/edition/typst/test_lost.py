"""No word is lost: whatever does not fit is set otherwise, or reported with page, line and cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docutils import nodes

from edition.typst.compile import TEMPLATES

SENTENCE = "A cell says in many words what it has to say, number {}. "
LONG_CELL = "".join(SENTENCE.format(n) for n in range(150))
IDENTIFIER = "an_identifier_with_a_very_long_name_that_never_ends_and_has_no_place_to_break_at_all_in_it_whatsoever"
ADDRESS = (
    "https://www.example.org/a/long/address/that/goes/on/and/on/2023/09/19/index.html?query=parameter&other=value-long"
)
DIGEST = "0123456789abcdef" * 8


def table(rows: int, columns: int, cell: str = "{row}/{column}", head: str = "H{column}") -> str:
    """Return a table in Markdown."""
    lines = [[head.format(column=c) for c in range(columns)], ["---"] * columns]
    lines += [[cell.format(row=r, column=c) for c in range(columns)] for r in range(rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def list_table(*options: str, rows: list[list[str]]) -> str:
    """Return a table in reStructuredText, in a page in Markdown."""
    lines = [f"   {option}" for option in options] + [""]
    for row in rows:
        lines += [f"   {'* - ' if place == 0 else '  - '}{cell}" for place, cell in enumerate(row)]
    return "```{eval-rst}\n.. list-table::\n" + "\n".join(lines) + "\n```"


def spanned(rows: int, cell: str = "R{:03}", spans: int = 1) -> str:
    """Return a table of two columns in reStructuredText, each cell of the first over some rows of the second."""
    width = len(cell.format(0)) + 2
    lines = [f"+------+{'-' * width}+"]
    for row in range(rows):
        is_last = (row + 1) % (rows // spans) == 0
        first = f" S{row:03} " if row % (rows // spans) == 0 else " " * 6
        lines += [f"|{first}| {cell.format(row)} |", f"+{'------' if is_last else '      '}+{'-' * width}+"]
        if not is_last:
            lines[-1] = f"|      +{'-' * width}+"
    return "```{eval-rst}\n" + "\n".join(lines) + "\n```"


NESTED = list_table(
    rows=[["a", ".. list-table::\n\n" + "\n".join(f"            * - n{n}\n              - x" for n in range(90))]]
)

FITTING = {
    "a cell over a hundred rows": spanned(100),
    "cells over forty rows each": spanned(120, spans=3),
    "a cell over a few high rows": spanned(6, "R{:03} " + "says what it says " * 40),
    "few rows, taller than a page": table(10, 2, "row {row} " + "says what it says " * 40),
    "a cell taller than a page": table(1, 2, LONG_CELL),
    "a cell taller than two pages": table(1, 2, LONG_CELL * 3),
    "a tall cell in a narrow column": list_table(":widths: 10 90", rows=[[LONG_CELL[:3000], "x"]]),
    "a tall cell among many rows": table(20, 2) + f"\n| tall | {LONG_CELL} |\n" + "| a | b |\n" * 20,
    "a head taller than a page": table(20, 2, head="H{column} " + LONG_CELL),
    "fifteen columns": table(3, 15, "1,234", "20{column}"),
    "ten columns of words": table(3, 10, "Stepanakert", "Azerbaijan"),
    "thirteen columns of words": table(3, 13, "Stepanakert", "Azerbaijan"),
    "twenty columns": table(3, 20, "12,345", "20{column}"),
    "a long identifier in a cell": table(1, 2, f"`{IDENTIFIER}`"),
    "a long identifier in a narrow column": list_table(":widths: 5 95", rows=[[f"``{IDENTIFIER}``", "x"]]),
    "a long address in a cell": table(1, 3, f"<{ADDRESS}>"),
    "a digest in a cell": table(1, 3, DIGEST),
    "a digest in the text": f"Of {DIGEST} and `{DIGEST}`.",
    "a long address in the text": f"Text with <{ADDRESS}> and <https://example.org/{DIGEST}>.",
    "a long line of code": f"```\nx = '{DIGEST * 3}'\n```",
    "code of many lines": "```\n" + "\n".join(f"line{n} = {n}" for n in range(150)) + "\n```",
    "a long line of code in a list": f"* item\n\n  ```\n  x = '{DIGEST * 2}'\n  ```\n",
    "code in a cell": list_table(rows=[["a", f"::\n\n         {DIGEST * 2}"], ["c", "d"]]),
    "a tall table in a list": "* item\n\n" + "\n".join("  " + line for line in table(9, 2, "w " * 300).split("\n")),
    "a tall table in a box": f":::{{note}}\n{table(9, 2, 'w ' * 300)}\n:::",
    "a tall table with a caption": f":::{{table}} A caption\n\n{table(9, 2, 'w ' * 300)}\n:::",
    "a long note": f"A.[^a]\n\n[^a]: {LONG_CELL}",
    "a long note in a cell": f"| a | b |\n|---|---|\n| x[^a] | y |\n\n[^a]: {LONG_CELL}",
    "a long quotation": f"> {LONG_CELL}",
    "a table in a cell over rows": NESTED,
    "a tall cell in a stub": list_table(":stub-columns: 1", rows=[[LONG_CELL, "x"], ["b", "c"]]),
    "a caption taller than a page": f":::{{table}} {LONG_CELL}\n\n{table(3, 2)}\n:::",
    "a figure with a caption taller than a page": f":::{{figure}} dot.svg\n:alt: A dot.\n\n{LONG_CELL}\n:::",
    "a figure taller than a page": ":::{figure} tall.svg\n:alt: A line.\n\nThe caption of the tall one.\n:::",
    "a high figure with a long caption": f":::{{figure}} tall.svg\n:alt: A line.\n\n{LONG_CELL[:3000]}\n:::",
    "a box in a cell": list_table(rows=[["a", f".. note::\n\n         {LONG_CELL}"], ["b", "c"]]),
    "a box in a box": f"::::{{note}}\n:::{{tip}}\n{LONG_CELL}\n:::\n::::",
    "a list in a cell": list_table(rows=[["a", "\n         ".join(f"- item {n}\n" for n in range(120))], ["b", "c"]]),
    "a formula in letters": "x" + "+y" * 200 + " and " + "a≤b→" * 80,
    "a formula in a cell": table(1, 2, "x" + "=y+z" * 60),
    "a title longer than a page": f"## {LONG_CELL[:6000]}\n\nText.",
    "a line block of many lines": "```{eval-rst}\n" + "\n".join(f"| line {n}" for n in range(150)) + "\n```",
    "a field of many words": f"```{{eval-rst}}\n:field: {LONG_CELL}\n```",
    "a listing with a caption": "```{code-block} text\n:caption: " + LONG_CELL[:4000] + "\n\n" + "x\n" * 120 + "```",
    "a long term": f"```{{eval-rst}}\n{LONG_CELL[:5000]}\n   Its body.\n```",
    "notes that are many": " ".join(f"Word{n}.[^n{n}]" for n in range(150))
    + "\n\n"
    + "".join(f"[^n{n}]: Of note {n}.\n" for n in range(150)),
    "a long definition": f"```{{glossary}}\nterm\n  {LONG_CELL}\n```",
}


@pytest.mark.parametrize("text", FITTING.values(), ids=list(FITTING))
def test_what_is_long_wide_or_tall_is_all_there(print_text, tmp_path, text: str) -> None:
    for name, height in (("dot", 9), ("tall", 3000)):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="{height}"><rect width="60" height="{height}"/></svg>'
        (tmp_path / f"{name}.svg").write_text(drawing, encoding="utf-8")
    printed = print_text(f"# Title\n\nBefore.\n\n{text}\n\nAfter.\n")
    assert printed.warnings == ""
    assert printed.lost == []


def test_the_miniature_books_are_all_there(book, print_root) -> None:
    assert book.lost == []
    assert print_root("plain").lost == []


def test_what_stands_beyond_the_edge_is_an_error_with_its_page(print_text, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.typst.writer.Writer.anchor", lambda self, node: "#h(-500pt)")
    printed = print_text("# Title\n\nSunk beyond reach.\n")
    assert printed.lost == ["Sunk", "beyond", "reach."]
    assert "index.md:3: ERROR: page.pdf: on no page of it is Sunk, beyond, reach. (3 in all)" in printed.warnings


def test_a_cell_whose_words_stand_elsewhere_too_is_reported_beyond_the_edge(
    print_text, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [tmp_path / template.name for template in TEMPLATES]
    for template, copy in zip(TEMPLATES, whole, strict=True):
        text = template.read_text(encoding="utf-8")
        copy.write_text(text.replace("let is-high = is-high(cells)", "let is-high = false"), encoding="utf-8")
    monkeypatch.setattr("edition.typst.builder.TEMPLATES", whole)
    printed = print_text(f"# Title\n\n{'again ' * 200}\n\n{table(1, 2, 'again ' * 1500)}\n")
    assert printed.lost == []
    assert "index.md:5: WARNING: the table runs over the edge of page " in printed.warnings


def test_a_word_that_is_there_too_seldom_is_lost(print_text) -> None:
    printed = print_text("# Title\n\nOne lamp burns.\n")
    [*_, text] = printed.tree.findall(nodes.Text)
    text.parent += nodes.Text(" A lamp burns low.")
    assert set(printed.lost) == {"A", "lamp", "low."}


def test_a_table_that_fits_in_no_way_is_reported_with_its_place(print_text) -> None:
    printed = print_text(f"# Title\n\n{table(2, 60, '12,345,678')}\n")
    assert "index.md:3: WARNING: a table of 60 columns is wider than the page" in printed.warnings


def test_long_texts_have_the_room_of_short_ones(print_text) -> None:
    """A table without widths whose lines are longer than the page, and one whose lines are not."""
    row = "| 12 May 1901 | a few words more | {} |\n"
    for length, are_given in ((60, True), (2, False)):
        printed = print_text("# Title\n\n| A | B | C |\n|---|---|---|\n" + row.format("what it says " * length) * 8)
        [widths] = re.findall(r"#book-table\(\(([^)]*), \)", printed.source)
        assert ("auto" not in widths) == are_given
        if are_given:
            first, second, third = (float(width.removesuffix("fr")) for width in widths.split(", "))
            assert third > 3 * first and third > 3 * second
            assert printed.lost == []


def test_rows_that_are_no_taller_than_half_a_page_stay_whole(print_text) -> None:
    printed = print_text("# Title\n\n" + table(30, 2, "first{row} " + "word " * 60 + "last{row}"))
    for row in range(30):
        assert sum(f"first{row} " in page and f"last{row} " in f"{page} " for page in printed.pages) == 1


HEADS = {
    "a note": ("Key[^h]", "\n[^h]: A note.\n"),
    "a link": ("[Key](#there)", ""),
    "an entry of the index": ("{index}`Key`", ""),
    "a reference": ("{ref}`there`", ""),
}


@pytest.mark.parametrize("key, rest", HEADS.values(), ids=list(HEADS))
def test_the_head_of_a_table_is_repeated_as_a_copy(print_text, key: str, rest: str) -> None:
    rows = "\n".join(f"| {n} | x |" for n in range(90))
    printed = print_text(f"# Title\n\n(there)=\n## Key\n\n| {key} | Value |\n|---|---|\n{rows}\n{rest}")
    assert printed.warnings == ""
    assert sum("Key Value" in page or "Key1 Value" in page for page in printed.pages) == 3
    assert sum("Key1" in page for page in printed.pages) == ("[^h]" in key)


FILLED = "A paragraph fills the page with words so that the section runs over several pages of the book. " * 60


def test_a_heading_is_repeated_without_notes_and_links(print_text) -> None:
    heading = "Of [names](https://example.org) and `code`[^a] {ref}`there`"
    printed = print_text(
        f"(there)=\n# Title[^b]\n\n## {heading}\n\n{FILLED}\n\n### Deeper[^c]\n\nX.\n\n[^a]: Of A.\n[^b]: Of B.\n[^c]: Of C.\n"
    )
    assert printed.warnings == ""
    titles = [entry.title for entry in printed.reader.outline if not isinstance(entry, list)]
    assert titles == ["Title"]
    assert printed.lost == []
    assert all(sum(f"Of {letter}." in page for page in printed.pages) == 1 for letter in "ABC")
    assert "code2 Title" in printed.pages[5] and "code Title" in printed.pages[4]


def test_a_note_referred_to_again_has_its_number_again(print_text) -> None:
    printed = print_text("# Title\n\nOne.[^a] Two.[^b] One again.[^a] Two again.[^b]\n\n[^a]: A.\n[^b]: B.\n")
    assert "One.1 Two.2 One again.1 Two again.2" in printed.pages[-1]


def test_the_number_of_a_note_is_that_of_the_tree(print_text) -> None:
    printed = print_text("# Title\n\n```{eval-rst}\nOne. [16]_ Again. [16]_\n\n.. [16] Sixteen.\n```\n")
    assert "One. 16 Again. 16" in printed.pages[-1]
