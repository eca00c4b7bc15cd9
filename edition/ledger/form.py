"""The form in which a sentence prints the value of its claim, such as ``{:.0f} per cent``: a small part of what Python's is.

One place for the value, which may say how many decimals a number has, or how a date is written. ``{:words}`` prints whole
numbers up to nine in words, and ``{:Words}`` begins them with a capital. Nothing else: no name, no attribute, no
conversion, no width, so that a form can do nothing but print. Behind the place the unit may stand, and nothing that makes
another number of the value: no digit, no sign, no thousands.
"""

from __future__ import annotations

import datetime
import math
import re
import string

NUMBER = r",?(?:(?:\.[0-9])?f|d)?"
DATE = r"%-?[dmyYbB](?:(?:, |[ ./-])%-?[dmyYbB])*"
WORD = r"°?[^\W\d_]+(?:[-’'][^\W\d_]+)*"
AROUND = re.compile(rf"(?: ?[%°])?(?: {WORD})*")  # may stand behind a number
#: What makes another number of the one before it, and is no unit by itself.
SCALES = re.compile(r"hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|scores?|times|fold|half|halves|thirds?|quarters?")
IN_WORDS = ("words", "Words")
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
CURE = "write words with one place for the value, as {}, {:.1f}, {:,.0f}, {:words} or {:%-d %B %Y}"


def fault_of(form: str, prints: bool, unit: str) -> str | None:
    """Return what is wrong with a form, and the cure; None if nothing is.

    :param prints: whether the claim has a value to print.
    :param unit: of the value; ``date``, if it is one.
    """
    try:
        parts = [part for part in string.Formatter().parse(form) if part[1] is not None]
    except ValueError as error:
        return f"the form {form!r} cannot be read: {error}; {CURE}"
    if len(parts) != 1:
        return f"the form {form!r} has {len(parts) or 'no'} places for the value; {CURE}" if prints or parts else None
    [(before, name, spec, conversion)] = parts
    if _asks_for_more(name, spec, conversion):
        return f"the form {form!r} asks for more than a value; {CURE}"
    behind = form.partition("}")[2]
    if before or not AROUND.fullmatch(behind) or (unit == "date" and behind):
        return f"the form {form!r} may print another value than the one that is compared; let it be the value, a space and the unit"
    return (_other_unit(form, spec or "", unit == "date") or _other_words(form, behind, unit)) if prints else None


def _other_words(form: str, words: str, unit: str) -> str | None:
    """Return that the words of a form are not those of the unit, or say how often the value is meant; None if they are right."""
    if unit and words and _alike(words) != _alike(unit):
        return f"the form {form!r} says{words}, but the unit is {unit}; let one of them be the other"
    if not unit and any(word.isnumeric() or SCALES.fullmatch(word.lower()) for word in words.split()):
        return f"the form {form!r} makes another number of the value; name the unit, or write the number in full"
    return None


def _alike(words: str) -> list[str]:
    """Return words without what one and many make of them."""
    return [word.lower().removesuffix("s") for word in words.split()]


def _asks_for_more(name: str | None, spec: str | None, conversion: str | None) -> bool:
    """Return whether the place for the value in a form does anything but print it."""
    return bool(name or conversion) or not re.fullmatch(rf"{NUMBER}|{DATE}|{'|'.join(IN_WORDS)}", spec or "")


def _other_unit(form: str, spec: str, date: bool) -> str | None:
    """Return that a form is one for dates and the value a number, or the other way round; None if they fit."""
    if date and spec in IN_WORDS:
        return (
            f"the form {form!r} prints a number in words, but the unit is date; write a form for dates, as {{:%B %Y}}"
        )
    if not date and "%" in spec:
        return (
            f"the form {form!r} prints a date, but the unit is no date; write date as the unit, or a form for numbers"
        )
    return None


def printed(form: str, value: float | str, date: bool = False) -> str:
    """Return `value` in a form without a fault.

    :param date: whether the value is a date, as ``1901-05-10``.
    :raises ValueError: if form and value do not go together.
    """
    for spec in IN_WORDS:
        if (place := f"{{:{spec}}}") in form:
            return form.replace(place, in_words(value, spec))
    if date and isinstance(value, str) and "%" in form:
        return form.format(datetime.date.fromisoformat(value))
    return form.format(value)


def in_words(number: float | str, spec: str = "words") -> str:
    """Return a number as running prose has it: in words from one to nine if it is whole, else in digits.

    :param spec: ``Words`` for a capital at the beginning, ``words`` for none.
    :raises ValueError: if it is no number.
    """
    if isinstance(number, str) or not math.isfinite(number):
        raise ValueError(f"{number!r} is no number to print in words")
    if number != int(number):
        return f"{number:,}"
    word = WORDS[int(number)] if 0 <= number < len(WORDS) else f"{int(number):,}"
    return word.capitalize() if spec == "Words" else word
