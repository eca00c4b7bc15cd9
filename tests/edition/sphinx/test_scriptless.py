"""What a style sheet says of the dark theme, said again for pages without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.sphinx.css import rules_of
from edition.sphinx.scriptless import dark_rules

BARE = "html:not([data-mode])"


@pytest.mark.parametrize(
    ("css", "copies"),
    [
        ("html[data-theme=dark] { color: red }", f"{BARE}{{ color: red }}"),
        ('html[data-theme="dark"] p > a:hover { color: red }', f"{BARE} p > a:hover{{ color: red }}"),
        ("html[data-theme=dark], html[data-theme=light] { top: 0 }", f"{BARE}{{ top: 0 }}"),
        ("html[data-theme=light] { color: red } p[title=dark] { color: red } .dark { color: red }", ""),
        (
            "@media (max-width: 9em) { html[data-theme=dark] p { top: 0 } p { top: 1px } }",
            f"@media (max-width: 9em) {{{BARE} p{{ top: 0 }}}}",
        ),
    ],
)
def test_rules_of_the_dark_theme_hold_without_scripts(tmp_path: Path, css: str, copies: str) -> None:
    file = tmp_path / "sheet.css"
    file.write_text(css, encoding="utf-8")
    said = "\n".join(rule.serialize() for rule in dark_rules(rules_of(file)))
    assert said.replace(" {", "{") == copies.replace(" {", "{")
