"""One direction of dependence: book, then edition, then data; and chapters that the scan of their cells can read."""

from __future__ import annotations

import ast
import re
import statistics

import pytest

from edition.paths import EDITION, ROOT
from edition.source.page import Page

MODULES = sorted(EDITION.rglob("*.py"))
PAGES = [Page(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "book").glob("*.md"))]
CHAPTERS = [page for page in PAGES if page.cells]


def imports(source: str) -> set[str]:
    """Return the modules that a piece of Python imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rooms_know_what_they_may_know(module) -> None:
    room = module.relative_to(EDITION).parts[0] if module.parent != EDITION else ""
    known = {name.split(".")[1] for name in imports(module.read_text(encoding="utf-8")) if name.startswith("edition.")}
    assert not known & ({"sphinx", "typst", "live"} - {room}), (
        "rooms never know one another, nor the kernel any of them"
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_code_knows_no_chapter(module) -> None:
    names = "|".join(page.stem for page in (ROOT / "book").glob("*-*.md"))
    assert not re.search(rf"\b({names})\b", module.read_text(encoding="utf-8"))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda page: page.name)
def test_chapters_read_data_only_where_the_cache_can_see_it(chapter) -> None:
    for code in chapter.cells:
        tree = ast.parse(code)  # no magics
        calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert not [call for call in calls if re.search(r"\bopen$|read_\w+$|loadtxt$", call)]
        aliases = [
            name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names if name.asname
        ]
        assert not [alias.name for alias in aliases if alias.name in ("load", "check")]


def test_cells_are_short() -> None:
    """Twelve lines are the most, in the book as a whole nine are the median, and no line runs out of the page."""
    lengths = []
    for chapter in CHAPTERS:
        for code in chapter.cells:
            lines = [line for line in code.splitlines() if line.strip()]
            assert len(lines) <= 12 and max(map(len, lines)) <= 130, f"{chapter.name}:\n{code}"
            lengths.append(len(lines))
    assert len(lengths) > 50 and statistics.median(lengths) <= 9
