"""The cache that knows the data: what a chapter reads, and that it runs again when that has changed, and only then."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest
import yaml
from sphinx.errors import ExtensionError

from edition.paths import ROOT
from edition.settings import setting
from edition.source.page import Page
from edition.sphinx.run import inputs

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n"
# Two columns as the descriptor of the data has them.
WHOLE = '"name": "hives",\n      "type": "integer"'
NUMBER = '"name": "tons",\n      "type": "number"'


def source(*codes: str) -> str:
    """Return a chapter with these cells."""
    return FRONT + "\n# Title\n\n" + "\n\n".join(f"```{{code-cell}} ipython3\n{code}\n```" for code in codes) + "\n"


def digest(source: str, miniature, kernel_code: tuple[str, ...] = ()) -> str:
    """Return the digest of the inputs of a chapter with this source, in the book `miniature`."""
    return inputs.digest(app(miniature, kernel_code), Page("book/page", source))


def stamp(source: str, miniature) -> tuple[str, str | None]:
    """Return the stamped source of a chapter of the book `miniature`, and the digest."""
    return inputs.stamp(app(miniature), Page("book/page", source))


def app(miniature, kernel_code: tuple[str, ...] = ()) -> SimpleNamespace:
    """Return what the functions need of Sphinx."""
    return SimpleNamespace(srcdir=miniature.root, config=SimpleNamespace(edition_kernel_code=kernel_code))


def test_a_chapter_that_loads_an_unknown_table_fails_the_build(miniature):
    miniature.chapter("orchard", "load('harvests', DATA)")
    with pytest.raises(ExtensionError, match="book/orchard.md: .*no table 'harvests'; it has .*harvest"):
        miniature.build()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/harvest.csv", "12.5", "12.6"),
        ("data/datapackage.json", NUMBER, NUMBER.replace("number", "string")),
    ],
    ids=["a datum", "its type"],
)
def test_the_digest_changes_with(miniature, file, old, new):
    page = source("load('harvest')")
    before = digest(page, miniature)
    with miniature.changed(file, old, new):
        assert digest(page, miniature) != before
    assert digest(page, miniature) == before


@pytest.mark.parametrize("package", ["pandas", "numpy", "matplotlib", "ipython", "ipykernel"])
def test_the_digest_changes_with_a_package_that_cells_import(miniature, monkeypatch, package):
    page, installed = source("load('harvest')"), inputs.packages()
    before = digest(page, miniature)
    assert any(name.startswith(f"{package}==") for name in installed)
    other = [f"{package}==0" if name.startswith(f"{package}==") else name for name in installed]
    monkeypatch.setattr(inputs, "packages", lambda: tuple(other))
    assert digest(page, miniature) != before


def test_the_digest_changes_with_the_version_of_python(miniature, monkeypatch):
    page = source("load('harvest')")
    before = digest(page, miniature)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert digest(page, miniature) != before


def test_the_digest_does_not_change_with_a_table_that_the_chapter_does_not_load_or_with_words_about_its_own(miniature):
    page = source("load('harvest')")
    before = digest(page, miniature)
    with miniature.changed("data/hives.csv", "4", "5"):
        assert digest(page, miniature) == before
    with miniature.changed("data/datapackage.json", "What is known of harvest.", "Nothing is known of it."):
        assert digest(page, miniature) == before


def test_the_digest_knows_every_module_of_ours_that_a_kernel_imports():
    code = (
        "import sys, karabakh.notebook\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] in ('edition', 'karabakh')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = done.stdout.split()
    assert str(ROOT / "edition" / "cell" / "check.py") in imported
    settings = SimpleNamespace(srcdir=ROOT, config=SimpleNamespace(edition_kernel_code=setting("edition_kernel_code")))
    assert set(imported) <= set(map(str, inputs.kernel_code(settings)))


def test_the_digest_changes_with_the_code_of_the_book_that_kernels_import(miniature):
    page = source("load('harvest')")
    miniature.write("helper.py", "changed = False\n")
    before = digest(page, miniature, ("helper.py",))
    assert before != digest(page, miniature)
    with miniature.changed("helper.py", "False", "True"):
        assert digest(page, miniature, ("helper.py",)) != before
    (miniature.root / "helper.py").rename(miniature.root / "helpers.py")
    assert digest(page, miniature, ("helper*.py",)) != before, "who imports it by its old name fails"


def test_the_stamp_changes_nothing_but_the_kernelspec(miniature):
    page = source("load('harvest')", "x = 1") + "\nSome prose.\n"
    stamped, mark = stamp(page, miniature)
    (_, front, text), (_, stamped_front, stamped_text) = page.split("---\n", 2), stamped.split("---\n", 2)
    assert stamped_text == text
    front, stamped_front = yaml.safe_load(front), yaml.safe_load(stamped_front)
    kernel, stamped_kernel = front.pop("kernelspec"), stamped_front.pop("kernelspec")
    assert stamped_front == front
    assert stamped_kernel["name"] == kernel["name"]
    assert mark == digest(page, miniature)
    assert mark in str(stamped_kernel)


def test_a_warning_about_a_chapter_names_the_line_that_it_is_about(miniature):
    miniature.chapter("orchard", "x = 1", prose="See {ref}`nowhere`.", imports="")
    lines = (miniature.root / "book" / "orchard.md").read_text(encoding="utf-8").splitlines()
    warnings = miniature.build(nb_execution_mode="off", suppress_warnings=["myst-nb.lexer"])
    assert f"orchard.md, line {lines.index('See {ref}`nowhere`.') + 1}: undefined label" in warnings


@pytest.mark.parametrize(
    "kernel",
    ["kernelspec: {name: python3}", "kernelspec:\n    name: python3 # ours", "kernelspec: {\n  name: python3}"],
)
def test_front_matter_of_any_form_takes_the_stamp(miniature, kernel):
    page = source("load('harvest')").replace("kernelspec:\n  name: python3\n  display_name: Python 3", kernel)
    stamped, mark = stamp(page, miniature)
    assert Page("book/page", stamped).notebook.metadata["kernelspec"]["inputs"] == mark
    assert stamped.count("\n") == page.count("\n")


@pytest.mark.parametrize(("first", "last"), [("---  ", "---"), ("---", "---  "), ("---", "...")])
def test_front_matter_that_begins_and_ends_otherwise_takes_the_stamp(miniature, first, last):
    page = source("load('harvest')")
    _, head, text = page.split("---\n", 2)
    stamped, mark = stamp(f"{first}\n{head}{last}\n{text}", miniature)
    assert Page("book/page", stamped).head["kernelspec"]["inputs"] == mark
    assert stamped.count("\n") == page.count("\n")


@pytest.mark.parametrize(
    "page",
    [
        "# Prose alone\n",
        "# How to\n\n```yaml\n---\nkernelspec:\n  name: python3\n---\n```\n",
        pytest.param(
            "---\norphan: true\n---\n# How to\n\n```yaml\nkernelspec:\n  name: python3\n```\n",
        ),
    ],
)
def test_a_page_without_a_kernel_is_not_stamped(miniature, page):
    assert stamp(page, miniature) == (page, None)


@pytest.fixture(scope="module")
def book(new_miniature):
    """A book with two chapters that log their executions, built once."""
    book = new_miniature()
    usual = {"form": "{:.1f}", "tolerance": "0.5", "method": "computed", "verdict": "agrees"}
    dated = {"unit": "date", "form": "{:%-d %B %Y}", "method": "looked up", "evidence": "events:planting"}
    book.claims(
        M1=usual | {"asserted": "30"}, M2=usual | {"asserted": "10"},
        M3=usual | dated | {"asserted": "1998", "tolerance": "", "remark": "An old remark."},
    )  # fmt: skip
    book.chapter("orchard", "check('M1', load('harvest', DATA).tons.sum())", book.logs("orchard"), prose="Old prose.")
    book.chapter("apiary", "check('M2', load('hives', DATA).hives.sum())", book.logs("apiary"))
    book.page("before", "# Before\n\nIt gave {claim}`M1` from {claim}`M2` hives. Planted {claim}`M3`.\n")
    assert book.build() == ""
    assert book.runs() == ["apiary", "orchard"]
    return book


def executed(book) -> list[str]:
    """Build the book and return the chapters that were executed."""
    before = book.runs()
    assert book.build() == ""
    after = book.runs()
    for name in before:
        after.remove(name)
    return after


def test_nothing_is_executed_when_nothing_has_changed(book):
    assert executed(book) == []


def test_a_changed_datum_executes_the_chapter_that_loads_it_and_shows_wherever_its_number_is_printed(book):
    with book.changed("data/harvest.csv", "12.5", "12.7"):
        assert executed(book) == ["orchard"]
        assert "It gave 30.3✓" in book.built("before").text
    assert executed(book) == [], "the first state is still in the cache"
    assert "It gave 30.1✓" in book.built("before").text


def test_a_changed_type_executes_the_chapter_that_loads_the_table(book):
    with book.changed("data/datapackage.json", WHOLE, WHOLE.replace("integer", "number")):
        assert executed(book) == ["apiary"]


def test_changed_code_that_kernels_import_executes_every_chapter(book, monkeypatch):
    book.write("helper.py", "changed = True\n")
    monkeypatch.setattr(inputs, "ENGINE", (*inputs.ENGINE, book.root / "helper.py"))
    assert executed(book) == ["apiary", "orchard"]


def test_a_chapter_that_is_taken_out_of_the_book_is_not_asked_for(miniature):
    miniature.chapter("orchard", "load('harvest', DATA)")
    assert miniature.build() == ""
    (miniature.root / "book" / "orchard.md").unlink()
    assert miniature.build() == ""
    assert miniature.built("index").find("a", href="orchard.html") is None


def test_a_changed_cell_executes_its_chapter(book):
    with book.changed("book/apiary.md", "hives.sum()", "hives.sum() * 1"):
        assert executed(book) == ["apiary"]


def test_changed_prose_executes_nothing_and_is_shown(book):
    with book.changed("book/orchard.md", "Old prose.", "New prose."):
        assert executed(book) == []
        assert "New prose." in book.built("orchard").text


def test_a_changed_remark_executes_nothing_and_is_shown_in_the_ledger(book):
    with book.changed("data/claims.csv", "An old remark.", "A new remark."):
        assert executed(book) == []
        assert "A new remark." in book.built("verification").text


def test_a_changed_form_executes_nothing_and_is_shown_in_the_text(book):
    with book.changed("data/claims.csv", "{:.1f}", "{:.0f}"):
        assert executed(book) == []
        assert "It gave 30✓ from 10✓ hives" in book.built("before").text


def test_a_changed_datum_that_the_ledger_looks_up_executes_nothing_and_is_shown_in_the_text(book):
    with book.changed("data/events.csv", "1998-03-16", "1998-04-17"):
        assert executed(book) == []
        assert "Planted 17 April 1998✓" in book.built("before").text


def test_a_page_touched_but_not_changed_executes_nothing(book):
    (book.root / "book" / "orchard.md").touch()
    assert executed(book) == []
