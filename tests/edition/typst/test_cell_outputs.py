"""What cells put out: printed as a reader wants it, or refused with the cell and the cure."""

from __future__ import annotations

import nbformat
import pytest

from edition.typst.cell_outputs import plain, unprintable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m plain", "red plain"),
        ("\x1b[38;5;196mred\x1b[K\x1b[1;32;40mgreen\x1b[m", "redgreen"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("bell\x07 null\x00 form\x0c", "bell null form"),
        ("\rprogress 0\rprogress 1\rprogress 22", "progress 22"),
        ("long line\rshort", "shortline"),
        ("abc\b\bX", "aX"),
        ("one\r\ntwo\r\n", "one\ntwo\n"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_text_is_as_a_terminal_shows_it_in_the_end(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "<pandas.io.formats.style.Styler at 0x7fe36a776190>",
        "<IPython.core.display.HTML object>",
        "<IPython.lib.display.IFrame at 0x7f01>",
        "[<matplotlib.lines.Line2D at 0x7f8b0c>]",
        "<function f at 0x7f1234>",
        "<__main__.Thing object at 0x7f1234>",
        "(<Figure object>,)",
        "{'a': <object object at 0x7f1>}",
    ],
)
def test_an_object_without_a_printed_form_is_found(text: str) -> None:
    found = unprintable(text)
    assert found and "0x" not in found


@pytest.mark.parametrize("text", ["   a  b\n0  1  2", "a < b > c", "<p>HTML as text</p> and more", "look at 0x7f", "3"])
def test_text_has_a_printed_form(text: str) -> None:
    assert unprintable(text) is None


PYTHON = {
    "kernelspec": {"name": "python3", "display_name": "Python 3"},
    "language_info": {"name": "python", "pygments_lexer": "python"},
}


def notebook(*outputs: dict[str, str]) -> str:
    """Return a notebook whose first cell has no output, and whose next has these, by their types."""
    shown = [nbformat.v4.new_output("display_data", data=data) for data in outputs]
    cells = [nbformat.v4.new_markdown_cell("# Title"), nbformat.v4.new_code_cell("1"), nbformat.v4.new_code_cell("2")]
    cells[-1].outputs = shown
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells, metadata=PYTHON))


@pytest.fixture
def print_outputs(print_text, tmp_path):
    """A function that prints a book of a page with these outputs."""

    def build(*outputs: dict[str, str]):
        (tmp_path / "cells.ipynb").write_text(notebook(*outputs), encoding="utf-8")
        return print_text("# Book\n\n```{toctree}\ncells\n```\n")

    return build


def test_a_table_is_printed_as_its_text(print_outputs) -> None:
    printed = print_outputs({"text/html": "<table></table>", "text/plain": "   a\n0  1"})
    assert printed.warnings == "" and printed.lost == []
    assert "a 0 1" in printed.pages[-1]


@pytest.mark.parametrize(
    "output",
    [
        {"text/html": "<b>x</b>", "text/plain": "<IPython.core.display.HTML object>"},
        {"text/html": "<table/>", "text/plain": "<pandas.io.formats.style.Styler at 0x7fe36a776190>"},
        {"text/latex": "$a$", "text/plain": "<IPython.core.display.Latex object>"},
        {"text/plain": "<IPython.lib.display.Audio at 0x7fe3>"},
    ],
)
def test_what_has_no_printed_form_is_an_error_with_its_cell(print_outputs, output) -> None:
    printed = print_outputs(output)
    assert "cells.ipynb" in printed.warnings
    assert "cell 2: its output <" in printed.warnings and "has no printed form; let the cell" in printed.warnings
    assert "0x" not in " ".join(printed.pages)


def test_a_formula_is_an_error_by_name(print_text) -> None:
    printed = print_text("# Title\n\nOf $x^2$.\n", myst_enable_extensions=["dollarmath"])
    assert "index.md:3: WARNING: a formula cannot be printed: x^2;" in printed.warnings


def test_the_escapes_of_an_output_are_not_printed(print_outputs) -> None:
    printed = print_outputs({"text/plain": "\x1b[31mred\x1b[0m"})
    assert printed.warnings == ""
    assert "red" in printed.pages[-1] and "[31m" not in printed.pages[-1]
