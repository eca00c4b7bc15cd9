"""The built book, as the tests read it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from edition.paths import BUILD, ROOT


@dataclass(frozen=True)
class Book:
    """The published pages, the printed volumes and the EPUB."""

    html: Path
    volumes: tuple[Path, ...]  # the printed ones, in their order
    epub: Path

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its path, parsed."""
        return {
            file.relative_to(self.html).as_posix(): BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
            for file in sorted(self.html.rglob("*.html"))
            if "_static" not in file.parts
        }

    def article(self, page: str) -> BeautifulSoup:
        """The text of a page, without what the theme puts around it."""
        return self.pages[f"{page}.html"].find("article")


def copy_repository(target: Path) -> Path:
    """Copy what a build needs of the repository into the new folder `target`, for a test to change."""
    left_out = shutil.ignore_patterns(".*", "_build", "tests", "__pycache__")
    return Path(shutil.copytree(ROOT, target, ignore=left_out))


def volumes() -> tuple[Path, ...]:
    """Return the printed volumes, in the order of ``_config.yml``."""
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]["config"]
    return tuple(BUILD / f"{volume['name']}.pdf" for volume in settings["print_volumes"])


def toc() -> dict[str, list[str]]:
    """Return the pages of the table of contents by the caption of their part; the root has the caption ''."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    parts = {part.get("caption", ""): [chapter["file"] for chapter in part["chapters"]] for part in contents["parts"]}
    return {**parts, "": [contents["root"], *parts.get("", [])]}
