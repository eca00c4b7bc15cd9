"""Dark pages without scripts: what a style sheet says of the dark theme holds for who asks the system for it.

A page is written with the light theme on its root. Its script writes there what the reader or the system has chosen, and
in which mode; where no script runs there is no mode, and the browser asks the system.
"""

from __future__ import annotations

import copy

import tinycss2

from edition.sphinx.css import GROUPS, Node, joined, split

DARK = "dark"
SCRIPTLESS = tinycss2.parse_component_value_list(":not([data-mode])")  # as specific as the attribute of the theme
SYSTEM = "@media screen and (prefers-color-scheme: dark) {}"


def with_dark(rules: list[Node]) -> list[Node]:
    """Return the rules of a style sheet, and behind them those of the dark theme for pages without scripts."""
    copies = dark_rules(rules)
    if not copies:
        return rules
    media = tinycss2.parse_one_rule(SYSTEM)
    media.content = copies
    return [*rules, media]


def dark_rules(rules: list[Node]) -> list[Node]:
    """Return the rules of the dark theme, as they read where no script runs; those in groups keep their conditions."""
    found = []
    for rule in rules:
        made = copy.copy(rule)
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            made.content = dark_rules(rule.content)
            found += [made] if made.content else []
        elif rule.type == "qualified-rule":
            selectors = [scriptless(one) for one in split(rule.prelude, ",") if any(map(asks_for_dark, one))]
            made.prelude = joined(selectors)
            found += [made] if selectors else []
    return found


def asks_for_dark(token: Node) -> bool:
    """Return whether a part of a selector is the condition ``[data-theme=dark]``."""
    return token.type == "[] block" and [getattr(part, "value", "") for part in token.content] == [
        "data-theme",
        "=",
        DARK,
    ]


def scriptless(selector: list[Node]) -> list[Node]:
    """Return a selector that asks for the dark theme as one that asks for a page without scripts."""
    return [part for token in selector for part in (SCRIPTLESS if asks_for_dark(token) else [token])]
