"""The moment that a printed file or an EPUB bears: never the clock's, so that the same book is the same file."""

from __future__ import annotations

import datetime
import os

EPOCH = "SOURCE_DATE_EPOCH"


def moment(configured: str, otherwise: str) -> datetime.datetime:
    """Return what ``SOURCE_DATE_EPOCH`` says, else the edition's date, else a fixed one.

    :param configured: the edition's date, as 2026-11-22; it may be empty.
    :param otherwise: the date of a book that has none, as some date must be there.
    """
    if epoch := os.environ.get(EPOCH):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return datetime.datetime.fromisoformat(configured or otherwise).replace(tzinfo=datetime.UTC)
