"""One direction of dependence: book, then the article's package, then the engine, room by room; and chapters that a scan can read."""

from __future__ import annotations

import ast
import re
import statistics
from collections import Counter

import pytest
from modules import MODULES, imported, ours, reached

import edition
from edition.paths import ROOT
from edition.source.page import Page

PAGES = [Page(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "book").glob("*.md"))]
CHAPTERS = [page for page in PAGES if page.cells]
NO_ROOMS = {"__init__.py", "__pycache__"}
COMMANDS = ("edition.package.validate", "edition.mutate_data.__main__")  # within a room
ENGINE = [name for name in MODULES if name.startswith("edition.")]


def rooms() -> dict[str, list[str]]:
    """Return what each room of the engine may import, as the table in the engine's own description has it."""
    _, text, _ = re.split(r"^=[= ]+\n(?=``)|^=[= ]+$\n(?=\n)", edition.__doc__ or "", flags=re.MULTILINE)
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        name = line[:17].strip().strip("`") or name
        found.setdefault(name, []).extend(line[72:].split())
    return found


ROOMS = rooms()


def room(module: str) -> str:
    """Return the room that a module of the engine belongs to."""
    first = module.removeprefix("edition.").partition(".")[0]
    return "commands" if module in COMMANDS or first not in ROOMS else first


def is_allowed(module: str, other: str) -> bool:
    """Return whether a module of the engine may import another."""
    if room(module) == room(other):
        return True
    wanted = other.removeprefix("edition.")
    listed = [name for name in ROOMS[room(module)] if name != "nothing"]
    return any(room(other) == name if name in ROOMS else wanted == name for name in listed)


def test_the_table_of_rooms_names_every_room_and_nothing_else() -> None:
    named = {name.partition(".")[0] for allowed in ROOMS.values() for name in allowed} - {"nothing"}
    assert named < set(ROOMS)
    for name in set(ROOMS) - {"commands"}:
        assert f"edition.{name}" in MODULES, f"there is no room {name}"
    packages = {name.split(".")[1] for name in ENGINE if name.count(".") > 1}
    assert packages < set(ROOMS), "a package that the table does not name"


@pytest.mark.parametrize("module", ENGINE)
def test_a_room_imports_what_the_table_allows(module: str) -> None:
    wrong = [other for other in ours(module) if other != "edition" and not is_allowed(module, other)]
    assert wrong == [], f"{room(module)} may import {', '.join(ROOMS[room(module)])}"


@pytest.mark.parametrize("package", ["edition", "karabakh"])
def test_the_readme_shows_every_room_and_nothing_else(package: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [shown] = re.findall(rf"^{package}/ .*\n((?:  .*\n)+)", readme, re.MULTILINE)
    names = {name.rstrip("/") for name in re.findall(r"(?:^|(?<=\s))[a-z_]+(?:/|\.py)", shown)}
    folder = ROOT / package
    assert names == {path.name for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()} - NO_ROOMS


def test_the_engine_imports_nothing_of_the_article() -> None:
    assert [name for name in ["edition", *ENGINE] if not all(other.startswith("edition") for other in ours(name))] == []


def test_a_kernel_imports_nothing_of_the_engine_but_what_cells_call() -> None:
    """The modules of the article's package that a chapter imports, and all that these import, know one room only."""
    entries = {name for chapter in CHAPTERS for name in re.findall(r"^from (karabakh\S*) import", chapter.source, re.M)}
    assert entries == {"karabakh.notebook"}
    found = set().union(*map(reached, entries))
    for name in found:
        if name.startswith("karabakh"):
            assert all(other.startswith(("karabakh", "edition.cell.")) for other in ours(name)), name
    names = {name for name in found if name.startswith("edition.")}
    assert {room(name) for name in names} <= {"cell", "paths", "said", "package"}
    assert {name for name in names if room(name) == "package"} <= {
        "edition.package",
        "edition.package.read",
        "edition.package.unseen",
    }


def test_pages_are_made_without_what_only_cells_need() -> None:
    """pandas and Matplotlib take a second to import, and a third of the memory; only kernels have a use for them."""
    found = set().union(*map(reached, ["edition.sphinx", "edition.typst", "edition.epub"]))
    assert {"edition.sphinx.tables.rows", "edition.cell.written_dates"} <= found
    packages = {name: {one.partition(".")[0] for one in imported(MODULES[name].read_text("utf-8"))} for name in found}
    assert {name for name, used in packages.items() if used & {"pandas", "matplotlib"}} == set()


def test_no_two_modules_share_a_file_name() -> None:
    names = Counter(path.name for path in MODULES.values())
    assert [name for name, times in names.items() if times > 1 and name not in ("__init__.py", "__main__.py")] == []


def test_every_module_and_package_says_what_it_is_for() -> None:
    assert [name for name, path in MODULES.items() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda page: page.name)
def test_chapters_read_data_only_where_the_cache_can_see_it(chapter) -> None:
    assert chapter.faults == ()


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
