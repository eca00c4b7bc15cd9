"""The index of web pages and of e-readers, which Sphinx makes: for each name the sections that speak of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.index import IndexDomain
from sphinx.environment import BuildEnvironment

from edition.around import around
from edition.named.spoken import running_text, spoken_of, tables_read
from edition.named.terms import names
from edition.package.read import describe

#: A term with its abbreviation, which sends the reader to the term.
ABBREVIATED = re.compile(r"(.+) \(([A-Z]{2,})\)")
#: An entry of Sphinx: its kind, its parts with semicolons, the address, and what else Sphinx keeps.
Entry = tuple[str, str, str, str, str | None]
#: The place in the book of what has no number.
LAST = (1000,)
#: What a link to the first page says, which has the title of the book.
FIRST = "First page"
#: Where the metadata of a page say in which section each place of the index is.
PLACES = "index_places"


def tell_sphinx(app: Sphinx, document: nodes.document) -> None:
    """Enter each name once for each section of a page that speaks of it, and note the sections (``doctree-read``).

    A page is read again when a table with names changes.
    """
    env, settings, data = app.env, app.config.print_index, Path(app.srcdir, "data")
    known = names(settings, data)
    for name in (part["table"] for part in settings if "table" in part):
        env.note_dependency(str(data / describe(name, data)["path"]))
    domain = cast("IndexDomain", env.get_domain("index"))
    entries = [part for entry in domain.entries.get(env.docname, []) for part in unabbreviated(entry)]
    places = {entry[2]: _section(document.ids.get(entry[2])) for entry in entries}
    told = {(entry[1], places[entry[2]]) for entry in entries}
    for paragraph in running_text(document, tables_read(settings)):
        section = _section(paragraph)
        id = next(iter(paragraph["ids"]), section)
        for name in spoken_of(paragraph, known) if section else ():
            if (name.term, section) not in told:
                told.add((name.term, section))
                places[id] = section
                entries.append(("single", name.term, id, "", None))
                entries += [("see", f"{other}; {name.term}", id, "", None) for other in name.others]
    domain.entries[env.docname] = entries
    env.metadata[env.docname][PLACES] = places


def unabbreviated(entry: Entry) -> list[Entry]:
    """Return an entry of Sphinx; the abbreviation in brackets behind its term is one of its own, which leads to the term."""
    kind, value, id, main, key = entry
    match = ABBREVIATED.fullmatch(value) if kind == "single" else None
    if match is None:
        return [entry]
    term, short = match.groups()
    return [(kind, term, id, main, key), ("see", f"{short}; {term}", id, main, key)]


def name_places(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: nodes.Node | None) -> None:
    """Give the links of the index the numbers of their sections, each once, in the order of the book (``html-page-context``)."""
    if "genindexentries" not in context:
        return
    known = dict(_places(app.env, lambda docname: app.builder.get_relative_uri(page, docname)))

    def placed(links: list[tuple[str, str]]) -> list[tuple[str, str]]:
        first: dict[str, str] = {}
        for (_, label), uri in sorted((known.get(uri, ((), "")), uri) for _, uri in links):
            first.setdefault(label, uri)
        return list(first.items())

    context["genindexentries"] = [
        (
            letter,
            [
                (term, (placed(links), [(name, placed(below)) for name, below in subterms], key))
                for term, (links, subterms, key) in terms
            ],
        )
        for letter, terms in context["genindexentries"]
    ]


def _places(env: BuildEnvironment, uri: Callable[[str], str]) -> Iterator[tuple[str, tuple[tuple[int, ...], str]]]:
    """Yield the address of each place of the index, with its place in the book and what a link to it says."""
    for docname, metadata in env.metadata.items():
        numbers = env.toc_secnumbers.get(docname, {})
        for id, section in metadata.get(PLACES, {}).items():
            number = numbers.get(f"#{section}") or numbers.get("") or ()
            title = FIRST if docname == env.config.root_doc else env.titles[docname].astext()
            label = ".".join(map(str, number)) or title
            yield f"{uri(docname)}#{id}", (number or LAST, label)


def _section(node: nodes.Node | None) -> str:
    """Return the address of the section that a node is, or stands in; nothing if it stands in none."""
    outward = (node, *around(node)) if node is not None else ()
    return next((one["ids"][0] for one in outward if isinstance(one, nodes.section)), "")
