"""BibLaTeX's fields, as Zotero and its kin write them, under BibTeX's names, which the list of works prints.

A field that the list has no place for is reported, unless no list prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Text

#: BibLaTeX's name of a field, and BibTeX's.
NAMES = {
    "journaltitle": "journal",
    "location": "address",
    "school": "institution",
    "issue": "number",
    "maintitle": "booktitle",
    "eventtitle": "howpublished",
    "annote": "annotation",
    "key": "sortkey",
}
#: Fields that are added to another: where, and between which signs.
ADDED = {
    "subtitle": ("title", ": {}"),
    "titleaddon": ("title", ". {}"),
    "booksubtitle": ("booktitle", ": {}"),
    "journalsubtitle": ("journal", ": {}"),
    "addendum": ("note", ". {}"),
    "series": ("note", ". {}"),
    "chapter": ("note", ". Chapter {}"),
    "version": ("note", ". Version {}"),
    "pubstate": ("note", ". {}"),
    "origdate": ("note", ". First published {}"),
}
#: What the list of works prints.
PRINTED = {
    "title", "year", "month", "day", "journal", "booktitle", "volume", "number", "pages", "institution", "type",
    "howpublished", "publisher", "edition", "address", "organization", "url", "urldate", "doi", "note",
}  # fmt: skip
PEOPLE = {"author", "editor"}
#: What no list of works prints: notes of whoever keeps the file, and what identifies a work without being read.
KEPT = {
    "abstract", "annotation", "keywords", "file", "groups", "timestamp", "langid", "language", "langidopts",
    "hyphenation", "shorttitle", "shortjournal", "shortauthor", "sortkey", "sortname", "sorttitle", "sortyear",
    "label", "ids", "crossref", "xref", "entryset", "execute", "options", "presort", "related", "relatedtype",
    "issn", "isbn", "isrn", "eissn", "pagetotal", "numpages", "bookpagination", "pagination", "creationdate",
    "modificationdate", "owner", "date-added", "date-modified", "bdsk-url-1", "bdsk-file-1", "library", "copyright",
    "rights", "citation-key", "entrysubtype", "gender", "indextitle", "indexsorttitle", "lccn", "mendeley-tags",
    "read", "priority", "urlday", "urlmonth", "urlyear",
}  # fmt: skip
#: Types of BibLaTeX that are books, articles and reports to BibTeX.
TYPES = {"mvbook": "book", "collection": "book", "mvcollection": "book", "report": "techreport", "thesis": "phdthesis"}
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
#: Commands of LaTeX around words.
EMPHASIS = re.compile(r"\\(?:emph|text\w+|mkbib\w+|uppercase|MakeUppercase|url)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
QUOTE = re.compile(r"\\(?:enquote|mkbibquote)\s*\{([^{}]*)\}")
COMMAND = re.compile(r"\\[a-zA-Z]+")
DATE = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?[?~%]*")


def to_bibtex(entry: Entry) -> list[str]:
    """Rewrite `entry`, and return what there is to say of the fields that nothing prints; to do it twice does no harm."""
    fields = entry.fields
    entry.type = TYPES.get(entry.type, entry.type)
    for name, other in NAMES.items():
        if name in fields and not fields.get(other):
            fields[other] = fields.pop(name)
    messages = [*_date(entry), *_people(entry), *_commands(entry)]
    _add(entry)
    _preprint(entry)
    if match := DATE.fullmatch(fields.get("urldate", "")):
        fields["urldate"] = " ".join(part for part in (_number(match[3]), _month(match[2]), match[1]) if part)
    unknown = [name for name in fields if name.lower() not in PRINTED | KEPT | {"date"}]
    return [
        *messages,
        *(f"the list of works prints no field {name!r}: put it into note, or drop it" for name in unknown),
    ]


def _add(entry: Entry) -> None:
    """Add to a field what is printed with it."""
    for name, (other, form) in ADDED.items():
        if name in entry.fields:
            added = form.format(entry.fields.pop(name))
            before = entry.fields.get(other)
            entry.fields[other] = before + added if before else added.lstrip(":. ")


def _preprint(entry: Entry) -> None:
    """Name the archive of a preprint in the note, where no address leads to it."""
    fields = entry.fields
    if "eprint" in fields and not (fields.get("url") or fields.get("doi")):
        kind = fields.get("eprinttype") or fields.get("archiveprefix") or "eprint"
        fields["note"] = ". ".join(part for part in (fields.get("note"), f"{kind}:{fields['eprint']}") if part)
    for name in ("eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass"):
        fields.pop(name, None)


def _date(entry: Entry) -> Iterator[str]:
    """Put a date, or a span of dates, into year, month and day."""
    date = entry.fields.get("date")
    if date is None:
        return
    begin, slash, end = date.partition("/")
    match, until = DATE.fullmatch(begin), DATE.fullmatch(end)
    if match is None or (slash and end not in ("", "..") and until is None):
        yield f"the date {date!r} cannot be read: write it as 2022-11-30, or as year, month and day"
        return
    del entry.fields["date"]
    year = _years(match[1], until[1] if until else "") if slash else match[1]
    for name, value in {"year": year, "month": _month(match[2]), "day": _number(match[3])}.items():
        if value and not entry.fields.get(name):
            entry.fields[name] = value


def _years(first: str, last: str) -> str:
    """Return a span of years, open if no last one is known; one year if both are the same."""
    return first if first == last else f"{first}–{last}"


def _people(entry: Entry) -> Iterator[str]:
    """Report people whom the list of works does not name."""
    for role in entry.persons:
        if role.lower() not in PEOPLE:
            yield f"the list of works names no {role!r}: put the name into note, or drop it"
    if "author" in entry.persons and "editor" in entry.persons and entry.type == "book":
        yield "the list of works names the authors of a book alone: put its editor into note"


def _commands(entry: Entry) -> Iterator[str]:
    """Take the words out of the commands of LaTeX around them, and report the commands that remain."""
    for name, value in entry.fields.items():
        if name in PRINTED - {"url", "doi"} and "\\" in value:
            value = QUOTE.sub(r"“\1”", value)
            while (bare := EMPHASIS.sub(r"{\1}", value)) != value:
                value = bare
            entry.fields[name] = value
            if commands := COMMAND.findall(str(Text.from_latex(value))):
                yield f"the list of works cannot set {', '.join(sorted(set(commands)))} in the field {name!r}: write it without"


def _month(number: str | None) -> str:
    """Return the name of a month; a season of the year is none."""
    return MONTHS[int(number) - 1] if number and 1 <= int(number) <= 12 else ""


def _number(day: str | None) -> str:
    """Return a day without a zero before it."""
    return str(int(day)) if day else ""
