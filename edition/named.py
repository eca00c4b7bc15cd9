"""Names that stand in the index wherever the text speaks of them, from tables of the data and from lists.

The setting ``print_index`` says which::

    print_index:
      - {table: keepers, column: name, person: true, without: {kind: office}}  # "Grey, Ada", found by her last name
      - {table: orchards, column: name}              # "Lee/Windward", found by either name, under both
      - {names: [Northland, Southland], times: 3}    # only where a paragraph names it three times
      - {see: {The Board: Harbour Board}}            # another name of one that is known, which sends the reader there
      - {read: [events, keepers]}                    # the rows of these tables are looked at like the running text

``only`` and ``without`` choose rows of a table by what stands in a column. What a link out of the book says, such as the name
of a source, is not looked at.

In print an entry has the page of the word, on the web and for e-readers the section.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.index import IndexDomain
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError

from edition.alphabet import fold
from edition.around import around
from edition.package.read import DataError, describe, read_rows

#: In these a name is no matter of the running text; a table can be one that is looked at.
APART = (nodes.table, nodes.footnote, nodes.citation, nodes.figure, nodes.definition_list)
#: How a link out of the book begins.
OUTWARD = re.compile(r"[a-z][a-z+.-]*://", re.IGNORECASE)
#: What the year or the abbreviation behind a term is in.
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: A word of a term that can stand for it.
WORD = re.compile(r"\w{4,}")
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


@dataclass(frozen=True)
class Name:
    """A name in the index: the term, other names that send the reader to it, how it is found, and how often it must be."""

    term: str
    others: tuple[str, ...]
    pattern: re.Pattern[str]
    times: int = 1


# -- which names there are


def names(settings: list[dict[str, Any]], data: Path) -> list[Name]:
    """Return the names that the setting ``print_index`` describes.

    :param data: the folder of the tables.
    :raises ConfigError: if it names a table or a column that is not there, or another name of one that it does not know.
    """
    known = {
        name.term: name
        for part in settings
        for term in _terms(part, data)
        for name in [_name(term, bool(part.get("person")), int(part.get("times", 1)))]
    }
    for other, term in (pair for part in settings for pair in part.get("see", {}).items()):
        if term not in known:
            raise ConfigError(f"print_index: see {term}: there is no such name")
        name = known[term]
        pattern = re.compile(f"{name.pattern.pattern}|{_pattern([other]).pattern}")
        known[term] = replace(name, others=(*name.others, other), pattern=pattern)
    return list(known.values())


def _terms(part: dict[str, Any], data: Path) -> Iterator[str]:
    """Yield the names of one part of the setting."""
    yield from part.get("names", [])
    if "table" in part:
        only, without = part.get("only", {}), part.get("without", {})
        try:
            for row in read_rows(part["table"], data):
                is_wanted = all(row[key] == value for key, value in only.items())
                if is_wanted and all(row[key] != value for key, value in without.items()):
                    yield row[part["column"]]
        except KeyError as error:
            raise ConfigError(f"print_index: {part}: there is no {error}") from error
        except DataError as error:
            raise ConfigError(f"print_index: {part}: {error}") from error


def _name(name: str, is_person: bool, times: int) -> Name:
    """Return a name, found by the last name of a person, by either name of a place that has two, else by itself."""
    if is_person:
        given, family = divided(name)
        return Name(f"{family}, {given}", (), _pattern([family]), times)
    parts = name.split("/")
    return Name(name, tuple(parts[1:]), _pattern(parts), times)


def divided(name: str) -> tuple[str, str]:
    """Return the given names of a person and the family name, with the particles before it."""
    words = name.split()
    first = next((place for place, word in enumerate(words) if word.islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _pattern(parts: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(fold(part))}\b" for part in parts))


# -- where they are named


def tables_read(settings: list[dict[str, Any]]) -> frozenset[str]:
    """Return the classes of the tables that are looked at."""
    return frozenset(f"data-{name}" for part in settings for name in part.get("read", []))


def running_text(tree: nodes.Element, tables: frozenset[str] = frozenset()) -> Iterator[nodes.paragraph]:
    """Yield the paragraphs of the running text, and those of tables that have one of the classes `tables`."""
    for paragraph in tree.findall(nodes.paragraph):
        apart = (outer for outer in around(paragraph) if isinstance(outer, APART))
        if all(isinstance(outer, nodes.table) and tables.intersection(outer["classes"]) for outer in apart):
            yield paragraph


def said(paragraph: nodes.paragraph) -> list[nodes.Text]:
    """Return the texts of a paragraph but those of links out of the book."""

    def is_of_link(text: nodes.Text) -> bool:
        inner = itertools.takewhile(lambda outer: outer is not paragraph, around(text))
        return any(OUTWARD.match(outer.get("refuri", "")) for outer in inner)

    return [text for text in paragraph.findall(nodes.Text) if not is_of_link(text)]


def spoken_of(paragraph: nodes.paragraph, known: list[Name]) -> Iterator[Name]:
    """Yield the names that a paragraph says as often as they ask for."""
    text = spelled("".join(part.astext() for part in said(paragraph)))
    return (name for name in known if len(name.pattern.findall(text)) >= name.times)


def enter(tree: nodes.Element, known: list[Name], tables: frozenset[str] = frozenset()) -> None:
    """Put an entry of the index at the name in each paragraph of the text that speaks of it.

    The first page of the book is left out: its pages have numbers of their own.

    :param tables: the classes of the tables that are looked at.
    """
    seen: set[str] = set()
    pages = tree.findall(addnodes.start_of_file)
    for paragraph in dict.fromkeys(found for page in pages for found in running_text(page, tables)):
        for name in list(spoken_of(paragraph, known)):
            entries = [("single", name.term, "", "", None)]
            if name.term not in seen:
                entries += [("see", f"{other}; {name.term}", "", "", None) for other in name.others]
            seen.add(name.term)
            put(paragraph, name.pattern, entries)


def settle(tree: nodes.Element, known: list[Name]) -> None:
    """Move the entries that stand between paragraphs to the words of the text that follows, up to the end of the section.

    An entry whose words are not there moves to the beginning of the first paragraph.
    """
    patterns = {name.term: name.pattern for name in known}
    for mark in list(tree.findall(addnodes.index)):
        after = itertools.takewhile(lambda node: not isinstance(node, nodes.section), _siblings_after(mark))
        paragraphs = [found for node in after if isinstance(node, nodes.Element) for found in running_text(node)]
        if isinstance(mark.parent, nodes.TextElement) or not paragraphs:
            continue
        for entry in mark["entries"]:
            found = _first(paragraphs, _searches(entry[1], patterns))
            paragraph, pattern = found or (paragraphs[0], None)
            put(paragraph, pattern, [entry])
        mark.parent.remove(mark)


def _searches(value: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[re.Pattern[str]]:
    """Yield what to look for in the place of a term, the best first: its names, then its words, the longest first."""
    term = IN_BRACKETS.sub("", value.partition(";")[0]).strip()
    if term in patterns:
        yield patterns[term]
    yield _pattern(term.partition(", ")[0].split("/"))
    for word in sorted(WORD.findall(term), key=len, reverse=True):
        yield re.compile(rf"\b{re.escape(fold(word))}")  # in "Northlander" too


def _first(
    paragraphs: list[nodes.paragraph], searches: Iterator[re.Pattern[str]]
) -> tuple[nodes.paragraph, re.Pattern[str]] | None:
    """Return the first paragraph in which the best of `searches` finds something, with that search."""
    for pattern in searches:
        for paragraph in paragraphs:
            if pattern.search(spelled(paragraph.astext())):
                return paragraph, pattern
    return None


def put(paragraph: nodes.paragraph, pattern: re.Pattern[str] | None, entries: list[Any]) -> None:
    """Put entries behind the first word that `pattern` finds in a paragraph, so that they stay on its line.

    They stand at its beginning if there is no pattern.
    """
    mark = addnodes.index(entries=entries)
    texts = said(paragraph)
    end = first_word("".join(text.astext() for text in texts), pattern) if pattern else 0
    for text in texts:
        length = len(text.astext())
        if 0 < end <= length and not isinstance(text.parent, nodes.literal):
            before, after = text.astext()[:end], text.astext()[end:]
            text.parent.replace(text, [nodes.Text(before), mark, *([nodes.Text(after)] if after else [])])
            return
        end -= length
    paragraph.insert(0, mark)


def first_word(text: str, pattern: re.Pattern[str]) -> int:
    """Return where the first word ends that `pattern` finds in `text`, as the alphabet sees it; 0 if it finds nothing."""
    letters = [(place, letter) for place, written in enumerate(text) for letter in spelled(written)]
    found = pattern.search("".join(letter for _, letter in letters))
    if found is None:
        return 0
    end = found.start() + len(found[0].split()[0])
    return letters[end - 1][0] + 1


def spelled(text: str) -> str:
    """Return `text` as the alphabet sees it, with spaces for quotation marks, so that “Grey’s” has the word “Grey”."""
    return "".join(map(_spelled, text))


@functools.lru_cache(maxsize=1024)
def _spelled(mark: str) -> str:
    return fold(mark) or ("" if unicodedata.combining(mark) else " ")


def _siblings_after(node: nodes.Node) -> list[nodes.Node]:
    return list(node.parent.children[node.parent.index(node) + 1 :])


# -- the index of web pages and of e-readers, which Sphinx makes


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


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the setting, and what enters the names; for a format, with ``app.setup_extension``."""
    app.add_config_value("print_index", [], "env", list, "names that stand in the index")
    app.connect("doctree-read", tell_sphinx)
    app.connect("html-page-context", name_places)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
