"""The form in which a sentence prints the value of its claim, such as ``{:.0f} per cent``: a small part of what Python's is.

One place for the value, which may say how many decimals a number has, or how a date is written. Nothing else: no name, no
attribute, no conversion, no width, so that a form can do nothing but print.
"""

from __future__ import annotations

import re
import string

NUMBER = r",?(?:\.[0-9])?f?|d"
DATE = r"(?:%-?[dmyYbB]|[ ,./-])+"
CURE = "write words with one place for the value, as {}, {:.1f}, {:,.0f} or {:%-d %B %Y}"


def fault_of(form: str, prints: bool, date: bool) -> str | None:
    """Return what is wrong with a form, and the cure; None if nothing is.

    :param prints: whether the claim has a value to print.
    :param date: whether the value is a date.
    """
    try:
        parts = [part for part in string.Formatter().parse(form) if part[1] is not None]
    except ValueError as error:
        return f"the form {form!r} cannot be read: {error}; {CURE}"
    if len(parts) != 1:
        return f"the form {form!r} has {len(parts) or 'no'} places for the value; {CURE}" if prints or parts else None
    [(_, name, spec, conversion)] = parts
    if name or conversion or not re.fullmatch(rf"{NUMBER}|{DATE}", spec or ""):
        return f"the form {form!r} asks for more than a value; {CURE}"
    if prints and not date and "%" in (spec or ""):
        return (
            f"the form {form!r} prints a date, but the unit is no date; write date as the unit, or a form for numbers"
        )
    return None
