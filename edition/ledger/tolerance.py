"""How far a value may be from what the article asserts: a margin, or the way in which its words are read.

In decimals, as a reader counts: 5.3, give or take 0.1, admits 5.4.
"""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?"
WORDS = re.compile(rf"(?:at (?P<bound>least|most) (?P<limit>{NUMBER}))|(?:(?P<low>{NUMBER}) to (?P<high>{NUMBER}))")
YEARS = 5  # the most by which a year may be off
YEAR_UNITS = ("", "year", "years")
SHARE = Decimal("0.5")  # of the asserted number, the most that may be added to it or taken away
ORDER, FEW = 10, Decimal(100)  # words without a number span one order of magnitude at most, or no more than so many
CURE = "write a number such as 0.5, or how the words are read: at least 200, at most 7, 2 to 7"

# What stands for a minus, and between thousands, in print; and what is read.
OTHER_SIGNS = {
    **dict.fromkeys(map(ord, "\u2212\u2013\u2011"), "-"),
    **dict.fromkeys(map(ord, " \u00a0\u202f\u2009\u2019'"), None),
}

Bounds = tuple[Decimal, Decimal]
ENDLESS = Decimal("Infinity")


def bounds(asserted: str, tolerance: str) -> Bounds | None:
    """Return the smallest and the largest number that agree; None if no number is asserted.

    :raises ValueError: if the tolerance cannot be read, or there is no number that it belongs to.
    """
    if found := WORDS.fullmatch(tolerance):
        return _in_words(found)
    if tolerance and not re.fullmatch(NUMBER, tolerance):
        raise ValueError(f"the tolerance is {tolerance!r}; {CURE}")
    number = number_in(asserted)
    if number is None:
        if (plain := asserted.translate(OTHER_SIGNS)) != asserted and number_in(plain) is not None:
            raise ValueError(f"{asserted!r} is no number as machines read it; write {plain}")
        if tolerance:
            raise ValueError(f"a margin of {tolerance} needs a number to add it to; {CURE}")
        return None
    return number - Decimal(tolerance or 0), number + Decimal(tolerance or 0)


def decimal(value: float) -> Decimal:
    """Return a number as a reader would write it, without what binary arithmetic leaves behind the fifteenth digit."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")


def number_in(asserted: str) -> Decimal | None:
    """Return the number that is asserted, such as 2000 for ``2,000``; None if it is none."""
    plain = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?:\D|$))", "", asserted)
    return Decimal(plain) if re.fullmatch(NUMBER, plain) else None


def fault_of(asserted: str, unit: str, kind: str, tolerance: str) -> str | None:
    """Return why a tolerance makes no sense, with the cure; None if it does.

    :raises ValueError: if it cannot be read.
    """
    if not tolerance:
        return None
    if unit == "date":
        return f"a date has no tolerance, but {tolerance!r} is given: leave it empty, and let asserted be a month or a year"
    if (limits := bounds(asserted, tolerance)) is None:
        return None
    number = number_in(asserted)
    if number is not None and not limits[0] <= number <= limits[1]:
        return f"the tolerance {tolerance!r} leaves out {asserted}, which is asserted; correct one of them"
    if number is None:
        return _fault_of_words(tolerance, *limits)
    margin = max(end for end in (number - limits[0], limits[1] - number) if end.is_finite())
    most = abs(number) * SHARE or SHARE  # of nothing, what is rounded to it
    if kind == "date" and unit in YEAR_UNITS and number >= 1000:
        most = Decimal(YEARS)
    if margin > most:
        return f"a tolerance of {float(margin):g} on {asserted} says nothing; let it be {float(most):g} at most"
    return None


def _fault_of_words(tolerance: str, low: Decimal, high: Decimal) -> str | None:
    """Return why a tolerance on words without a number makes no sense, with the cure; None if it does."""
    if not high.is_finite():
        cure = "" if low >= -FEW else "write where it ends as well, such as -999 to -200"
    elif not low.is_finite():
        cure = "" if high <= FEW else "write where it begins as well, such as 200 to 999"
    else:
        near, far = sorted((low, high), key=abs)
        most = max(ORDER * abs(near) if near * far > 0 else FEW, FEW)
        cure = "" if abs(far) <= most else f"let it reach to {float(most.copy_sign(far)):g} and no further"
    return f"the tolerance {tolerance!r} says nothing; {cure}" if cure else None


def _in_words(found: re.Match[str]) -> Bounds:
    """Return the bounds that stand in words.

    :raises ValueError: if no number lies between them.
    """
    if found["bound"]:
        limit = Decimal(found["limit"])
        return (limit, ENDLESS) if found["bound"] == "least" else (-ENDLESS, limit)
    low, high = Decimal(found["low"]), Decimal(found["high"])
    if low > high:
        raise ValueError(f"no number lies in {found[0]}; write the smaller one first")
    return low, high
