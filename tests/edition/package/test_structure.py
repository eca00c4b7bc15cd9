"""What the descriptor has to say of each table is there, and of the right kind."""

from __future__ import annotations

import json
from pathlib import Path

from edition.package.read import read_package
from edition.package.validate import faults


def test_a_description_that_lacks_something_is_named(copy: Path) -> None:
    package = read_package(copy)
    next(resource for resource in package["resources"] if resource["name"] == "claims").pop("gaps")
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert faults(copy)[0].startswith("data/datapackage.json: claims lacks gaps; add it")
