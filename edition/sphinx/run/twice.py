"""What two executions of the same chapters gave, compared cell by cell."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import nbformat
from jupyter_cache import get_cache
from nbformat import NotebookNode

from edition.said import place


def executed(cache: Path, book: Path) -> dict[str, list[NotebookNode]]:
    """Return the executed code cells of each chapter that a cache holds, by the path of the chapter in its book."""
    found = {}
    store = get_cache(str(cache))
    for record in store.list_cache_records():
        name = Path(record.uri).resolve().relative_to(book.resolve()).as_posix()
        notebook = store.get_cache_bundle(record.pk).nb
        found[name] = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return found


def differences(first: Mapping[str, list[NotebookNode]], second: Mapping[str, list[NotebookNode]]) -> list[str]:
    """Return a line for each cell whose outputs differ, with both of them where they begin to."""
    lines = []
    for name in sorted(first):
        if name not in second:
            lines.append(f"{name}: executed once more, it failed; what it gives depends on more than the data")
            continue
        for number, (one, other) in enumerate(zip(first[name], second[name], strict=True), start=1):
            before, after = _text(one), _text(other)
            if before != after:
                start = max(len(os.path.commonprefix([before, after])) - 20, 0)  # noqa: RUF071
                lines.append(
                    f"{place(name, cell=number)}: executed twice, it gives {before[start : start + 60]!r} and "
                    f"{after[start : start + 60]!r}: take out what no data say, "
                    "such as a clock, a random number without a seed, the order of a set, an address or a path"
                )
    return lines


def _text(cell: NotebookNode) -> str:
    """Return all that a cell gave, in one order, without the numbers of execution."""
    outputs = [{key: value for key, value in output.items() if key != "execution_count"} for output in cell.outputs]
    return json.dumps(nbformat.from_dict(outputs), sort_keys=True, ensure_ascii=False)
