"""What stands behind a verdict, in words: for the mark in the text and for the row of the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes

from edition.ledger.claim import Claim, Value
from edition.package.address import checked

# Between the parts of a mark's title. A browser shows the title as one line; claims.js makes a line of each part.
SEPARATOR = " · "
STRENGTHS = {
    "primary": "a primary source",
    "two independent": "two independent sources",
    "single": "a single source",
    "weak": "weak evidence",
}
Source = Mapping[str, str]


def section_name(section: str) -> str:
    """Return the section of a claim as a reader wants it: ``first-part`` is *First part*."""
    return section.replace("-", " ").capitalize()


def source_name(source: Source) -> str:
    """Return who published a source and in which year."""
    return ", ".join(filter(None, [source["publisher"], source["date"][:4]]))


def source_link(source: Source) -> nodes.Node:
    """Return a source as a link if it is online.

    :raises DataError: if its address is not one to link to.
    """
    name = source_name(source)
    if not source["url"]:
        return nodes.Text(name)
    address = checked(source["url"], f"data/sources.csv, {source['key']}")
    return nodes.reference("", name, refuri=address, reftitle=source["title"])


def account(
    claim: Claim, value: Value | None, cell: str | None, places: list[str], sources: Mapping[str, Source]
) -> str:
    """Return what the mark of a claim has to say.

    :param value: what was found, if the machine checks the claim.
    :param cell: the cell that computes the claim, in words.
    :param places: the rows and tables that it rests on (:func:`edition.ledger.evidence.places`).
    :param sources: the rows of ``data/sources.csv`` by key.
    """
    parts = {
        "The article says": claim.statement,
        "We find": _finding(claim, value),
        "From": _origin(claim, places, sources),
        "Checked by": _checker(claim, cell),
        "How sure": ". ".join(filter(None, [STRENGTHS.get(claim.strength), claim.limits])),
    }
    said = (f"{name}: {text}" for name, text in parts.items() if text)
    return SEPARATOR.join([f"{claim.id}, {claim.verdict}", *said])


def _finding(claim: Claim, value: Value | None) -> str:
    """Return the value found and the editors' remark, or in a word how it is without them."""
    found = [claim.prints(value)] if value is not None else []
    if claim.remark:
        found.append(claim.remark)
    return ". ".join(found) or ("the same" if claim.sources else "no evidence at hand")


def _origin(claim: Claim, places: list[str], sources: Mapping[str, Source]) -> str:
    """Return the rows or tables that the value comes from, or the sources that were read."""
    if not claim.checked_by_machine:
        return "; ".join(dict.fromkeys(source_name(sources[key]) for key in claim.sources))
    named = (place.partition(":") for place in places)
    return "; ".join(f"table {table}, row {key}" if key else f"table {table}" for table, _, key in named)


def _checker(claim: Claim, cell: str | None) -> str:
    """Return who compared the article with the evidence."""
    checkers = {
        "computed": cell or "",
        "looked up": "the ledger itself, in every build",
        "documented": "the editors, by reading",
    }
    return checkers.get(claim.method, "")
