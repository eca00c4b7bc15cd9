"""Which addresses the pages may link to: those that open a page, a mail or a record, and run nothing."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from edition.package.read import DataError

BEGINNING, END = 4, 2  # words of a passage that a link names
SCHEMES = ("http", "https", "mailto", "doi", "urn")
# A browser reads over spaces and control characters before and within the scheme.
UNSEEN = re.compile(r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
SCHEME = re.compile(r"([^/?#:]*):")


def forbidden_scheme(address: str) -> str | None:
    """Return the scheme of an address that is not to be linked, such as ``javascript``; None if it may be.

    An address without a scheme is one within the book.
    """
    found = SCHEME.match(UNSEEN.sub("", address))
    return None if found is None or found[1].lower() in SCHEMES else found[1].lower()


def fault_of(address: str) -> str | None:
    """Return why an address is not one that data may name, with the cure; None if it is one."""
    if re.fullmatch(rf"(?:{'|'.join(SCHEMES)}):[^\s\x00-\x20\"<>\\^`{{|}}]+", address, flags=re.IGNORECASE):
        return None
    return f"{address!r} is no address that may be linked; begin it with {':, '.join(SCHEMES)}: and write it without spaces"


def checked(address: str, where: str) -> str:
    """Return an address that data name at `where`.

    :raises DataError: if it may not be linked.
    """
    if wrong := fault_of(address):
        raise DataError(f"{where}: {wrong}")
    return address


def at_words(address: str, words: str) -> str:
    """Return an address at which a browser jumps to `words`, if it opens a page; else the address as it is.

    An ellipsis in the words leaves something out: then the browser is given where the passage begins and where it ends,
    and so it is of many words, as a link need not say all that stands beside it.
    """
    parts = [part for part in re.split(r"\s*(?:\[?…\]?|\.\.\.)\s*", words.strip()) if part]
    page = urlsplit(address)
    if not parts or page.scheme.lower() not in ("http", "https") or page.path.lower().endswith(".pdf"):
        return address
    ends = _ends(parts[0].split()) if len(parts) == 1 else [parts[0], parts[-1]]
    # A hyphen has a meaning in such a fragment, and quote() leaves it as it is.
    fragment = ",".join(quote(part, safe="").replace("-", "%2D") for part in ends)
    return f"{address}{'' if page.fragment else '#'}:~:text={fragment}"


def _ends(words: list[str]) -> list[str]:
    """Return how a passage begins and how it ends; all of it, if it is short."""
    if len(words) <= BEGINNING + END:
        return [" ".join(words)]
    return [" ".join(words[:BEGINNING]), " ".join(words[-END:])]
