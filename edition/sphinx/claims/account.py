"""What stands behind a verdict, in words: for the mark in the text and for the row of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docutils import nodes

from edition.ledger.claim import Claim, Value
from edition.ledger.independence import Support
from edition.package.address import at_words, checked
from edition.package.cited import UNKNOWN, Citation

# Between the parts of a mark's title. A browser shows the title as one line; previews.js makes a line of each part.
SEPARATOR = " · "
Source = Mapping[str, str]
STOPS = (".", "?", "!")


def section_name(section: str) -> str:
    """Return the section of a claim as a reader wants it: ``first-part`` is *First part*."""
    return section.replace("-", " ").capitalize()


def source_name(source: Source) -> str:
    """Return whose statement a source is, who published it and in which year."""
    who = f"{source['speaker']}, by {source['publisher']}" if source["speaker"] else source["publisher"]
    return ", ".join(filter(None, [who, source["date"][:4]]))


def place_in(citation: Citation) -> str:
    """Return where in a source to look and what to find there, as ``point 9: “all transport connections”``."""
    place = "place not known" if citation.locator == UNKNOWN else citation.locator
    return ": ".join(filter(None, [place, citation.words and f"“{citation.words}”"]))


def source_link(source: Source, citation: Citation | None = None, *, place_in_title: bool = True) -> nodes.Node:
    """Return a source as a link if it is online; it leads to the words cited, where a browser can.

    :param place_in_title: whether its title says where in the source to look, too; not where the text beside it does.
    :raises DataError: if its address is not one to link to.
    """
    name = source_name(source)
    if not source["url"]:
        return nodes.Text(name)
    place = place_in(citation) if citation and place_in_title else ""
    address = checked(source["url"], f"data/sources.csv, {source['key']}")
    return nodes.reference(
        "",
        name,
        refuri=at_words(address, citation.words if citation else ""),
        reftitle=". ".join(filter(None, [source["title"], place])),
    )


def account(
    claim: Claim,
    value: Value | None,
    method: str,
    cited: Iterable[Citation],
    support: Support,
    sources: Mapping[str, Source],
) -> str:
    """Return what the mark of a claim has to say.

    :param value: what was found, if the machine checks the claim.
    :param method: how the claim was checked, in words (:func:`how`).
    :param cited: the sources, and where in them to look.
    :param support: what they come to.
    :param sources: the rows of ``data/sources.csv`` by key.
    """
    parts = {
        "The article says": claim.statement,
        "We find": finding(claim, value),
        "How": method,
        "Source": "; ".join(", ".join(filter(None, [source_name(sources[one.key]), place_in(one)])) for one in cited),
        "Support": support.in_words if support.sources else "",
        "Limits": claim.limits,
    }
    said = (f"{name}: {text}" for name, text in parts.items() if text)
    return SEPARATOR.join([f"{claim.id}, {claim.verdict}", *said])


def finding(claim: Claim, value: Value | None) -> str:
    """Return what was found: a value, our remark, that the sources say the same, or why the claim is open."""
    found = [claim.prints(value)] if value is not None else []
    found += [ended(text) for text in (claim.remark, *unsettled(claim)) if text]
    if not found and claim.verdict == "agrees":
        return "the same"
    return ". ".join(found) if value is not None else " ".join(found)


def unsettled(claim: Claim) -> list[str]:
    """Return why a claim is open, and what was tried; nothing for the others."""
    if claim.verdict != "open":
        return []
    return [claim.reason.capitalize(), f"Tried: {claim.tried}" if claim.tried else ""]


def ended(text: str) -> str:
    """Return a text with a stop at its end, or within the quotation with which it ends."""
    return text if text.endswith((*STOPS, "”")) else f"{text}."


def how(claim: Claim, cell: str | None, tables: Mapping[str, str]) -> str:
    """Return how a claim was checked.

    :param cell: the cell that computes it, in words.
    :param tables: the titles of the tables that it rests on, by name.
    """
    titles = ", ".join(f"“{title}”" for title in tables.values())
    return {
        "computed": f"worked out from {titles}, in {cell}" if cell else "",
        "looked up": f"compared with the entry in {titles} each time this book is built",
        "documented": "read by us",
    }.get(claim.method, "")
