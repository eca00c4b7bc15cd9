"""Where a long run of characters may be broken, and how long what remains is."""

from __future__ import annotations

import re

#: A place where a line may be broken, without a sign.
BREAK = "\u200b"
#: A run without a space or a hyphen that is too long for a narrow line.
LONG_RUN = re.compile(r"[^\s-]{25,}")
#: An identifier that is too long for a column.
NARROW_RUN = re.compile(r"[^\s-]{12,}")
ADDRESS = re.compile(r"[(\[<]?(?:[a-z][a-z+.-]*://|www\.|mailto:)", re.IGNORECASE)
SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:)")
#: How long an address is at most that stands whole, and what is shown of the last part of a longer one: a line, and half of it.
LINE, PART = 72, 40
AFTER_SIGN = re.compile(r"(?<=[/_.:;,?&=%+@#|\\)\]}-])(?=\w)")
#: After a sign of a key, but in an address, which the compiler breaks.
KEY_SIGN = re.compile(r"(?<=[:_])(?=[^\s/:_])")
#: What stands between two places to break, or in an address between two signs, so long that it may be broken anywhere.
LONG_SEGMENT = re.compile(rf"[^\s{BREAK}-]{{21,}}")
LONG_PART = re.compile(r"[^\W_]{21,}")
#: A word that the compiler hyphenates.
WORD = re.compile(r"[^\W\d_]{1,40}")
BETWEEN_PIECES = re.compile(rf"[\s{BREAK}]+|(?<=[-–—/])(?=[^\W\d_])")
#: What can probably be hyphenated; the compiler knows.
HYPHENATED = re.compile(r"[^\W\d_]{7,}")


def breakable(text: str, narrow: bool = False) -> str:
    """Return `text` with places to break in its long runs: after signs, and anywhere in what is long without a sign.

    Words are left to hyphenation; the compiler knows where to break an address, but for what is long between its signs.

    :param narrow: whether it is an identifier in a table, where a short run is long.
    """
    return (NARROW_RUN if narrow else LONG_RUN).sub(lambda match: _broken(match[0]), text)


def bare(uri: str) -> str:
    """Return an address as it is written on paper: without its scheme, and without the words to look for on its page."""
    return SCHEME.sub("", uri).partition("#:~:")[0].rstrip("/")


def shown(uri: str) -> str:
    """Return an address as a line has room for it: whole, or else its host and its last part, as in ``host.org/…/1901.html``."""
    whole = bare(uri)
    host, *parts = whole.split("/")
    if len(whole) <= LINE or not parts:
        return whole
    last = parts[-1] if len(parts[-1]) <= PART else f"{parts[-1][:PART]}…"
    return "/".join([host, *["…"] * (len(parts) > 1), last])


def keyed(text: str) -> str:
    """Return `text` with places to break after the signs of a key, such as ``harvests:first-apples``."""
    return KEY_SIGN.sub(BREAK, text)


def _broken(run: str) -> str:
    if WORD.fullmatch(run.strip(".,;:!?()[]“”‘’\"'")):
        return run
    if ADDRESS.match(run):
        return LONG_PART.sub(lambda match: BREAK.join(match[0]), run)
    return LONG_SEGMENT.sub(lambda match: BREAK.join(match[0]), AFTER_SIGN.sub(BREAK, run))


def pieces(text: str, narrow: bool = False) -> list[str]:
    """Return what of `text` stands on one line in any case."""
    parts = [part for part in BETWEEN_PIECES.split(breakable(text, narrow)) if part]
    return [piece for part in parts for piece in (AFTER_SIGN.split(part) if ADDRESS.match(part) else [part])]


def shortest(piece: str) -> str:
    """Return what remains of a long word on its line if it is hyphenated: somewhat more than half of it."""
    return piece[: -(-len(piece) * 3 // 5)] + "-" if HYPHENATED.search(piece) else piece
