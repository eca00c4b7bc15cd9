"""A small table of names, and a setting ``print_index`` that reads it."""

from __future__ import annotations

import json
from pathlib import Path

SETTINGS = [
    {"table": "keepers", "column": "name", "person": True, "without": {"kind": "office"}},
    {"table": "keepers", "column": "name", "only": {"kind": "office"}},
    {"names": ["Lee/Windward"]},
    {"names": ["Northland"], "times": 2},
]
TABLE = "name,kind\nAda Grey,person\nHarbour Board,office\n"
FIELDS = [{"name": "name", "type": "string"}, {"name": "kind", "type": "string"}]
PACKAGE = {"resources": [{"name": "keepers", "path": "keepers.csv", "schema": {"fields": FIELDS}}]}


def write_keepers(folder: Path) -> Path:
    """Write a data package of the one table into `folder`, and return the folder."""
    (folder / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")
    (folder / "keepers.csv").write_text(TABLE, encoding="utf-8")
    return folder
