"""Hand a value of a cell to the prose."""

from __future__ import annotations

from typing import Any

import pandas as pd

from edition.cell.plain import plain
from edition.cell.record import emit


def glue(name: str, value: float | str | pd.DataFrame) -> None:
    """Make `value` available to the prose.

    :param value: a number, which ``{glue:text}`name:.1f` `` prints in the format after the colon; a text; or a table of
        texts, for ``{glue:md}``.
    :raises TypeError: if it is none of these.
    :raises ValueError: if the number is missing, or infinite, or a cell of the table cannot stand in Markdown.
    """
    if isinstance(value, pd.DataFrame):
        cells = value.rename(columns=lambda head: _cell(name, head)).map(lambda cell: _cell(name, cell))
        markdown = cells.to_markdown(index=False, disable_numparse=True)
        emit(name, {"text/plain": repr(value), "text/markdown": markdown})
        return
    emit(name, {"text/plain": repr(plain(value, f"glue({name!r}, …)", "a number, a text or a table"))})


def _cell(name: str, value: Any) -> str:
    """Return what stands in a cell of a table, as Markdown wants it: there, in one line, its bars being no borders."""
    if pd.api.types.is_scalar(value) and pd.isna(value):
        raise ValueError(f"glue({name!r}, …): a cell is missing; say what it shows, as with fillna('–')")
    text = str(value)
    if len(text.splitlines()) > 1:
        raise ValueError(f"glue({name!r}, …): a cell has more than one line, {text!r}; write it in one")
    return text.replace("|", r"\|")
