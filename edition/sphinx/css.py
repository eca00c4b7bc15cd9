"""Style sheets as tinycss2 reads them: their rules, what these say, and both as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

Node = Any  # tinycss2 has no types
GROUPS = ("media", "supports", "layer", "container")  # rules that hold rules


def rules_of(file: Path) -> list[Node]:
    """Return the rules of a style sheet; a rule that holds rules has them as its content."""
    return grouped(
        tinycss2.parse_stylesheet(file.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    )


def grouped(rules: list[Node]) -> list[Node]:
    """Return rules, those that hold rules with these as their content."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            inner = tinycss2.parse_blocks_contents(rule.content or [], skip_comments=True, skip_whitespace=True)
            rule.content = grouped(inner)
    return rules


def declarations(rule: Node) -> list[Node]:
    """Return what a rule says, with the rules in it."""
    if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
        return [one for inner in rule.content for one in declarations(inner)]
    if not rule.content or (rule.type == "at-rule" and rule.lower_at_keyword.endswith("keyframes")):
        return []
    contents = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [one for one in contents if one.type == "declaration"]


def declaration_text(one: Node) -> str:
    """Return a declaration as it is shipped."""
    return f"{one.name}:{compact(one.value)}{'!important' if one.important else ''}"


def tokens(values: Iterable[Node]) -> Iterator[Node]:
    """Yield tokens, and those within functions and brackets."""
    for token in values:
        yield token
        yield from tokens(getattr(token, "arguments", None) or getattr(token, "content", None) or [])


def split(values: list[Node], sign: str) -> list[list[Node]]:
    """Return the parts of a list of tokens between signs."""
    parts: list[list[Node]] = [[]]
    for token in values:
        if token.type == "literal" and token.value == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def joined(parts: list[list[Node]]) -> list[Node]:
    """Return the parts with commas between them."""
    comma = tinycss2.parse_component_value_list(",")
    return [token for number, part in enumerate(parts) for token in [*(comma if number else []), *part]]


def compact(values: list[Node], edge: str = "") -> str:
    """Return tokens as text, without comments and with single spaces."""
    parts = (" " if token.type == "whitespace" else token.serialize() for token in values if token.type != "comment")
    text = "".join(parts).strip()
    return edge + text if text else ""
