"""How works are cited and listed: round brackets, author and year, names in the order of the alphabet.

Gives sphinxcontrib-bibtex two styles, chosen in ``_config.yml``::

    bibtex_default_style: edition            # the list of works
    bibtex_reference_style: edition_round    # {cite:t}, {cite:p} and their kin
    bibtex_cite_id: "ref-{key}"              # a work keeps its address: #ref-pippin-apples-1901

Pages need nothing special: ``{cite:p}`pippin_apples_1901{p. 9}``` gives "(Pippin, 1901, p. 9)", and the same in a
footnote without the outer brackets.  Several keys in one role print in the order of the list of works, as
sphinxcontrib-bibtex has it; where another order matters, write one role for each.
"""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path
from typing import Any, cast

import pybtex.plugin
from docutils import nodes
from pybtex.backends.plaintext import Backend
from pybtex.database import Entry, Person
from pybtex.plugin import register_plugin
from pybtex.style import FormattedEntry
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as Unsrt
from pybtex.style.formatting.unsrt import pages
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import (
    FieldIsMissing,
    Node,
    field,
    first_of,
    href,
    join,
    names,
    optional,
    optional_field,
    sentence,
    tag,
    together,
    words,
)
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinxcontrib.bibtex.plugin import register_plugin as register_bibtex_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from edition.alphabet import fold
from edition.sphinx.biblatex import to_bibtex, unprinted
from edition.sphinx.environment import remember
from edition.sphinx.works_files import line_of

logger = logging.getLogger(__name__)

# What an entry looks like, by all that it says: it is asked for in the list of works, for tooltips, and by each builder.
FORMATTED: dict[str, Any] = {}


class AlphabeticalSorting(BaseSortingStyle):
    """Sort by names (authors, else editors), then year, then title."""

    def sorting_key(self, entry: Entry) -> tuple[list[str], str, str]:
        """Return what the entry is sorted by; a list of names, so that an author comes before the same with others."""
        people: list[Person] = entry.persons.get("author") or entry.persons.get("editor") or []
        title = fold(entry.fields.get("title", ""))
        who = [fold(" ".join(p.prelast_names + p.last_names + p.first_names + p.middle_names)) for p in people]
        return who or [title], entry.fields.get("year", ""), title


class EditionStyle(Unsrt):
    """Names, last name first, and year; title; where and on what day it appeared; address; note.

    One template serves every type of entry: it prints what the entry has, and a type unknown to it is not an error.
    Titles of books stay as typed, other titles are set in sentence case; braces keep the capitals of names.
    """

    default_name_style = "lastfirst"
    default_sorting_style = "edition"

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """Format one entry, whatever its type."""
        key = repr(entry)
        if key not in FORMATTED:
            context = {"entry": entry, "style": self, "bib_data": bib_data}
            FORMATTED[key] = self.template(entry).format_data(context)
        return FormattedEntry(entry.key, FORMATTED[key], label)

    def template(self, entry: Entry) -> Node:
        """Return the template of every entry."""
        is_book = entry.type in {"book", "proceedings"}
        people = first_of[
            optional[names("author", sep="; ")],
            optional[join[names("editor", sep="; "), " (ed.)"]],
            optional_field("organization"),
        ]
        return toplevel[
            sentence[words[people, optional[join["(", field("year"), ")"]]]],
            self.format_btitle(entry, "title") if is_book else self.format_title(entry, "title"),
            sentence[
                self.container(),
                join(sep=": ")[optional_field("address"), optional_field("publisher")],
                self.format_edition(entry),
                words[optional_field("day"), optional_field("month")],
            ],
            optional[href(field("url", raw=True))[field("url", raw=True)]],
            optional[self.format_doi(entry)],
            sentence[optional[words["Read on", field("urldate")]]],
            sentence[optional_field("note")],
        ]

    def container(self) -> Node:
        """Return where the work appeared: journal, collection, series of an institution, or simply "how published"."""
        issue = first_of[
            optional[join[field("volume"), optional[join["(", field("number"), ")"]]]],
            optional_field("number"),
        ]
        series = words[optional_field("type"), optional_field("number")]
        span = optional[together["pp.", pages]]
        return first_of[
            optional[join(sep=", ")[words[tag("em")[field("journal")], issue], span]],
            optional[
                join(sep=", ")[
                    words["In", optional[join[names("editor", sep="; "), " (ed.),"]], tag("em")[field("booktitle")]],
                    span,
                ]
            ],
            optional[join(sep=", ")[field("institution"), series, span]],
            optional_field("howpublished"),
        ]


