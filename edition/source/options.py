"""The options of a cell: one that is misspelt would be passed over without a word, and what it asks for be lost."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from myst_nb.core.config import NbParserConfig

from edition.said import choice, near

# What a cell may say that the page shows; tools that keep notebooks as text add others, which mean nothing here.
OPTIONS = ("tags", "mystnb")
OF_NOTEBOOKS = tuple(field.metadata.get("cell_key", field.name) for field in dataclasses.fields(NbParserConfig))
OF_FIGURES = ("name", "caption", "caption_before", "classes")
OF_PICTURES = ("alt", "width", "height", "scale", "align", "classes")
TAGS = (
    *(f"{act}-{what}" for act in ("hide", "remove") for what in ("cell", "input", "output")),
    *("remove-stdout", "remove-stderr", "raises-exception", "skip-execution", "scroll-output", "output_scroll"),
    *("full-width", "margin", "popout"),
)


def faults_of_options(metadata: dict[str, Any]) -> Iterator[str]:
    """Yield what is misspelt among the options of a cell, with the cure."""
    yield from _misspelt(metadata, OPTIONS, "option")
    tags = metadata.get("tags", [])
    yield from _misspelt(tags if isinstance(tags, list) else [tags], TAGS, "tag")
    options = metadata.get("mystnb", {})
    if not isinstance(options, dict):
        yield f"the option mystnb is {options!r}; write figure: or image: below it"
        return
    yield from _misspelt(options, OF_NOTEBOOKS, "option of mystnb")
    for name, known in (("figure", OF_FIGURES), ("image", OF_PICTURES)):
        part = options.get(name, {})
        if not isinstance(part, dict):
            yield f"the option {name} is {part!r}; write {known[0]}: … below it"
            continue
        for key in part:
            if key not in known:
                yield f"{key!r} is no option of {name}; {choice(key, known)}"


def _misspelt(names: Iterable[Any], known: tuple[str, ...], what: str) -> Iterator[str]:
    """Yield the names that are none, but like one."""
    for name in names:
        if name not in known and (meant := near(name, known, 0.75)):
            yield f"{name!r} is no {what}; write {meant}, if that is meant"
