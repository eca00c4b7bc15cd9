"""Running the chapters: side by side, each failure told in a line, and ``edition`` within reach of every kernel."""

from __future__ import annotations

import pytest
from sphinx.errors import ExtensionError

FAILURES = {
    "fire": ("rows = {'Russia': 94}\nrows['Rusia']", "KeyError: 'Rusia'"),
    "flood": ("first = 1\nraise ValueError('three\\nlines\\nof text')", "ValueError: three"),
}


@pytest.fixture(scope="module")
def failing(new_miniature):
    """A book with chapters that fail and one that does not, and the message of its build."""
    book = new_miniature()
    for name, (code, _) in FAILURES.items():
        book.chapter(name, "good = 1", code, imports="", prose="Prose.")
    book.chapter("calm", book.logs("calm"), imports="")
    with pytest.raises(ExtensionError) as caught:
        book.build()
    return book, str(caught.value)


def line_about(message: str, name: str) -> str:
    """Return the one line of the message about a chapter."""
    [line] = [line for line in message.splitlines() if f"{name}.md" in line]
    return line


@pytest.mark.parametrize("name", FAILURES)
def test_every_failing_chapter_is_named_with_cell_and_error(failing, name):
    _, message = failing
    line = line_about(message, name)
    assert "cell 2" in line
    assert FAILURES[name][1] in line


def test_the_line_is_that_where_the_code_of_the_cell_begins(failing):
    book, message = failing
    lines = (book.root / "book" / "fire.md").read_text(encoding="utf-8").splitlines()
    assert f"(line {lines.index(FAILURES['fire'][0].splitlines()[0]) + 1})" in line_about(message, "fire")


def test_the_message_has_one_line_for_each_failing_chapter(failing):
    _, message = failing
    assert message.count("\n") == len(FAILURES)


def test_a_cell_that_takes_too_long_is_said_to_take_too_long(miniature):
    """In a book of its own: on a slow machine the time is too short for any other chapter."""
    miniature.chapter("storm", "while True:\n    pass", imports="")
    with pytest.raises(ExtensionError) as caught:
        miniature.build(nb_execution_timeout=2)
    said = line_about(str(caught.value), "storm")
    assert "book/storm.md, cell 1 (line 11): " in said and "2 seconds" in said and "raise timeout below" in said


def test_a_chapter_that_did_not_fail_is_not_named_and_does_not_run_again(failing):
    book, message = failing
    assert "calm.md" not in message
    for name in FAILURES:
        (book.root / "book" / f"{name}.md").unlink()
    assert book.build() == ""
    assert book.runs() == ["calm"]


def test_what_a_kernel_and_the_book_say_to_each_other_is_encrypted(miniature):
    code = "from ipykernel.kernelapp import IPKernelApp\n"
    code += "print('with keys:', bool(IPKernelApp.instance().curve_publickey))"
    miniature.chapter("orchard", code, imports="")
    assert miniature.build() == ""
    assert "with keys: True" in miniature.built("orchard").text


def test_a_kernel_that_dies_is_told_with_its_cell_among_the_others_and_nothing_else_is_on_the_screen(miniature, capfd):
    miniature.chapter("fire", "rows = {}\nrows['Rusia']", imports="")
    miniature.chapter(
        "quake",
        "import os, sys\nos.write(sys.stderr._original_stdstream_copy, b'a last word')\nos._exit(1)",
        imports="",
    )
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    assert "fire.md, cell 1" in str(caught.value)
    assert "book/quake.md, cell 1 (line 11): its kernel died" in str(caught.value)
    assert capfd.readouterr().err == ""
    assert "a last word" in miniature.log


