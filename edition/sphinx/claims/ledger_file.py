"""The ledger as a file beside the web pages, ``ledger.json``, with a JSON schema that says what it holds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from edition.ledger.claim import MARKS, METHODS, REASONS
from edition.package.read import describe
from edition.sphinx.claims.comparison import result_file
from edition.sphinx.claims.marked import ledger_pages
from edition.sphinx.environment import data_folder

FILES = ["ledger.json", "ledger.schema.json"]
CHOICES = {"verdict": [*MARKS], "method": [*METHODS], "reason": ["", *REASONS]}
MADE = {
    "article": "what the article asserts, in the form in which the sentence gives it",
    "found": "what a cell or a row gives, in the same form; null if no machine checks the claim",
}


def schema(data: Path) -> dict[str, Any]:
    """Return the schema: the columns of the claims as the data package describes them, and what the comparison adds."""
    columns = {field["name"]: field.get("description", "") for field in describe("claims", data)["schema"]["fields"]}
    properties = {
        name: {"type": "string", "description": text, **({"enum": CHOICES[name]} if name in CHOICES else {})}
        for name, text in columns.items()
    }
    properties |= {name: {"type": ["string", "null"], "description": text} for name, text in MADE.items()}
    claim = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The ledger of the edition",
        "type": "object",
        "properties": {
            "claims": {"type": "array", "items": claim},
            "wrong": {"type": "array", "items": {"type": "string"}, "description": "what does not hold, a line each"},
        },
        "required": ["claims", "wrong"],
    }


def write(app: Sphinx, exception: Exception | None) -> None:
    """Leave the files where the pages are (``build-finished``)."""
    if exception is not None or app.builder.name != "html" or not ledger_pages(app.env):
        return
    shutil.copyfile(result_file(app), Path(app.outdir, FILES[0]))
    text = json.dumps(schema(data_folder(app)), indent=2, ensure_ascii=False)
    Path(app.outdir, FILES[1]).write_text(f"{text}\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("build-finished", write)
