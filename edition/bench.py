"""Measure the builds: ``python -m edition.bench [--runs N]``. Not a test: machines differ.

The book is copied, and beside it a stock Jupyter Book is made of the same executable chapters: the same cells, with the
roles and directives of the edition replaced by plain text, and nothing else of it. Both are built in turn, in pairs, and
the medians are printed: wall seconds, CPU seconds, and the memory of the largest process, all from the operating
system's own account of what was started. At the end Lighthouse measures the pages that are built.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import yaml

from edition.package.read import describe, read_rows
from edition.page_speed import measure
from edition.paths import ROOT
from edition.settings import CONFIG, TOC, read_yaml
from edition.source.page import Page
from edition.source.page_files import page_files
from edition.system import run

# What a stock book has no role or directive for, or no page to lead to, becomes plain text.
ROLES = re.compile(r"\{(claim|mark|glue:text|works|numref|ref|term|cite:[a-z]+)\}`([^`<]*)(?:<[^`]*>)?`")
DIRECTIVES = re.compile(
    r"^(:{3,}|`{3,})\{(edition-note|glue:md|index|ledger|ledger-summary|source-summary|table)\}.*$", re.MULTILINE
)
STOCK = {
    "title": "A stock book",
    "execute": {"execute_notebooks": "cache", "timeout": 300},
    "parse": {"myst_enable_extensions": ["attrs_block", "attrs_inline", "colon_fence", "deflist"]},
}
OURS = [sys.executable, "-m", "edition.build"]
JUPYTER_BOOK = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", "."]
HEAD = f"{'':42}{'wall s':>8}{'CPU s':>8}{'MB':>6}"


@dataclass(frozen=True)
class Cost:
    """What a command took."""

    wall: float  # seconds
    cpu: float  # seconds, of the command and all processes that it waited for
    memory: float  # megabytes, of the largest of them

    def __str__(self) -> str:
        return f"{self.wall:8.1f}{self.cpu:8.1f}{self.memory:6.0f}"


def cost(command: list[str], folder: Path) -> Cost:
    """Return what a command takes in `folder`.

    :raises RuntimeError: if it fails.
    """
    path = str(folder)  # the code of the copy, and no other
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.chdir(folder)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.execve(command[0], command, os.environ | {"PYTHONPATH": path})
    _, status, usage = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} failed in {folder}")
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    """Return the median of each measure."""
    return Cost(*map(statistics.median, zip(*map(astuple, costs), strict=True)))


def copy_book(target: Path) -> Path:
    """Return a copy of the book in the new folder `target`."""
    ignored = shutil.ignore_patterns("_build", ".*", "tests", "__pycache__")
    return Path(shutil.copytree(ROOT, target, ignore=ignored))


def chapters(book: Path) -> Iterator[Page]:
    """Yield the pages of a book that run code."""
    for name, file in page_files(book).items():
        page = Page(name, file.read_text(encoding="utf-8"))
        if page.cells:
            yield page


def plain(page: Page) -> str:
    """Return the source of a page without what only the edition knows; its cells check nothing."""
    text = DIRECTIVES.sub(r"\1{note}", ROLES.sub(r"\2", page.source))
    return re.sub(r"^check\(", "print(", text, flags=re.MULTILINE)


def stock_book(book: Path, target: Path, times: int = 1) -> Path:
    """Return a stock Jupyter Book of the chapters of `book` that run code, each so many times."""
    pages = {name.partition("/")[0] for name in page_files(book)}
    kept = shutil.ignore_patterns(*pages, "_build", "_*.yml", "__pycache__")
    shutil.copytree(book, target, ignore=kept)
    write_page(target / "index.md", "# A stock book\n")
    files = []
    for page in chapters(book):
        for number in range(1, times + 1):
            files.append({"file": f"{page.name}-{number}"})
            # A comment in the first cell keeps the cache from running one chapter for all of its copies.
            text = plain(page).replace("\nimport ", f"\n# copy {number}\nimport ", 1)
            write_page(target / f"{files[-1]['file']}.md", text)
    toc = {"format": "jb-book", "root": "index", "chapters": files}
    (target / TOC).write_text(yaml.safe_dump(toc), encoding="utf-8")
    (target / CONFIG).write_text(yaml.safe_dump(STOCK), encoding="utf-8")
    return target


def write_page(file: Path, text: str) -> None:
    """Write a page, in a folder that need not be there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def clean(book: Path) -> None:
    """Remove all that was built."""
    shutil.rmtree(book / "_build", ignore_errors=True)


