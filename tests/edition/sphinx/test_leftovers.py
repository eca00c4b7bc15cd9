"""Markup left on a page is an error; what only looks like it is none."""

from __future__ import annotations

import pytest

LEFT = {
    "a note": "A note.[^nowhere]",
    "a formula": "A formula $x^2$.",
    "a formula of one letter": "Let $n$ be.",
    "a formula of its own": "$$a + b$$",
    "a role without backticks": "See {numref}fig-x.",
    "a role with typographic quotes": "See {ref}‘x’.",
    "a role of the other language": "See :ref:`x`.",
    "a fence": "Body of a note. :::",
    "a substitution": "Of {{ name }}.",
    "a citation": "As said [@smith2020, p. 3].",
    "a command": "The \\emph{word}.",
    "a directive with backticks in its title": "```{note} A title with `code` in it\nBody.\n```",
}
RIGHT = {
    "code": "`[^x]`, `{numref}fig-x`, `$x^2$` and `:::`",
    "a block of code": "```\n[^x] {role}`x` $x^2$ ::: {{ x }}\n```",
    "prices": "It cost $5 and $6, US$5–US$7, $10/$20, or $5 (of $6).",
    "prices with units": "From $5bn to $6bn, $5m+ and $7m; A$5, HK$6.",
    "braces in quotation marks": "The set “{a, b}” and '{word}' and {x}.",
    "code that begins with braces": "`{note} A title` and `` {claim}`C001` ``",
    "brackets": "He [the king] said [sic] so; see [1] and x[^2].".replace("[^2]", "[2]"),
    "colons": "At 10:30:15, a::b, namely: so.",
    "powers": "2^10 and a_b and R^2 and ~5 and <5.",
    "an address of mail": "[a@example.org](mailto:a@example.org)",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=list(LEFT))
def test_a_leftover_is_an_error_with_page_line_and_text(miniature, text: str) -> None:
    miniature.page("text", f"# Text\n\n{text}\n")
    warnings = miniature.build(nitpicky=False)
    assert "text.md, line 3: markup is left on the page as text" in warnings


@pytest.mark.parametrize("text", RIGHT.values(), ids=list(RIGHT))
def test_what_only_looks_like_markup_is_none(miniature, text: str) -> None:
    miniature.page("text", f"# Text\n\n{text}\n")
    assert miniature.build() == ""
