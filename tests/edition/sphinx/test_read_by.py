"""When all pages are read again though none has changed: their reader is another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition import sphinx
from edition.paths import EDITION


def test_pages_are_read_again_when_the_packages_change(miniature):
    miniature.write("requirements.txt", "sphinx==7.4.7\n")
    before = sphinx.read_by(miniature.root)
    assert sphinx.read_by(miniature.root) == before
    with miniature.changed("requirements.txt", "7.4.7", "7.4.8"):
        assert sphinx.read_by(miniature.root) != before


def test_pages_are_read_again_when_the_engine_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = tmp_path / "engine"
    shutil.copytree(EDITION, engine, ignore=shutil.ignore_patterns("fonts", "__pycache__"))
    monkeypatch.setattr(sphinx, "EDITION", engine)
    before = sphinx.read_by(tmp_path)
    with (engine / "sphinx" / "notes.py").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    assert sphinx.read_by(tmp_path) != before


def test_sphinx_reads_them_then_and_only_then(miniature):
    miniature.page("text", "# Text\n\nSaid.\n")
    miniature.write("requirements.txt", "sphinx==7.4.7\n")
    tree = miniature.root / "_build" / ".doctrees" / "book" / "text.doctree"
    times = []
    for version in ("7.4.7", "7.4.7", "7.4.8"):
        miniature.write("requirements.txt", f"sphinx=={version}\n")
        assert miniature.build() == ""
        times.append(tree.stat().st_mtime_ns)
    assert times[0] == times[1] < times[2]
