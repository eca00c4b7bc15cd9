"""Dark pages without scripts: what a style sheet says of the dark theme holds for who asks the system for it.

A page is written with the light theme on its root. Its script writes there what the reader or the system has chosen, and
in which mode; where no script runs there is no mode, and the browser asks the system.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tinycss2
from sphinx.application import Sphinx

from edition.sphinx.shipped import GROUPS, Node, rules_of, split

DARK, SCRIPTLESS = "dark", ":not([data-mode])"  # each as specific as the other
SYSTEM = "screen and (prefers-color-scheme: dark)"


def follow_the_system(app: Sphinx, exception: Exception | None) -> None:
    """Add to each style sheet its dark rules for pages without scripts (``build-finished``, before they are cut)."""
    if exception is not None or app.config.html_theme != "edition":
        return
    for file in sorted(Path(app.outdir, "_static").rglob("*.css")):
        if copies := "\n".join(dark_rules(rules_of(file))):
            text = file.read_text(encoding="utf-8")
            file.write_text(f"{text}\n@media {SYSTEM} {{\n{copies}\n}}\n", encoding="utf-8")


def dark_rules(rules: Iterable[Node]) -> list[str]:
    """Return the rules of the dark theme, as they read where no script runs; those in groups keep their conditions."""
    found = []
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            inner = tinycss2.parse_blocks_contents(rule.content or [], skip_comments=True, skip_whitespace=True)
            if copies := "\n".join(dark_rules(inner)):
                found.append(f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}{{{copies}}}")
        elif rule.type == "qualified-rule":
            selectors = [scriptless(one) for one in split(rule.prelude, ",") if is_dark(one)]
            if selectors:
                found.append(f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}")
    return found


def is_dark(selector: list[Node]) -> bool:
    """Return whether a selector asks for the dark theme."""
    return any(token.type == "[] block" and asks_for_dark(token) for token in selector)


def asks_for_dark(condition: Node) -> bool:
    """Return whether a condition on an attribute is ``[data-theme=dark]``."""
    return [getattr(token, "value", "") for token in condition.content] == ["data-theme", "=", DARK]


def scriptless(selector: list[Node]) -> str:
    """Return a selector that asks for the dark theme as one that asks for a page without scripts."""
    return "".join(
        SCRIPTLESS if token.type == "[] block" and asks_for_dark(token) else token.serialize() for token in selector
    ).strip()


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("build-finished", follow_the_system, priority=800)