CHARTS = {
    "drawn and forgotten": (["plt.plot([1, 2]);"], 2),
    "its name is its last word": (["fig, ax = plt.subplots()\nfig"], 2),
    "by pandas": (["import pandas as pd\npd.Series([1, 2]).plot();", "x = 2"], 2),
    "on several axes": (["x = 1", "fig, (ax, other) = plt.subplots(1, 2)\nax.plot([1, 2]);"], 3),
    "another than the one shown": (
        [
            "---\nmystnb:\n  figure:\n    name: a\n---\none, two = plt.figure(), plt.figure()\n"
            + "show(one, 'a', alt='A', source='B', table={'tons': pd.DataFrame({'a': [1]}).rename_axis('year')})"
        ],
        2,
    ),
}


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_that_nobody_sees_is_told_with_its_cell(miniature, kind):
    cells, number = CHARTS[kind]
    imports = "import matplotlib.pyplot as plt\nimport pandas as pd\nfrom edition import show"
    miniature.chapter("fire", *cells, imports=imports)
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    said = [
        line for line in str(caught.value).splitlines() if "a chart that nobody sees; end the cell with show" in line
    ]
    assert len(said) == 1 and f"book/fire.md, cell {number} (line " in said[0], str(caught.value)


def test_a_chart_may_be_begun_in_one_cell_and_closed_in_another(miniature):
    cells = ["import matplotlib.pyplot as plt\nfig, ax = plt.subplots()", "ax.plot([1, 2]);", "plt.close(fig)"]
    miniature.chapter("calm", *cells, imports="")
    assert miniature.build() == ""
    assert "edition.open" not in miniature.built("calm").text


def test_a_cell_can_import_the_edition_which_is_not_installed(orchard):
    assert not (orchard.root / "book" / "edition").exists()
    assert "30.1 tons✓" in orchard.built("orchard").text


def test_a_table_is_shown_with_all_its_columns(miniature):
    frame = "pd.DataFrame({f'column_{n}_of_the_frame': [n] for n in range(12)})"
    miniature.chapter("orchard", f"import pandas as pd\nprint({frame})", imports="")
    assert miniature.build() == ""
    text = miniature.built("orchard").text
    assert [n for n in range(12) if f"column_{n}_of_the_frame" not in text] == []


def test_nothing_is_executed_where_execution_is_off(miniature):
    miniature.chapter("orchard", miniature.logs("orchard"), imports="")
    miniature.build(nb_execution_mode="off", suppress_warnings=["myst-nb.lexer"])
    assert miniature.runs() == []


def test_a_cell_that_is_expected_to_fail_is_not_blamed_for_another(miniature):
    miniature.chapter("fire", ":tags: [raises-exception]\n1/0", "undefined_name", imports="")
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    line = line_about(str(caught.value), "fire")
    assert "cell 2 (line 16): NameError" in line and "ZeroDivision" not in line


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import sys\nprint('low on apples', file=sys.stderr)", "the standard error says: low on apples"),
        ("import warnings\nwarnings.warn('old apples')", "old apples"),
        ("'x' * 1_100_000", "1.1 MB of text"),
        ("for _ in range(10**9):\n    print('x' * 10_000)", "more than 1 MB of text; print less"),
        ("from IPython.display import HTML\nHTML('<b onclick=\"x()\">b</b>')", "it gives onclick=…, which no page"),
        (
            "from IPython.display import HTML\nHTML('<img src=\"https://example.org/a.png\">')",
            "src=https://example.org",
        ),
        ("from IPython.display import IFrame\nIFrame('https://example.org', 9, 9)", "it gives <iframe>"),
        ("from IPython.display import Javascript\nJavascript('x()')", "it gives a script, which no page shows"),
        ("raise ValueError('\\x1b[31mred' + 'x' * 10_000)", "ValueError: redxxx"),
        ("import threading\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()", "ZeroDivisionError"),
        ("import warnings\nfrom IPython.display import SVG\nSVG('<svg>' + 'x' * 5_100_000 + '</svg>')", "a picture"),
    ],
)
def test_what_no_page_can_show_is_told_with_its_cell(miniature, code, said):
    miniature.chapter("fire", "x = 1", code, imports="")
    with pytest.raises(ExtensionError) as caught:
        miniature.build(nb_output_stderr="error")
    [line] = [line for line in str(caught.value).splitlines() if "book/fire" in line]
    assert "cell 2 (line 15): " in line and said in line and len(line) < 700
