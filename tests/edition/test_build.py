"""The build beside the last good one: a failed, killed or second build harms nothing and forgets nothing.

Runs the command itself, in a copy of the repository with a book of three short pages.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from built import copy_repository

pytestmark = pytest.mark.built

TOC = """format: jb-book
root: book/index
chapters:
  - file: book/chapter
  - file: book/verification
"""
CHAPTER = """---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---

# A chapter

```{code-cell} ipython3
print(6 * 7)
```
"""
SLOW = """import os
import tempfile
import threading
with tempfile.NamedTemporaryFile("w", prefix="started-", delete=False) as sign:
    sign.write(str(getattr(os, "getpid")()))
while not getattr(os.path, "exists")({go!r}):
    threading.Event().wait(0.05)
"""
PATIENCE = 180  # seconds until a step that takes a few counts as stuck


class Repository:
    """A copy of the repository with a short book."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.book, self.html, self.pdf = root / "book", root / "_build" / "html", root / "_build" / "karabakh.pdf"
        self.signs = root.with_name("signs")  # what a running chapter and its test say to each other
        copy_repository(root)
        shutil.rmtree(self.book)
        self.book.mkdir()
        header = (root / "data" / "claims.csv").read_text(encoding="utf-8").splitlines()[0]
        (root / "data" / "claims.csv").write_text(f"{header}\n", encoding="utf-8")
        settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
        for name in ("print_volumes", "print_backmatter_captions"):  # the short book is one volume, without parts
            del settings["sphinx"]["config"][name]
        (root / "_config.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        self.restore()

    def restore(self) -> None:
        """Write the book as it was at first; what is built remains."""
        for file in self.book.iterdir():
            file.unlink()
        (self.root / "_toc.yml").write_text(TOC, encoding="utf-8")
        (self.book / "index.md").write_text("# The book\n", encoding="utf-8")
        (self.book / "chapter.md").write_text(CHAPTER, encoding="utf-8")
        (self.book / "verification.md").write_text("# Verification\n\n```{ledger}\n```\n", encoding="utf-8")

    def start(self, *targets: str) -> subprocess.Popen[str]:
        """Start the build in a process group of its own."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        self.signs.mkdir(exist_ok=True)
        environment["TMPDIR"] = str(self.signs)  # where the temporary folders of the kernels are
        return subprocess.Popen(
            [sys.executable, "-m", "edition.build", *targets],
            cwd=self.root, env=environment, start_new_session=True,
            # Whoever runs the tests in the background may have been told to ignore it, and its children with it.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def build(self, *targets: str) -> tuple[int, str]:
        """Build, and return the exit status and the log."""
        process = self.start(*targets)
        log, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, log

    def start_slow_build(self) -> subprocess.Popen[str]:
        """Start a build whose chapter runs until the file ``go`` appears, and return when it is being executed."""
        shutil.rmtree(self.signs, ignore_errors=True)
        self.signs.mkdir()
        code = f"{SLOW.format(go=str(self.signs / 'go'))}# not in the cache: {time.monotonic_ns()}\n"
        (self.book / "chapter.md").write_text(CHAPTER.replace("print(6 * 7)\n", code), encoding="utf-8")
        process = self.start("html")
        wait_until(self.kernel)
        return process

    def kernel(self) -> int:
        """Return the number of the process in which the slow chapter runs; 0 if it does not yet."""
        return next((int(sign.read_text() or 0) for sign in self.signs.rglob("started-*")), 0)

    def published(self) -> dict[str, bytes]:
        """Return every published file with its content."""
        files = [self.pdf, *(file for file in self.html.rglob("*") if file.is_file())]
        contents = {file.relative_to(self.root).as_posix(): file.read_bytes() for file in files}
        assert "_build/html/index.html" in contents
        return contents


def wait_until(condition: Callable[[], object]) -> None:
    """Wait until the condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Return whether a process is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def stop(process: subprocess.Popen[str]) -> None:
    """Kill what is left of a build that a test started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, str]:
    """The repository with its pages and PDF built once, and the log."""
    repository = Repository(tmp_path_factory.mktemp("copy") / "repository")
    status, log = repository.build("html", "pdf")
    assert status == 0, log
    return repository, log


@pytest.fixture
def repository(built: tuple[Repository, str]) -> Repository:
    """The repository for one test; its book is as it was at first, and the last good build is there."""
    repository, _ = built
    repository.restore()
    return repository


def test_the_log_ends_with_the_place_and_the_digest_of_what_was_built(built):
    repository, log = built
    for line, place in zip(log.splitlines()[-2:], ["_build/html/index.html", "_build/karabakh.pdf"], strict=True):
        assert re.search(rf"{re.escape(place)}\W+sha256 [0-9a-f]{{64}}\b", line)
    assert repository.pdf.read_bytes().startswith(b"%PDF")


def test_a_failed_build_leaves_the_last_good_one_and_a_second_fails_as_well(repository):
    before = repository.published()
    (repository.book / "index.md").write_text("# The book\n\n### Too deep\n", encoding="utf-8")
    for _ in range(2):  # Sphinx would forget the warnings of a page that it has read
        status, log = repository.build("html", "pdf")
        assert status == 1
        assert "index.md, line 3: " in log and "Non-consecutive header level increase" in log
        assert log.splitlines()[-1] == "the build failed; the last good book is as it was"
        assert repository.published() == before


def test_a_failing_cell_is_told_near_the_end_of_the_log_and_leaves_the_last_good_build(repository):
    before = repository.published()
    (repository.book / "chapter.md").write_text(CHAPTER.replace("6 * 7", "6 / 0"), encoding="utf-8")
    status, log = repository.build("html", "pdf")
    assert status == 1
    end = "\n".join(log.splitlines()[-20:])
    assert "chapter.md, cell 1" in end and "ZeroDivisionError: division by zero" in end
    assert repository.published() == before


def test_an_interrupted_or_killed_build_leaves_the_last_good_one_and_the_next_succeeds(repository):
    before = repository.published()
    for blow, status in [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]:
        repository.restore()
        process = repository.start_slow_build()
        try:
            os.killpg(process.pid, blow)  # the whole group, as a terminal does it
            log, _ = process.communicate(timeout=PATIENCE)
        finally:
            stop(process)
        assert process.returncode == status
        assert blow is signal.SIGKILL or "interrupted; the last good book is as it was" in log
        assert repository.published() == before
    repository.restore()
    status, log = repository.build("html")
    assert status == 0, log


def test_a_second_build_waits_for_the_first(repository):
    first = repository.start_slow_build()
    second = repository.start("html")
    try:
        assert "another build is running; waiting" in second.stdout.readline()
        (repository.signs / "go").touch()
        log, _ = second.communicate(timeout=PATIENCE)
        assert "nothing has changed since the last build" in log, "the second build did not wait for the first"
        first.wait(PATIENCE)
        assert (first.returncode, second.returncode) == (0, 0)
    finally:
        stop(first)
        stop(second)


def test_what_is_written_while_a_build_runs_is_in_the_next_one_and_not_in_this(repository):
    first = repository.start_slow_build()
    try:
        (repository.book / "index.md").write_text("# The book\n\nWritten meanwhile.\n", encoding="utf-8")
        (repository.signs / "go").touch()
        log, _ = first.communicate(timeout=PATIENCE)
    finally:
        stop(first)
    assert first.returncode == 0, log
    assert b"Written meanwhile" not in repository.published()["_build/html/book/index.html"]
    status, log = repository.build("html")
    assert status == 0 and "nothing has changed" not in log, log
    assert b"Written meanwhile" in repository.published()["_build/html/book/index.html"]


def test_what_a_killed_build_has_left_running_ends_and_the_next_build_succeeds(repository):
    first = repository.start_slow_build()
    kernel = repository.kernel()
    try:
        first.kill()  # this process alone, and none that it started
        first.wait()
        wait_until(lambda: not is_running(kernel))
    finally:
        stop(first)
    repository.restore()
    status, log = repository.build("html")
    assert status == 0, log


def test_a_build_with_nothing_to_do_says_so_and_does_nothing(repository):
    assert repository.build("html", "pdf")[0] == 0
    before = {file: file.stat().st_mtime_ns for file in (repository.root / "_build").rglob("*")}
    status, log = repository.build("html", "pdf")
    assert status == 0 and "nothing has changed since the last build" in log
    assert {file: file.stat().st_mtime_ns for file in before if file.name != "lock"} == {
        file: time for file, time in before.items() if file.name != "lock"
    }


def test_a_source_that_cannot_be_read_is_named_without_a_traceback(repository):
    before = repository.published()
    (repository.book / "gone.md").symlink_to(repository.book / "nowhere.md")
    status, log = repository.build("html", "pdf")
    assert status == 1
    assert "gone.md" in log and "Traceback" not in log
    assert repository.published() == before


def test_a_pdf_of_an_earlier_state_is_set_again(repository):
    assert repository.build("html", "pdf")[0] == 0
    (repository.book / "index.md").write_text("# The book\n\nOne sentence more.\n", encoding="utf-8")
    assert repository.build("html")[0] == 0
    before = repository.pdf.read_bytes()
    status, log = repository.build("pdf")
    assert status == 0 and "nothing has changed" not in log
    assert repository.pdf.read_bytes() != before


@pytest.mark.parametrize("target", ["pdf", "print", "epub"])
def test_one_target_alone_is_built_after_a_change_when_others_lay_beside_the_pages(repository, target):
    assert repository.build("html", "pdf", "epub")[0] == 0
    (repository.book / "index.md").write_text(f"# The book\n\nA sentence more, for {target}.\n", encoding="utf-8")
    status, log = repository.build(target)
    assert status == 0 and "Traceback" not in log, log
    html = repository.html / "book" / "index.html"
    assert f"for {target}" not in html.read_text(encoding="utf-8"), "what was not asked for stays"
    assert repository.build("html", "pdf", "epub")[0] == 0
    assert f"for {target}" in html.read_text(encoding="utf-8")
    for file in repository.pdf.parent.glob("*-print.pdf"):
        file.unlink()  # other tests know of no book for a press


def test_a_volume_under_a_name_that_is_given_up_does_not_stay(repository):
    assert repository.build("pdf")[0] == 0
    settings = repository.root / "_config.yml"
    before = settings.read_text(encoding="utf-8")
    try:
        settings.write_text(before.replace("print_basename: karabakh", "print_basename: other"), encoding="utf-8")
        assert repository.build("pdf")[0] == 0
        assert [path.name for path in (repository.root / "_build").glob("*.pdf")] == ["other.pdf"]
    finally:
        settings.write_text(before, encoding="utf-8")
        assert repository.build("html", "pdf")[0] == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda html: (html / "index.html").write_text("spoilt", encoding="utf-8"),
        lambda html: (html / "book" / "chapter.html").unlink(),
        lambda html: (html / "extra.html").write_text("too much", encoding="utf-8"),
        lambda html: (html.parent / "state.json").write_text("{", encoding="utf-8"),
        lambda html: ((html.parent / "state.json").unlink(), (html.parent / "state.json").mkdir()),
    ],
    ids=["a file changed", "a file gone", "a file too many", "the state unreadable", "the state a folder"],
)
def test_what_was_built_and_is_not_whole_is_built_again(repository, spoil):
    assert repository.build("html", "pdf")[0] == 0
    before = repository.published()
    spoil(repository.html)
    status, log = repository.build("html", "pdf")
    assert status == 0 and "nothing has changed" not in log
    assert repository.published() == before


def test_a_sentence_changed_with_an_old_date_is_built(repository):
    assert repository.build("html")[0] == 0
    page = repository.book / "index.md"
    page.write_text("# The book\n\nA sentence of yesterday.\n", encoding="utf-8")
    os.utime(page, (0, 0))
    assert repository.build("html")[0] == 0
    assert b"A sentence of yesterday." in repository.published()["_build/html/book/index.html"]


@pytest.mark.parametrize("moved", [[], ["html"], ["html", "karabakh.pdf"]], ids=lambda names: f"after {len(names)}")
def test_a_swap_cut_short_is_finished_by_the_next_build(repository, moved):
    """A build is killed when its drafts lie beside the old ones, complete, and some of them have taken their places."""
    assert repository.build("html", "pdf")[0] == 0
    before, folder = repository.published(), repository.root / "_build"
    for name in ("html", "karabakh.pdf"):
        if name in moved:
            continue
        (folder / name).rename(folder / f"{name}.new")
    if "html" not in moved:
        (folder / "html").mkdir()  # the last book, whatever it was
    (folder / "swap").write_text('{"new": ["html", "karabakh.pdf"], "gone": []}', encoding="utf-8")
    assert repository.build("html", "pdf")[0] == 0
    assert repository.published() == before
    assert not [path.name for path in folder.iterdir() if path.suffix in (".new", ".old") or path.name == "swap"]


def test_a_removed_page_does_not_stay(repository):
    (repository.root / "_toc.yml").write_text(TOC + "  - file: book/extra\n", encoding="utf-8")
    (repository.book / "extra.md").write_text("# A page for a while\n", encoding="utf-8")
    assert repository.build("html")[0] == 0
    assert (repository.html / "book" / "extra.html").exists()
    repository.restore()
    assert repository.build("html")[0] == 0
    assert not [path for path in repository.published() if "extra" in path]
    assert b"A page for a while" not in (repository.html / "search-entries.js").read_bytes()


def test_a_printed_book_of_the_same_state_lies_beside_the_pages(repository):
    beside, page = repository.html / "downloads" / "karabakh.pdf", repository.html / "book" / "index.html"

    def is_offered(*targets: str) -> bool:
        assert repository.build(*targets)[0] == 0
        assert not beside.exists() or beside.read_bytes() == repository.pdf.read_bytes()
        assert beside.exists() == ("downloads/karabakh.pdf" in page.read_text(encoding="utf-8"))
        return beside.exists()

    assert is_offered("html", "pdf")
    assert is_offered("html")
    repository.pdf.unlink()
    assert not is_offered("html")
    assert is_offered("html", "pdf")
    (repository.book / "index.md").write_text("# The book\n\nIn another state.\n", encoding="utf-8")
    assert not is_offered("html")  # the printed book is of the state before
    assert not is_offered("pdf")  # the pages are as they were
    assert is_offered("html")


def test_a_plain_jupyter_book_gives_the_same_pages(repository, tmp_path):
    repository.pdf.unlink()  # which it does not make
    assert repository.build("html")[0] == 0
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", "."]
    done = subprocess.run(
        [*command, "--path-output", str(tmp_path)], cwd=repository.root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = files_in(repository.html), files_in(tmp_path / "_build" / "html")
    assert theirs.keys() == ours.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def files_in(html: Path) -> dict[str, bytes]:
    """Return what is published in a folder of pages."""
    files = (file for file in html.rglob("*") if file.is_file() and file.name != ".buildinfo")
    return {file.relative_to(html).as_posix(): file.read_bytes() for file in files}
