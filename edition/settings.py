"""What ``_config.yml`` tells the engine of the book: which packages know its article."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from edition.paths import ROOT

FILES = ("_config.yml", "_toc.yml", "CITATION.cff")


class SettingsError(ValueError):
    """A file of settings that cannot be read; the message names file, line and cure."""


def read_yaml(file: Path) -> dict[str, Any]:
    """Return what a file of settings holds; nothing if there is no such file.

    :raises SettingsError: if it is no YAML, or holds no settings with their names.
    """
    try:
        found = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SettingsError(f"{file.name}{line}: {error.problem}; mend the YAML there") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file.name}: {' '.join(str(error).split())}; save it as YAML in UTF-8") from error
    if not isinstance(found, dict):
        raise SettingsError(f"{file.name}: it holds no settings; write each as name: value")
    return found


def check(root: Path = ROOT) -> None:
    """Read all files of settings.

    :raises SettingsError: if one of them cannot be read.
    """
    for name in FILES:
        read_yaml(root / name)


def setting(name: str, root: Path = ROOT) -> Any:
    """Return the value of `name` among the settings of Sphinx in ``_config.yml``; None if it is not there.

    :raises SettingsError: if the file cannot be read.
    """
    return read_yaml(root / "_config.yml").get("sphinx", {}).get("config", {}).get(name)


def registered(name: str, root: Path = ROOT) -> ModuleType | None:
    """Return the module of the book's own that the setting `name` names, such as ``edition_checks: orchard.checks``; None without it."""
    module = setting(name, root)
    if str(root) not in sys.path:
        sys.path.append(str(root))  # a command may be given in any folder of the book
    return import_module(module) if module else None
