"""What ``_config.yml`` tells the engine of the book: which packages know its article."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from edition.paths import ROOT


def setting(name: str, root: Path = ROOT) -> Any:
    """Return the value of `name` among the settings of Sphinx in ``_config.yml``; None if it is not there."""
    file = root / "_config.yml"
    book = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    return book.get("sphinx", {}).get("config", {}).get(name)


def registered(name: str, root: Path = ROOT) -> ModuleType | None:
    """Return the module of the book's own that the setting `name` names, such as ``edition_checks: orchard.checks``; None without it."""
    module = setting(name, root)
    if str(root) not in sys.path:
        sys.path.append(str(root))  # a command may be given in any folder of the book
    return import_module(module) if module else None
