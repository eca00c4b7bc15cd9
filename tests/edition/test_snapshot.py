"""The sources at one moment: contents decide, and dates never."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

import pytest

from edition.snapshot import fingerprint, of_book, take


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder with a few sources, and with what is none."""
    root = tmp_path / "book"
    for name in (
        "_config.yml",
        "pages/one.md",
        "pages/two.md",
        "_build/html/one.html",
        ".git/config",
        "tests/test_one.py",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    return root


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """Return the content and the date of each file."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): (file.read_text(), file.stat().st_mtime_ns) for file in files}


def test_the_copy_holds_the_sources_and_nothing_else(book: Path, tmp_path: Path) -> None:
    take(book, tmp_path / "copy")
    assert list(state(tmp_path / "copy")) == ["_config.yml", "pages/one.md", "pages/two.md"]
    (book / "pages" / "two.md").unlink()
    take(book, tmp_path / "copy")
    assert list(state(tmp_path / "copy")) == ["_config.yml", "pages/one.md"]


@pytest.mark.parametrize("first", ["extra/a.txt", "extra", "pages/more/a.txt", "pages/more", "extra/b/c/d.txt"])
@pytest.mark.parametrize("then", ["extra/a.txt", "extra", "pages/more/a.txt", "pages/more", "extra/b/c", ""])
def test_the_copy_is_the_same_from_any_earlier_state(book: Path, tmp_path: Path, first: str, then: str) -> None:
    for name in (first, then):
        shutil.rmtree(tmp_path / "now", ignore_errors=True)
        shutil.copytree(book, tmp_path / "now")
        if name:
            (tmp_path / "now" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "now" / name).write_text(name, encoding="utf-8")
        take(tmp_path / "now", tmp_path / "copy")
    take(tmp_path / "now", tmp_path / "clean")
    places = [
        sorted(place.relative_to(root) for place in root.rglob("*")) for root in (tmp_path / "copy", tmp_path / "clean")
    ]
    assert places[0] == places[1]
    assert fingerprint(tmp_path / "copy") == fingerprint(tmp_path / "clean")


def test_a_link_that_a_cell_left_in_the_copy_is_taken_away(book: Path, tmp_path: Path) -> None:
    take(book, tmp_path / "copy")
    (tmp_path / "copy" / "link").symlink_to(book)
    take(book, tmp_path / "copy")
    assert list(state(tmp_path / "copy")) == ["_config.yml", "pages/one.md", "pages/two.md"]
    assert (book / "pages" / "one.md").exists()


@pytest.mark.parametrize("target", ["one.md", "other.md", "nowhere.md"])
def test_a_link_that_stands_in_the_place_of_a_source_is_taken_away_and_what_it_leads_to_stays(
    book: Path, tmp_path: Path, target: str
) -> None:
    (tmp_path / "one.md").write_text("pages/one.md", encoding="utf-8")  # as the source
    (tmp_path / "other.md").write_text("mine", encoding="utf-8")
    take(book, tmp_path / "copy")
    (tmp_path / "copy" / "pages" / "one.md").unlink()
    (tmp_path / "copy" / "pages" / "one.md").symlink_to(tmp_path / target)
    (book / "pages" / "one.md").write_text("newer", encoding="utf-8")
    take(book, tmp_path / "copy")
    assert state(tmp_path / "copy")["pages/one.md"][0] == "newer"
    assert not (tmp_path / "copy" / "pages" / "one.md").is_symlink()
    assert [file.read_text(encoding="utf-8") for file in sorted(tmp_path.glob("*.md"))] == ["pages/one.md", "mine"]


def test_the_copy_holds_what_a_link_within_the_book_leads_to(book: Path, tmp_path: Path) -> None:
    (book / "pages" / "three.md").symlink_to("one.md")
    take(book, tmp_path / "copy")
    assert state(tmp_path / "copy")["pages/three.md"][0] == "pages/one.md"
    assert not (tmp_path / "copy" / "pages" / "three.md").is_symlink()


def test_a_folder_of_that_name_below_the_top_is_a_source(book: Path, tmp_path: Path) -> None:
    for name in ("pages/tests/of_lamps.md", "pages/_build/of_lamps.md", "pages/.hidden/of_lamps.md"):
        (book / name).parent.mkdir()
        (book / name).write_text("x", encoding="utf-8")
    take(book, tmp_path / "copy")
    assert [name for name in state(tmp_path / "copy") if "lamps" in name] == [
        "pages/_build/of_lamps.md",
        "pages/tests/of_lamps.md",
    ]


def test_the_fingerprint_is_the_same_in_whatever_order_a_disk_has_the_files(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rglob = fingerprint(book), Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda folder, pattern: reversed(list(rglob(folder, pattern))))
    assert fingerprint(book) == before


def test_the_fingerprint_of_a_file_is_its_digest_whatever_its_name(book: Path) -> None:
    before = fingerprint(book / "pages" / "one.md")
    assert before == hashlib.sha256(b"pages/one.md").hexdigest()
    (book / "pages" / "one.md").rename(book / "pages" / "three.md")
    assert fingerprint(book / "pages" / "three.md") == before


def test_a_name_of_any_bytes_has_a_place_in_the_digest(book: Path) -> None:
    before = of_book(book)
    Path(os.fsdecode(os.fsencode(book) + b"/\xe9.txt")).write_text("x", encoding="utf-8")
    assert of_book(book) != before


def test_an_environment_is_no_source_whatever_its_name(book: Path, tmp_path: Path) -> None:
    (book / "mine" / "lib").mkdir(parents=True)
    for name in ("mine/pyvenv.cfg", "mine/lib/module.py"):
        (book / name).write_text("x", encoding="utf-8")
    take(book, tmp_path / "copy")
    assert list(state(tmp_path / "copy")) == ["_config.yml", "pages/one.md", "pages/two.md"]


def test_a_file_has_a_new_date_if_its_contents_are_new_and_only_then(book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    take(book, copy)
    before = state(copy)
    (book / "pages" / "one.md").write_text("other", encoding="utf-8")
    os.utime(book / "pages" / "one.md", (0, 0))
    (book / "pages" / "two.md").touch()
    take(book, copy)
    after = state(copy)
    assert after["pages/one.md"][0] == "other" and after["pages/one.md"][1] > before["pages/one.md"][1]
    assert after["pages/two.md"] == before["pages/two.md"]


def changes(book: Path, name: str, text: str = "other") -> bool:
    """Return whether the digest of the book changes with the contents of a file."""
    before = of_book(book)
    (book / name).parent.mkdir(parents=True, exist_ok=True)
    (book / name).write_text(text, encoding="utf-8")
    return of_book(book) != before


def test_the_digest_of_a_book_changes_with_its_sources_and_not_with_what_is_none(book: Path) -> None:
    assert changes(book, "pages/one.md")
    for name in ("_build/html/one.html", ".git/config", ".hidden", "tests/test_one.py", "pages/__pycache__/one.pyc"):
        assert not changes(book, name), name
    before = of_book(book)
    (book / "pages" / "one.md").touch()
    assert of_book(book) == before
    (book / "pages" / "one.md").rename(book / "pages" / "three.md")
    assert of_book(book) != before


def test_the_digest_of_a_book_changes_with_what_it_is_built_by(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    (engine / "build.py").write_text("one", encoding="utf-8")
    before = of_book(book)
    with monkeypatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1")
        assert of_book(book) != before
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "4.0")
        assert of_book(book) != before
    with monkeypatch.context() as patch:
        patch.setattr("edition.snapshot.packages", lambda: ("paper==1",))
        first = of_book(book)
        patch.setattr("edition.snapshot.packages", lambda: ("paper==2",))
        assert len({before, first, of_book(book)}) == 3
    with monkeypatch.context() as patch:
        patch.setattr("edition.snapshot.EDITION", engine)
        first = of_book(book)
        (engine / "build.py").write_text("two", encoding="utf-8")
        assert len({before, first, of_book(book)}) == 3
    assert of_book(book) == before


def test_the_fingerprint_of_a_folder_knows_names_and_contents(book: Path) -> None:
    before = fingerprint(book)
    (book / "pages" / "one.md").write_text("other", encoding="utf-8")
    changed = fingerprint(book)
    (book / "pages" / "one.md").rename(book / "pages" / "three.md")
    assert len({before, changed, fingerprint(book)}) == 3
    (book / "pages" / "three.md").rename(book / "pages" / "one.md")
    (book / "pages" / "one.md").write_text("pages/one.md", encoding="utf-8")
    assert fingerprint(book) == before
