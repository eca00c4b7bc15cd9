"""Numbers of chapters, figures and tables: Sphinx's own, so that web and print never disagree."""

from __future__ import annotations

from docutils import nodes
from sphinx.environment import BuildEnvironment


def section_number(env: BuildEnvironment, docname: str, section: nodes.Element) -> str | None:
    """Return the number of a section, such as "2.1"; None if its part of the book is not numbered."""
    numbers = env.toc_secnumbers.get(docname, {})
    # Sphinx keeps the number of a document's first section under the empty anchor.
    anchors = [f"#{id}" for id in section["ids"]] + ([""] if not isinstance(section.parent, nodes.section) else [])
    return next((".".join(map(str, numbers[anchor])) for anchor in anchors if numbers.get(anchor)), None)


def numbered_label(env: BuildEnvironment, docname: str, kind: str, node: nodes.Element) -> str | None:
    """Return the label of a ``figure`` or ``table`` in the format of `numfig_format`, such as "Fig. 2.1"."""
    numbers = env.toc_fignumbers.get(docname, {}).get(kind, {})
    for id in node["ids"]:
        if id in numbers:
            return env.config.numfig_format[kind] % ".".join(map(str, numbers[id]))
    return None
