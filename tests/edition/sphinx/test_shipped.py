"""What is cut out of a style sheet, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.sphinx.shipped import Cut, Names, Needed, rules_of, without_remarks

PAGE = '<html><body class="book"><p id="first" class="note quiet">x</p><table><tr><td>y</td></tr></table></body></html>'


def cut(tmp_path: Path, css: str) -> str:
    """Return a style sheet as it is shipped with the page above."""
    file = tmp_path / "sheet.css"
    file.write_text(css, encoding="utf-8")
    names = Names()
    names.feed(PAGE)
    rules = [rule for rule in map(Cut(names), rules_of(file)) if rule]
    needed = Needed(rules)
    return "\n".join(text for rule in rules if (text := needed.text(rule)))


def test_a_script_loses_its_remarks_and_no_line_of_it_runs_into_another() -> None:
    assert (
        without_remarks("// A remark.\nlet a = 1\n  // Another.\n  let b = `x`; // kept\n\n")
        == "let a = 1\nlet b = `x`; // kept\n"
    )
    text = "let a = `\n  // no remark\n`;\n"
    assert without_remarks(text) == text


@pytest.mark.parametrize(
    ("css", "shipped"),
    [
        (".note { color: red }", ".note{color: red}"),
        (".other { color: red }", ""),
        (".other, .note { color: red }", ".note{color: red}"),
        (".note .other { color: red }", ""),
        ("#first { color: red }", "#first{color: red}"),
        ("#second { color: red }", ""),
        ("iframe { color: red }", ""),
        ("td:hover { color: red }", "td:hover{color: red}"),
        ("p::before { content: '\\25b8  ' }", 'p::before{content: "▸ "}'),
        ("p:not(.other) { color: red !important }", "p:not(.other){color: red!important}"),
        ("[data-theme=dark] p { color: red }", "[data-theme=dark] p{color: red}"),
        ("@media print { .other { color: red } }", ""),
        ("@media print { .note { color: red } .other { color: red } }", "@media print{.note{color: red}}"),
        (":root { --used: 1px; --unused: 2px } p { top: var(--used) }", ":root{--used: 1px}\np{top: var(--used)}"),
        (":root { --by-another: 1px; --used: var(--by-another) } p { top: var(--used) }", None),
        ("@keyframes spin { to { top: 1px } } p { animation: spin 1s }", None),
        ("@keyframes spin { to { top: 1px } }", ""),
        ('@font-face { font-family: "A B"; src: url("a.woff2") } p { font-family: "A B", serif }', None),
        ('@font-face { font-family: "A B"; src: url("a.woff2") } p { font-family: serif }', "p{font-family: serif}"),
    ],
)
def test_a_rule_stays_if_a_page_may_use_it(tmp_path: Path, css: str, shipped: str | None) -> None:
    said = cut(tmp_path, css)
    if shipped is None:  # all of it stays
        assert [part in said for part in ("@keyframes", "@font-face", "--by-another") if part in css] == [True]
    else:
        assert said.replace(": ", ":") == shipped.replace(": ", ":")
