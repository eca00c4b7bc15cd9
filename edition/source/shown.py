"""Whether the figure that a cell shows is the one that its options name: else it would stand without words or number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from edition.source.lineage import Product

Place = Callable[[int], str]  # how a message names a cell


def faults_of_figures(cells: Sequence[dict[str, Any]], products: Sequence[Product], at: Place) -> Iterator[str]:
    """Yield where a cell and its options do not go together, with place and cure.

    :param cells: the metadata of the code cells of a page.
    :param products: what they make, as the source shows it.
    """
    first: dict[str, int] = {}
    for number, metadata in enumerate(cells, start=1):
        named, is_described = _options(metadata)
        shown = [product.name for product in products if product.maker == "show" and product.cell == number]
        if len(shown) > 1:
            yield f"{at(number)}: it shows {len(shown)} figures, {' and '.join(shown)}; give each a cell of its own"
        elif shown and shown[0] != named:
            said = f"its options name {named!r}" if named else "its options name no figure"
            yield f"{at(number)}: it shows {shown[0]!r}, but {said}; write mystnb: figure: name: {shown[0]}, or correct show(…)"
        elif named and not shown and not is_described:
            yield f"{at(number)}: its options name the figure {named!r}, but it shows none; end it with show(…, {named!r}, …)"
        for name in shown:
            if name in first:
                yield f"{at(number)}: {name} is shown a second time, after {at(first[name])}; give it another name"
            first.setdefault(name, number)


def _options(metadata: dict[str, Any]) -> tuple[str | None, bool]:
    """Return the name that the options of a cell give its figure, and whether they hold an alternative text themselves."""
    options = _part(metadata, "mystnb")
    name = _part(options, "figure").get("name")
    return None if name is None else str(name), bool(_part(options, "image").get("alt"))


def _part(whole: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a part of some options; nothing if it is none."""
    part = whole.get(name)
    return part if isinstance(part, dict) else {}
