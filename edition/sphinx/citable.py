"""What programs learn of a page: reference managers, search engines, and whoever shows a link with a card.

All of it comes from ``CITATION.cff`` and the settings: the book, its makers, version, date and licence, and the work that
it is an edition of. The tables that a page describes are data sets of their own. The address of the pages is not known
here, unless ``html_baseurl`` says it; without it no statement needs one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from edition.package.read import read_package
from edition.sphinx.citation import read_citation
from edition.sphinx.environment import addresses, data_folder
from edition.sphinx.tables.rows import table_address

LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
MOST_DESCRIBED = 160  # characters of a description that a search engine shows
Record = dict[str, Any]


def say(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the template a page's description, its elements for reference managers, and its record (``html-page-context``)."""
    title, about = without_number(app, pagename, context), description(app, context, doctree)
    cited = read_citation(Path(app.srcdir))
    is_book = pagename == app.config.root_doc
    name = app.config.project if is_book else title
    context["page_description"] = about
    # The index and the search are no chapters that anybody cites.
    context["citable"] = [
        *(highwire(app, cited, name, is_book) if doctree is not None else []),
        ("property", "og:title", name),
        ("property", "og:type", "book" if is_book else "article"),
        ("property", "og:site_name", app.config.project),
        ("property", "og:description", about),
        ("property", "og:locale", app.config.language),
    ]
    if doctree is not None:
        record = described(app, cited, pagename, name, about)
        # "<" would end the element that holds the record.
        context["page_record"] = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")


def without_number(app: Sphinx, pagename: str, context: dict[str, Any]) -> str:
    """Return the title of a page, without the number of the chapter."""
    known = app.env.titles.get(pagename)
    return known.astext() if known is not None else str(context.get("title", ""))


def description(app: Sphinx, context: dict[str, Any], doctree: nodes.document | None) -> str:
    """Return what a page is about: its first paragraph, cut after a word."""
    first = doctree.next_node(nodes.paragraph) if doctree is not None else None
    text = " ".join(first.astext().split()) if first else f"{context.get('title', '')} – {app.config.project}"
    if len(text) > MOST_DESCRIBED:
        text = text[: MOST_DESCRIBED - 1].rpartition(" ")[0].rstrip(",;:") + "…"
    return text


def highwire(app: Sphinx, cited: Record, name: str, is_book: bool) -> list[tuple[str, str, str]]:
    """Return the elements by which a reference manager takes a page for a book, or for a chapter of it."""
    said = [("citation_title", name)]
    said += [("citation_author", author) for author in map(in_full, cited.get("authors", []))]
    said += [
        ("citation_publication_date", str(cited.get("date-released", "")).replace("-", "/")),
        ("citation_language", app.config.language),
        *([] if is_book else [("citation_inbook_title", app.config.project)]),
    ]
    said += dublin_core(app, cited, name, is_book)
    return [("name", element, value) for element, value in said if value]


def dublin_core(app: Sphinx, cited: Record, name: str, is_book: bool) -> list[tuple[str, str]]:
    """Return the elements of Dublin Core, which say what a page rests on and on what terms it is there."""
    return [
        ("DC.title", name),
        *(("DC.creator", author) for author in map(in_full, cited.get("authors", []))),
        ("DC.date", str(cited.get("date-released", ""))),
        ("DC.language", app.config.language),
        ("DC.rights", LICENCES.get(str(cited.get("license")), "")),
        ("DC.relation.ispartof", "" if is_book else app.config.project),
        *(("DC.source", source) for one in cited.get("references", []) if (source := one.get("url", ""))),
    ]


def described(app: Sphinx, cited: Record, pagename: str, name: str, about: str) -> Record:
    """Return the record of a page in the words of schema.org."""
    book = filled(
        {
            "@type": "Book",
            "name": app.config.project,
            "version": cited.get("version"),
            "datePublished": str(cited.get("date-released", "")),
            "author": [agent(author) for author in cited.get("authors", [])],
            "inLanguage": app.config.language,
            "license": LICENCES.get(str(cited.get("license"))),
            "isBasedOn": [work(one) for one in cited.get("references", [])],
        }
    )
    page = book if pagename == app.config.root_doc else {"@type": "Chapter", "name": name, "isPartOf": book}
    return filled(
        {"@context": "https://schema.org", **page, "description": about, "mentions": data_sets(app, pagename)}
    )


def data_sets(app: Sphinx, pagename: str) -> list[Record]:
    """Return the records of the tables that a page describes."""
    labels, sets = addresses(app.env).labels, []
    if not (data_folder(app) / "datapackage.json").is_file():
        return []
    for resource in read_package(data_folder(app))["resources"]:
        place = labels.get(table_address(resource["name"]))
        if place and place[0] == pagename:
            terms = [one.get("path") or one.get("title") for one in resource.get("licenses", [])]
            sets.append(
                filled(
                    {
                        "@type": "Dataset",
                        "name": resource.get("title", resource["name"]),
                        "description": resource.get("description"),
                        "encodingFormat": "text/csv",
                        "license": terms,
                    }
                )
            )
    return sets


def work(reference: Record) -> Record:
    """Return the record of a work that ``CITATION.cff`` refers to."""
    return filled(
        {
            "@type": "ScholarlyArticle" if reference.get("type") == "article" else "CreativeWork",
            "name": reference.get("title"),
            "author": [agent(author) for author in reference.get("authors", [])],
            "datePublished": str(reference.get("year", "")),
            "identifier": [one["value"] for one in reference.get("identifiers", [])],
            "url": reference.get("url"),
        }
    )


def agent(author: Record) -> Record:
    """Return the record of a person, or of a group that has a name alone."""
    return {"@type": "Organization" if "name" in author else "Person", "name": in_full(author)}


def in_full(author: Record) -> str:
    """Return the name of an author."""
    return author.get("name") or f"{author.get('given-names', '')} {author.get('family-names', '')}".strip()


def filled(record: Record) -> Record:
    """Return a record without what is empty."""
    return {name: value for name, value in record.items() if value}


def add_redirect(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Lead from the folder of the book to its first page, by a page that says so (``html-collect-pages``)."""
    root = app.config.root_doc
    is_wanted = root != "index" and app.builder.name == "html" and app.config.html_theme == "edition"
    return [("index", {"target": root}, "redirect.html")] if is_wanted else []


def setup(app: Sphinx) -> None:
    """Connect to the events named above."""
    app.connect("html-page-context", say)
    app.connect("html-collect-pages", add_redirect)
