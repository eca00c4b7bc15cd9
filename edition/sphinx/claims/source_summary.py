"""The ``source-summary`` directive: the sources counted, by how much of them was seen or by country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from edition.package.cited import SEEN, UNKNOWN
from edition.sphinx.claims.comparison import comparison
from edition.sphinx.deferred import defer, maker
from edition.sphinx.tables.nodes import table

HEADS = {"seen": "The text was seen", "country": "Published in"}
CAPTIONS = {"seen": "The sources by how much of each was seen", "country": "The sources by where they were published"}


class SourceSummary(SphinxDirective):
    """``{source-summary} seen``, ``{source-summary} country``: how many sources there are of each kind.

    Beside the number of all sources stand those that are the word of a party, and how many claims rest on any of them.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: what the claims rest on is not yet known."""
        [column] = self.arguments
        if column not in HEADS:
            raise self.error(f"{{source-summary}} {column}: choose from {', '.join(HEADS)}")
        return [defer(self.env, source_table, column, [CAPTIONS[column]])]


@maker
def source_table(app: Sphinx, docname: str, column: str) -> list[nodes.Node]:
    """Return the sources by `column`."""
    known = comparison(app.env)
    group = {key: source[column] or UNKNOWN for key, source in known.sources.items()}
    sources = Counter(group.values())
    parties = Counter(group[key] for key, source in known.sources.items() if source["party"])
    claims = Counter(
        name
        for id, claim in known.claims.items()
        if claim.kind != "wording"
        for name in {group[citation.key] for citation in known.cited[id]}
    )
    rows = [
        [SEEN.get(name, name), *(str(count[name]) for count in (sources, parties, claims))]
        for name in in_order(sources, column)
    ]
    heads = [HEADS[column], "Sources", "The word of a party", "Claims that rest on any"]
    return [table(heads, rows, [34, 16, 24, 26], CAPTIONS[column], classes=["source-summary"])]


def in_order(sources: Counter[str], column: str) -> Iterable[str]:
    """Return what the sources are counted by: from whole to not seen, or the country with the most first."""
    places = [*SEEN, UNKNOWN] if column == "seen" else []

    def place(name: str) -> tuple[bool, int, str]:
        return name == UNKNOWN, places.index(name) if name in places else -sources[name], name

    return sorted(sources, key=place)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("source-summary", SourceSummary)
