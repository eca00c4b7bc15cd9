"""Other names of what the tables name, for the filter above their rows: who writes *Leningrad* finds *Petersburg*.

The setting ``edition_other_names`` says where they stand::

    edition_other_names:
      - {table: orchards, columns: [name, name_of_the_neighbours]}

The names in these columns of a row are names of one thing; a bar between two of them parts them, as in *Lee/Windward*. They
lie in a script beside the pages, which ``rows.js`` loads when somebody writes into the filter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ConfigError

from edition.package.read import read_rows
from edition.sphinx.environment import data_folder

FILE = "other-names.js"


def groups(app: Sphinx) -> Iterator[list[str]]:
    """Yield the names of each thing that has more than one.

    :raises ConfigError: if the setting names a column that is not there.
    """
    for part in app.config.edition_other_names:
        for row in read_rows(part["table"], data_folder(app)):
            if missing := [column for column in part["columns"] if column not in row]:
                raise ConfigError(f"edition_other_names: {part['table']} has no column {', '.join(missing)}")
            names = dict.fromkeys(name for column in part["columns"] for name in row[column].split("/") if name)
            if len(names) > 1:
                yield list(names)


def write(app: Sphinx, exception: Exception | None) -> None:
    """Leave the names beside the pages (``build-finished``)."""
    if exception is None and app.builder.name == "html":
        text = json.dumps(list(groups(app)), ensure_ascii=False, separators=(",", ":"))
        Path(app.outdir, FILE).write_text(f"window.otherNames = {text};\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the setting, and connect to the event named above."""
    app.add_config_value("edition_other_names", [], "html", list, "columns that hold names of one thing")
    app.connect("build-finished", write)