def round_brackets() -> BracketStyle:
    """Return round brackets, with a semicolon between two works."""
    return BracketStyle(left="(", right=")", sep="; ")


@dataclasses.dataclass
class RoundReferenceStyle(AuthorYearReferenceStyle):
    """Author and year in round brackets: "Kuimova et al. (2021)" and "(Kuimova et al., 2021)"."""

    bracket_textual: BracketStyle = dataclasses.field(default_factory=round_brackets)
    bracket_parenthetical: BracketStyle = dataclasses.field(default_factory=round_brackets)
    bracket_author: BracketStyle = dataclasses.field(default_factory=round_brackets)
    bracket_label: BracketStyle = dataclasses.field(default_factory=round_brackets)
    bracket_year: BracketStyle = dataclasses.field(default_factory=round_brackets)


class FootnoteCitations(SphinxPostTransform):
    """Print parenthetical citations in footnotes without their brackets: the note is the bracket.

    Turns ``{cite:p}`` there into sphinxcontrib-bibtex's own ``{cite:alp}``, before references are resolved (priority 10).
    """

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Walk through the citations of all footnotes."""
        for note in self.document.findall(nodes.footnote):
            for reference in note.findall(addnodes.pending_xref):
                if reference.get("refdomain") == "cite" and reference["reftype"] in {"p", "ps"}:
                    reference["reftype"] = "al" + reference["reftype"]


class UnlabelledList(SphinxPostTransform):
    """Drop the labels of the list of works in HTML and EPUB: nothing in the text refers to their numbers."""

    default_priority = 20
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Remove the label of every citation."""
        for label in list(self.document.findall(nodes.label)):
            if isinstance(label.parent, nodes.citation):
                label.parent.remove(label)


def register_styles() -> None:
    """Make the styles known to pybtex and sphinxcontrib-bibtex by name.

    pybtex searches all installed packages for a plug-in, and sphinxcontrib-bibtex asks for one with each citation: what
    was found once is remembered.
    """
    if not hasattr(pybtex.plugin._load_entry_point, "cache_info"):
        pybtex.plugin._load_entry_point = functools.cache(pybtex.plugin._load_entry_point)
    register_plugin("pybtex.style.sorting", "edition", AlphabeticalSorting)
    register_plugin("pybtex.style.formatting", "edition", EditionStyle)
    register_bibtex_plugin("sphinxcontrib.bibtex.style.referencing", "edition_round", RoundReferenceStyle)


def map_fields(app: Sphinx) -> None:
    """Give the entries BibTeX's names of fields, and warn of what the list does not print (``builder-inited``)."""
    data = cast(Any, app.env.get_domain("cite")).bibdata.data
    sound: dict[str, str] = remember(app.env, "works-printed-whole", dict)
    for key, entry in data.entries.items():
        messages = to_bibtex(entry)
        if sound.get(key) == repr(entry):
            continue
        messages += _lost(entry)
        for message in messages:
            logger.warning("%s: %s", key, message, location=_place_of(app, key), type="bibliography")
        if not messages:
            sound[key] = repr(entry)


def _lost(entry: Entry) -> list[str]:
    """Return what there is to say of what the list does not print of an entry that has BibTeX's fields."""
    try:
        printed = EditionStyle().format_entry("", entry).text.render(Backend())
    except FieldIsMissing as error:
        return [f"{str(error).partition(' in ')[0]}: every work needs one"]
    return unprinted(entry, printed)


def _place_of(app: Sphinx, key: str) -> str | None:
    """Return file and line of an entry."""
    for name in app.config.bibtex_bibfiles:
        text = Path(app.srcdir, name).read_text(encoding="utf-8", errors="replace")
        if line := line_of(text, key):
            return f"{name}:{line}"
    return None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the styles and the transforms."""
    app.setup_extension("sphinxcontrib.bibtex")
    register_styles()
    app.connect("builder-inited", map_fields)
    app.add_post_transform(FootnoteCitations)
    app.add_post_transform(UnlabelledList)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
