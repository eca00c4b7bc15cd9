"""What Sphinx and the parsers warn of is said in the form of all messages: place, fault, cure."""

from __future__ import annotations

import pytest

#: What a writer gets wrong, in the third line of a page; what is said of it; and the cure.
KINDS = {
    "a role": ("A {klaim}`M1`.", 'Unknown interpreted text role "klaim"', "perhaps claim is meant"),
    "a directive": ("```{kodebook}\n```", "Unknown directive type: 'kodebook'", "perhaps codebook is meant"),
    "an option": ("```{note}\n:clss: x\nWords.\n```", "Unknown option keys", "take the option out"),
    "a label": ("See {ref}`gat`.", "undefined label: 'gat'", "perhaps gate is meant"),
    "a numbered figure": ("See {numref}`fig-none`.", "undefined label: 'fig-none'", "write (label)= above"),
    "a page": ("See {doc}`verifications`.", "unknown document: 'verifications'", "perhaps verification is meant"),
    "a link to a page": (
        "See [it](verifications.md).",
        "target not found: 'verifications.md'",
        "perhaps verification is",
    ),
    "a glued value": ("In all {glue:text}`tons`.", "No key 'tons' found in glue data", "call glue('…', …) in a cell"),
    "a work": ("So {cite:p}`keper1901`.", 'could not find bibtex key "keper1901"', "perhaps keeper1901 is meant"),
    "a picture": ("![A gate](gate.png)", "image file not readable: book/gate.png", "correct the path"),
    "a file": ("Take {download}`gate.csv`.", "download file not readable: book/gate.csv", "correct the path"),
    "a heading": ("#### Too deep", "Non-consecutive header level", "write one # fewer"),
    "a label twice": ("(gate)=\n## One\n\n(gate)=\n## Two", "Duplicate explicit target name", "another name"),
    "a language of code": ("```{code-block} pythn\nx\n```", "Pygments lexer name 'pythn'", "correct the language"),
    "a note twice": ("One[^a].\n\n[^a]: One\n\n[^a]: Two", "Multiple footnote definitions", "keep one of them"),
    "a cell in a box": (
        "::::{note}\n```{code-cell} ipython3\nx\n```\n::::",
        "Found an unexpected `code-cell` or `raw-cell` directive;",
        "let its fence stand on the page itself",
    ),
    "reStructuredText": ("```{eval-rst}\nA :rol:`x`.\n```", 'Unknown interpreted text role "rol"', "correct the name"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_warning_has_its_place_and_its_cure(miniature, kind):
    source, said, cure = KINDS[kind]
    miniature.write("references.bib", "@book{keeper1901, title={Gates}, author={Keeper, Otto}, year={1901}}\n")
    miniature.page("text", f"# Text\n\n{source}\n")
    miniature.page(
        "other", "# Other\n\n(gate)=\n## The gate\n\n{cite:p}`keeper1901`\n" if "gate)=" not in source else "# O\n"
    )
    lines = miniature.build().splitlines()
    [line] = [line for line in lines if said in line]
    assert (line.startswith("book/text.md, line ") and f"; {cure[:4]}" in line) or cure in line, lines
    assert cure in line
    assert str(miniature.root) not in line and "WARNING" not in line and not line.endswith("]")


def test_what_several_pages_make_sphinx_say_is_said_once(miniature):
    miniature.page("empty", "No heading.\n")
    miniature.page("text", "# Text\n\nWords.\n")
    lines = miniature.build().splitlines()
    assert len(lines) == len(set(lines)) and any("begin the page with a heading" in line for line in lines)