def compare(ours: Path, stock: Path, runs: int) -> None:
    """Print what the web pages of both books take in turn, from nothing and with nothing changed."""
    for name, before in {"clean": clean, "nothing changed": lambda book: None}.items():
        pairs: list[tuple[Cost, Cost]] = []
        for _ in range(runs):
            before(ours)
            before(stock)
            pairs.append((cost([*OURS, "html"], ours), cost(JUPYTER_BOOK, stock)))
        this, other = (median(list(costs)) for costs in zip(*pairs, strict=True))
        ratio = f"ratio {this.wall / other.wall:.2f} wall, {this.cpu / other.cpu:.2f} CPU"
        print(
            f"{f'HTML, {name}: this edition':42}{this}\n{f'HTML, {name}: stock book':42}{other}   {ratio}", flush=True
        )


def edits(book: Path, runs: int) -> None:
    """Print what the PDF takes after the web pages, alone and with pages that lead to it, and what a small change takes."""
    page, table = page_files(book)[next(chapters(book)).name], largest_table(book)

    def only_html() -> None:
        clean(book)
        cost([*OURS, "html"], book)

    cases: dict[str, tuple[list[str], Callable[[], object]]] = {
        "PDF after HTML": (["pdf"], only_html),
        "PDF after HTML, and pages that lead to it": (["html", "pdf"], only_html),
        "HTML and PDF, nothing changed": (["html", "pdf"], lambda: None),
        f"HTML, a sentence of {page.name} changed": (["html"], lambda: append(page, "\nOne more sentence.\n")),
        f"HTML, a row of {table.name} changed": (["html"], lambda: rotate(table)),
    }
    for name, (targets, before) in cases.items():
        costs = []
        for _ in range(runs):
            before()
            costs.append(cost([*OURS, *targets], book))
        print(f"{name[:42]:42}{median(costs)}   {ran(book)}", flush=True)


def largest_table(book: Path) -> Path:
    """Return the file of the table with most rows that a chapter loads."""
    data = book / "data"
    loaded = {name for page in chapters(book) for name in page.loads}
    return data / describe(max(loaded, key=lambda name: len(read_rows(name, data))), data)["path"]


def ran(book: Path) -> str:
    """Return in words which chapters the last build executed."""
    log = (book / "_build" / "build.log").read_text(encoding="utf-8")
    found = re.search(r"to execute: (.*)", log)
    return f"executed: {found[1] if found else 'nothing'}"


def growth(book: Path, folder: Path) -> None:
    """Print what 1, 4 and 16 times the chapters take, and 1, 10 and 100 times the rows of the largest table."""
    for times in (1, 4, 16):
        many = stock_book(without_ledger(book), folder / f"chapters-{times}", times)
        settings = read_yaml(book / CONFIG)
        (many / CONFIG).write_text(yaml.safe_dump(settings), encoding="utf-8")
        shutil.copyfile(book / "references.bib", many / "references.bib")
        print(f"{f'HTML, clean, {times} times the chapters':42}{cost(JUPYTER_BOOK, many)}", flush=True)
    book = copy_book(folder / "with-ledger")
    for times in (1, 10, 100):
        many = Path(shutil.copytree(book, folder / f"rows-{times}", ignore=shutil.ignore_patterns("_build")))
        repeat_rows(largest_table(many), times)
        print(f"{f'HTML, clean, {times} times the rows':42}{cost([*OURS, 'html'], many)}", flush=True)


def without_ledger(book: Path) -> Path:
    """Take out the claims of a book and the chapters that load them: plain chapters mark none."""
    for page in chapters(book):
        if "claims" in page.loads:
            page_files(book)[page.name].unlink()
    claims = book / "data" / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").split("\n", 1)[0] + "\n", encoding="utf-8")
    return book


def repeat_rows(table: Path, times: int) -> None:
    """Let a table have so many times its rows; in the new ones the values of the first column are new too."""
    with table.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    more = [[f"{first}-{number}", *rest] for number in range(2, times + 1) for first, *rest in rows]
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows, *more])


def append(file: Path, text: str) -> None:
    """Add a text to the end of a file."""
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def rotate(table: Path) -> None:
    """Change a table without changing what it says: its first row becomes its last."""
    header, first, *rest = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([header, *rest, first]), encoding="utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Measure the builds against a stock Jupyter Book.")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured; the medians are printed")
    parser.add_argument("--no-growth", action="store_true", help="leave out the larger books, which take minutes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = copy_book(folder / "book")
        print(HEAD)
        compare(book, stock_book(book, folder / "stock"), options.runs)
        edits(book, options.runs)
        if not options.no_growth:
            growth(copy_book(folder / "again"), folder)
    measure([])


if __name__ == "__main__":
    sys.exit(run(main))
