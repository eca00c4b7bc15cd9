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


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda page: page.name)
def test_chapters_import_from_the_project_in_one_line(chapter) -> None:
    nodes = [node for code in chapter.cells for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
    assert [node.module for node in nodes if node.module.startswith(("edition", "karabakh"))] == ["karabakh.notebook"]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda page: page.name)
def test_every_cell_is_on_the_page(chapter) -> None:
    """Folded, but there: nothing that the reader is told is computed is computed out of sight."""
    tags = [cell.metadata.get("tags") for cell in chapter.notebook.cells if cell.cell_type == "code"]
    assert tags == [["hide-input"]] * len(chapter.cells)


def statements(code: str) -> list[ast.stmt]:
    """Return the statements of a cell, those within others too; a docstring is none."""
    tree = ast.parse(code)
    texts = [node.body[0] for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and ast.get_docstring(node)]
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node not in texts]


def test_cells_are_simple() -> None:
    """A cell has few statements, each on lines of its own, and no line runs out of the page."""
    counts = []
    for chapter in CHAPTERS:
        for code in chapter.cells:
            found = statements(code)
            assert len(found) <= 16, f"{chapter.name}, {len(found)} statements:\n{code}"
            assert len({node.lineno for node in found}) == len(found), f"{chapter.name}, two on a line:\n{code}"
            assert max(map(len, code.splitlines())) <= 110, f"{chapter.name}, a long line:\n{code}"
            counts.append(len(found))
    assert len(counts) > 50 and statistics.median(counts) <= 6
