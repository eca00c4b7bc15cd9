"""The files of the pages are those that the table of contents names, wherever they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.package.read import DataError
from edition.source.page_files import page_files

TOC = "format: jb-book\nroot: intro\nchapters:\n  - file: deep/er/two\n  - file: genindex\n  - file: one\n"


def test_pages_stand_in_the_order_of_the_book_wherever_they_are(tmp_path: Path) -> None:
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    for name in ("intro.md", "one.ipynb", "deep/er/two.md", "draft.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = page_files(tmp_path)
    assert list(found) == ["intro", "deep/er/two", "one"]
    assert found["one"] == tmp_path / "one.ipynb"


@pytest.mark.parametrize("text", [None, "root: [", "format: jb-book\n", "root: a\nroot: b\n"])
def test_a_table_of_contents_that_cannot_be_read_is_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "_toc.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"_toc\.yml.*; mend"):
        page_files(tmp_path)
