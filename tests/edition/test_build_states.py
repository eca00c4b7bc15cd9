"""A build from any earlier state gives what a clean build gives, whatever the dates of the files say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built import copy_repository

pytestmark = pytest.mark.built

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n\n"
FILES = {
    "_toc.yml": "format: jb-book\nroot: book/index\nchapters:\n  - file: book/chapter\n  - file: book/verification\n",
    "book/index.md": "# The book\n\n{cite:p}`one`\n\n```{include} words.txt\n```\n\n```{data-table} hosts\n:columns: host | platform\n:headings: Host | Platform\n:widths: 50 50\n```\n\n"
    "```{bibliography}\n```\n",
    "book/words.txt": "Included words.\n",
    "book/chapter.md": f"{FRONT}# A chapter\n\n```{{code-cell}} ipython3\nfrom orchard.notebook import load, NAME\n"
    "print(NAME, len(load('hosts')))\n```\n",
    "book/verification.md": "# Verification\n\n```{ledger}\n```\n",
    "orchard/__init__.py": "",
    "orchard/notebook.py": "from edition.cell.load import load\nNAME = 'apples'\n",
    "references.bib": "@book{one, author={Ann Orchard}, title={Old title}, year={1999}, publisher={Press}}\n",
}
# An edit: the file, what it had, and what it has.
EDITS = {
    "a page": ("book/chapter.md", "# A chapter", "# Another chapter"),
    "an included file": ("book/words.txt", "Included words.", "Included woods."),
    "a cell": ("book/chapter.md", "print(NAME,", "print(NAME, 1,"),
    "a module": ("orchard/notebook.py", "apples", "quince"),
    "a table that is printed": ("data/hosts.csv", None, None),
    "the bibliography": ("references.bib", "Old title", "New title"),
    "the configuration": ("_config.yml", 'nb_code_prompt_show: "Code"', 'nb_code_prompt_show: "Look"'),
    "a static file": ("edition/sphinx/static/edition.css", None, None),
    "the contents": ("_toc.yml", "  - file: book/chapter\n", ""),
}


def edit(root: Path, name: str, date: float) -> None:
    """Change a file, and let it say that it was changed `date` seconds later than it says now."""
    path, old, new = EDITS[name]
    file = root / path
    before, text = file.stat().st_mtime, file.read_text(encoding="utf-8")
    if old is None:
        text = text + "\n/* changed */\n" if path.endswith(".css") else text.rstrip("\n").rpartition("\n")[0] + "\n"
    else:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (before + date, before + date))


def build(root: Path) -> dict[str, bytes]:
    """Build the pages, and return every published file."""
    command = [sys.executable, "-m", "edition.build", "html"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    html = root / "_build" / "html"
    return {str(file.relative_to(html)): file.read_bytes() for file in html.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book as it was built first, and beside it, under another name, what is to be brought back before each edit."""
    book = copy_repository(tmp_path_factory.mktemp("states") / "book")
    shutil.rmtree(book / "book")
    claims = book / "data" / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    config = (book / "_config.yml").read_text(encoding="utf-8")
    (book / "_config.yml").write_text(config.replace("[karabakh/*.py]", "[orchard/*.py]"), encoding="utf-8")
    for name, text in FILES.items():
        (book / name).parent.mkdir(exist_ok=True)
        (book / name).write_text(text, encoding="utf-8")
    build(book)
    shutil.copytree(book, book.with_name("kept"))
    return book


def bring_back(book: Path) -> None:
    """Let the book be as it was built first, in the same place and with the same dates."""
    shutil.rmtree(book)
    shutil.copytree(book.with_name("kept"), book)


@pytest.mark.parametrize("name", EDITS)
def test_a_build_after_any_edit_with_any_date_is_a_clean_build(first: Path, tmp_path: Path, name: str) -> None:
    theirs: dict[str, bytes] = {}
    for date in (-86_400, 0, 86_400):
        bring_back(first)
        edit(first, name, date)
        if not theirs:
            shutil.copytree(first, tmp_path / "clean", ignore=shutil.ignore_patterns("_build", "__pycache__"))
            theirs = build(tmp_path / "clean")
        ours = build(first)
        assert sorted(ours) == sorted(theirs), date
        assert [path for path in ours if ours[path] != theirs[path]] == [], date
