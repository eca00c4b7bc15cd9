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
SEASONS = ["Spring", "Summer", "Autumn", "Winter"]
NAMED = dict(enumerate(MONTHS, start=1)) | dict(enumerate(SEASONS, start=21))
#: Commands of LaTeX around words.
EMPHASIS = re.compile(r"\\(?:emph|text\w+|mkbib\w+|uppercase|MakeUppercase|url)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
QUOTE = re.compile(r"\\(?:enquote|mkbibquote)\s*\{([^{}]*)\}")
COMMAND = re.compile(r"\\[a-zA-Z]+")
DATE = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?([?~%]*)")


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


def unprinted(entry: Entry, printed: str) -> list[str]:
    """Return what there is to say of the fields and the people of an entry that do not come out in the list of works.

    What is printed depends on the type of the entry, and on what else it says.

    :param printed: the entry as the list has it.
    """
    said = _letters(printed)
    fields = [name for name in entry.fields if name.lower() in PRINTED and _letters(entry.fields[name]) not in said]
    people = [
        role
        for role, persons in entry.persons.items()
        if role.lower() in PEOPLE and not all(_letters(" ".join(person.last_names)) in said for person in persons)
    ]
    return [
        f"the list of works prints no {name!r} beside what else this {entry.type} says: put it into note, or drop it"
        for name in (*fields, *people)
    ]


def _letters(text: str) -> str:
    """Return the letters and numbers of a text with LaTeX's signs, in small letters."""
    plain = str(Text.from_latex(text)) if re.search(r"[\\{}$~]", text) else text
    return "".join(letter for letter in plain.casefold() if letter.isalnum())


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
    first, last = DATE.fullmatch(begin), DATE.fullmatch(end)
    known = [one for one in (first, last) if one is not None]
    if first is None or (slash and end not in ("", "..") and last is None) or not all(map(_is_possible, known)):
        yield f"the date {date!r} cannot be read: write it as 2022-11-30, or as year, month and day"
    elif last and (first[2] is None, first[3] is None) != (last[2] is None, last[3] is None):
        yield f"the date {date!r} says more of one end than of the other: say as much of both"
    else:
        del entry.fields["date"]
        parts = _span(first, last) if last else _parts(first, "–" if slash else "")
        for name, value in parts.items():
            if value and not entry.fields.get(name):
                entry.fields[name] = value


def _is_possible(date: re.Match[str]) -> bool:
    return date[2] is None or int(date[2]) in NAMED


def _parts(date: re.Match[str], after: str = "") -> dict[str, str]:
    """Return year, month and day of a date."""
    return {"year": _year(date) + after, "month": _month(date[2]), "day": _number(date[3])}


def _span(first: re.Match[str], last: re.Match[str]) -> dict[str, str]:
    """Return year, month and day so that the last two, one after the other, say when a span began and ended."""
    began, ended = _parts(first), _parts(last)
    if began == ended:
        return ended
    years = dict.fromkeys((began["year"], ended["year"]))
    if len(years) > 1 and ended["month"]:
        began, ended = ({**one, "month": f"{one['month']} {one['year']}"} for one in (began, ended))
    if began["month"] == ended["month"]:
        began["month"] = ""
    start = " ".join(filter(None, (began["day"], began["month"])))
    part = "day" if ended["day"] else "month"
    dash = " – " if " " in start else "–"
    return {**ended, "year": "–".join(years), part: f"{start}{dash}{ended[part]}" if start else ended[part]}


def _year(date: re.Match[str]) -> str:
    """Return the year of a date with what is said of its certainty, as c. 1900 or 1900? are."""
    about, doubted = set(date[4]) & set("~%"), set(date[4]) & set("?%")
    return f"{'c. ' if about else ''}{date[1]}{'?' if doubted else ''}"


def _people(entry: Entry) -> Iterator[str]:
    """Report people whom the list of works does not name."""
    for role in entry.persons:
        if role.lower() not in PEOPLE:
            yield f"the list of works names no {role!r}: put the name into note, or drop it"


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
    """Return the name of a month, or of a season, which has a number above 20."""
    return NAMED.get(int(number), "") if number else ""


def _number(day: str | None) -> str:
    """Return a day without a zero before it."""
    return str(int(day)) if day else ""
