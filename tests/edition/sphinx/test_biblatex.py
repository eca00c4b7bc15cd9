"""BibLaTeX's fields are printed under BibTeX's names, or reported by key and field."""

from __future__ import annotations

import pytest
from pybtex.database import Entry, parse_string

from edition.sphinx.biblatex import to_bibtex

BIB = r"""
@article{zotero, title = {The \emph{Lachin} corridor}, author = {Müller, Jörg}, date = {2022-11},
  journaltitle = {Caucasus Survey}, volume = {10}, pages = {234--251}, issn = {1}, urldate = {2023-01-05}, %s}
"""


def entry(kind: str = "article", **fields: str) -> Entry:
    """Return an entry with these fields."""
    text = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    return parse_string(f"@{kind}{{key, {text}}}", "bibtex").entries["key"]


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2022", {"year": "2022"}),
        ("2022-11", {"year": "2022", "month": "November"}),
        ("2022-11-03", {"year": "2022", "month": "November", "day": "3"}),
        ("2019/2021", {"year": "2019–2021"}),
        ("2019-05/2019-06", {"year": "2019", "month": "May–June"}),
        ("2019-05-17/2019-05-19", {"year": "2019", "month": "May", "day": "17–19"}),
        ("2019-05-17/2019-06-19", {"year": "2019", "month": "June", "day": "17 May – 19"}),
        ("2019-05-17/2020-06-19", {"year": "2019–2020", "month": "June 2020", "day": "17 May 2019 – 19"}),
        ("2019-05/2020-06", {"year": "2019–2020", "month": "May 2019 – June 2020"}),
        ("2019-05-17/2019-05-17", {"year": "2019", "month": "May", "day": "17"}),
        ("2019/", {"year": "2019–"}),
        ("1900?", {"year": "1900?"}),
        ("1900~", {"year": "c. 1900"}),
        ("2020-21", {"year": "2020", "month": "Spring"}),
    ],
)
def test_a_date_is_year_month_and_day(date: str, parts: dict[str, str]) -> None:
    made = entry(date=date)
    assert to_bibtex(made) == [] == to_bibtex(made)
    assert {name: made.fields[name] for name in made.fields} == parts


@pytest.mark.parametrize("date", ["circa 1900", "2020-13", "2020-00-01", "/2020"])
def test_a_date_that_cannot_be_read_is_reported(date: str) -> None:
    assert f"the date {date!r} cannot be read" in to_bibtex(entry(date=date))[0]


@pytest.mark.parametrize("date", ["2020-05-17/2020", "2020-05/2021", "2020/2021-05", "2020-05/2020-06-01"])
def test_a_span_that_says_more_of_one_end_is_reported(date: str) -> None:
    assert f"the date {date!r} says more of one end than of the other" in to_bibtex(entry(date=date))[0]


def test_names_of_fields_and_types_are_mapped() -> None:
    made = entry("report", journaltitle="J", location="Baku", issue="3", title="T", subtitle="S")
    assert to_bibtex(made) == []
    assert made.type == "techreport"
    assert dict(made.fields.items()) == {"title": "T: S", "journal": "J", "address": "Baku", "number": "3"}


@pytest.mark.parametrize(("field", "value"), [("translator", "Doe, Jane"), ("foo", "bar")])
def test_a_field_that_nothing_prints_is_reported(field: str, value: str) -> None:
    assert repr(field) in to_bibtex(entry(**{field: value}))[0]


@pytest.mark.parametrize(
    ("kind", "fields", "lost"),
    [
        ("book", {"volume": "3"}, "volume"),
        ("book", {"pages": "iv--xx"}, "pages"),
        ("inproceedings", {"booktitle": "Talks", "eventtitle": "The meeting of orchards"}, "howpublished"),
        ("article", {"journal": "Apples", "institution": "The mill"}, "institution"),
        ("misc", {"howpublished": "Printed", "number": "7"}, "number"),
    ],
)
def test_what_is_not_printed_of_a_type_is_reported(kind: str, fields: dict[str, str], lost: str, miniature) -> None:
    text = ", ".join(f"{name} = {{{value}}}" for name, value in {"title": "Pears", "year": "1901", **fields}.items())
    miniature.write("references.bib", f"@{kind}{{pears, author = {{Pippin, Rosa}}, {text}}}\n")
    miniature.page("text", "# Text\n\n{cite:p}`pears`\n\n```{bibliography}\n```\n")
    assert f"pears: the list of works prints no '{lost}' beside what else this {kind} says" in miniature.build()


@pytest.mark.parametrize("kind", ["book", "article"])
def test_an_editor_beside_an_author_is_reported(kind: str, miniature) -> None:
    work = (
        f"@{kind}{{pears, author = {{Pippin, Rosa}}, editor = {{Russet, Ida}}, title = {{Pears}}, year = {{1901}}}}\n"
    )
    miniature.write("references.bib", work)
    miniature.page("text", "# Text\n\n{cite:p}`pears`\n\n```{bibliography}\n```\n")
    assert "pears: the list of works prints no 'editor' beside what else" in miniature.build()


def test_a_work_without_a_title_is_reported(miniature) -> None:
    miniature.write("references.bib", "@book{pears, author = {Pippin, Rosa}, year = {1901}}\n")
    miniature.page("text", "# Text\n")
    assert "references.bib, line 1: pears: missing title: every work needs one" in miniature.build()


def test_words_are_taken_out_of_commands_and_other_commands_are_reported() -> None:
    made = entry(title=r"On \emph{Lachin} and \enquote{it}", note=r"\unknown{x}")
    assert to_bibtex(made) == [r"the list of works cannot set \unknown in the field 'note': write it without"]
    assert made.fields["title"] == "On {Lachin} and “it”"


def test_an_entry_of_zotero_is_listed_with_all_that_it_says(miniature) -> None:
    miniature.write("references.bib", BIB % "")
    miniature.page("text", "# Text\n\n{cite:p}`zotero`\n\n```{bibliography}\n```\n")
    assert miniature.build() == ""
    text = " ".join(miniature.built("text").text.split())
    assert "(Müller, 2022)" in text
    assert (
        "Müller, Jörg (2022). The Lachin corridor. Caucasus Survey 10, pp. 234–251, November. Read on 5 January 2023."
        in text
    )


def test_a_field_is_reported_by_key_with_its_line(miniature) -> None:
    miniature.write("references.bib", BIB % "foo = {bar}")
    miniature.page("text", "# Text\n\n{cite:p}`zotero`\n\n```{bibliography}\n```\n")
    assert "references.bib, line 2: zotero: the list of works prints no field 'foo'" in miniature.build()
