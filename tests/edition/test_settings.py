"""The files of settings: what cannot be read is named with file, line and cure."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from edition.settings import FILES, SettingsError, check, parse_yaml, read_yaml, registered, setting, taken_apart


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title: one\nbad: [open\n", r"line 3: expected ',' or '\]', but got '<stream end>'; mend the YAML there"),
        (b"title: one\n\tbad: two\n", r"line 2: .*; mend the YAML there"),
        (b"title: caf\xe9\n", r"can't decode byte 0xe9 .*; save it as YAML in UTF-8"),
        (b"title: one\nnumber: 1\ntitle: two\n", r"line 3: the key 'title' stands twice; keep one of the two"),
        (b"number: " + 5000 * b"9" + b"\n", r"4300 digits.*; write what a person can read"),
        (b"day: 2021-02-31\n", r"day is out of range.*; write what a person can read"),
        (b"a:\n  b: 1\n  c: 2\n  b: 3\n", r"line 4: the key 'b' stands twice; keep one of the two"),
        (b"- one\n- two\n", r"it holds no settings; write each as name: value"),
    ],
    ids=[
        "a bracket left open",
        "a tab",
        "another encoding",
        "a key twice",
        "a long number",
        "no day",
        "a key twice further in",
        "a list",
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError, match=f"{name}.*{said}"):
        check(tmp_path)


def test_a_setting_is_one_of_sphinxs(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("sphinx:\n  config:\n    edition_checks: orchard.checks\n", encoding="utf-8")
    assert setting("edition_checks", tmp_path) == "orchard.checks"
    assert setting("edition_unnoticed", tmp_path) is None
    for text in ("", "sphinx:\n", "sphinx: [config]\n", "sphinx:\n  config: edition_checks\n"):
        (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
        assert setting("edition_checks", tmp_path) is None
    assert read_yaml(tmp_path / "CITATION.cff") == {}


CONFIG = "title: A\nsphinx:\n  local_extensions: {apples.roles: .}\n  config:\n    edition_checks: orchard.checks\n    edition_kernel_code: [orchard/*.py]\n"
TOC = "format: jb-book\nroot: index\nchapters:\n  - file: one\n  - file: two.md\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book whose settings are right."""
    for name, text in {"_config.yml": CONFIG, "_toc.yml": TOC}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("index.md", "one.ipynb", "two.md", "apples/roles.py", "orchard/checks/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_settings_that_are_right_are_let_through(book: Path) -> None:
    check(book)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("_config.yml", "title:", "titel:", "titel is no setting; take it out, or write title, if"),
        ("_config.yml", CONFIG, "sphinx:\n", "sphinx has no settings below it; write them"),
        ("_config.yml", "apples.roles", "apples.rolls", "no module apples.rolls, which apples.rolls names; correct"),
        ("_config.yml", "orchard.checks", "orchard.czechs", "no module orchard.czechs, which edition_checks names"),
        ("_config.yml", "[orchard/*.py]", "orchard/*.py", r"edition_kernel_code is no list; write it in brackets: \["),
        ("_toc.yml", TOC, "", "no first page is named; write, for example, format: jb-book"),
        (
            "_config.yml",
            "title: A",
            "title: A\nexecute:\n  timeouts: 3",
            "timeouts is no setting of execute; take it out, or write",
        ),
        (
            "_config.yml",
            "title: A",
            "title: A\nexecute:\n  timeout: soon",
            "timeout is 'soon'; write a number of seconds",
        ),
        *(
            ("_config.yml", "title: A", f"title: A\n{name}: {said}", f"{name} has no settings below it; write them")
            for name in ("execute", "html", "latex", "repository", "launch_buttons", "parse")
            for said in ("off", "", "[a]")
        ),
        ("_config.yml", "title: A", "title: A\nexecute:\n  timeout: true", "timeout is True; write a number"),
        ("_config.yml", CONFIG, "sphinx:\n  config: numfig\n", "sphinx: config has no settings below it; write"),
        (
            "_config.yml",
            "{apples.roles: .}",
            "[apples.roles]",
            "sphinx: local_extensions has no settings below it; write",
        ),
        (
            "_config.yml",
            "edition_checks: orchard.checks",
            "edition_unnoticed: orchard.noticed",
            "no module orchard.noticed, which edition_unnoticed names",
        ),
        ("_config.yml", "orchard.checks", "orchard.checks.late", "no module orchard.checks.late, which edition_checks"),
        ("_config.yml", "orchard.checks", ".late", "no module .late, which edition_checks names; correct"),
        ("_config.yml", "[orchard/*.py]", "[7]", r"edition_kernel_code is no list; write it in brackets: \["),
        ("_config.yml", CONFIG, f'{CONFIG}    epub_date: "2026"\n', 'epub_date is 2026; write a day as text, as in "'),
        ("_config.yml", CONFIG, f'{CONFIG}    epub_date: "20261122"\n', "epub_date is 20261122; write a day as text"),
        (
            "_config.yml",
            "title: A",
            "title: A\nhtml:\n  faviconn: x",
            "faviconn is no setting of html; .* write favicon, if",
        ),
        *(
            (
                "_config.yml",
                CONFIG,
                f"{CONFIG}    print_date: {day}\n",
                f'print_date is {said}; write a day as text, as in "',
            )
            for day, said in [
                ("2026-11-22", "2026-11-22"),
                ('"22 November"', "22 November"),
                ('"2026-11"', "2026-11"),
                ("7", "7"),
            ]
        ),
        *(
            ("_config.yml", CONFIG, CONFIG + line, "write the name of a file without its ending")
            for line in (
                "    print_basename: ../apples\n",
                "    epub_basename: a/b\n",
                "    print_volumes: [{name: .apples}]\n",
            )
        ),
        *(
            ("_config.yml", CONFIG, f"{CONFIG}    {line}\n", cure)
            for line, cure in [
                ("print_volumes: [name]", "print_volumes: 'name' is no part of it; write pairs, as in {name: …}"),
                (
                    "print_volumes: [{name: a, titel: b}]",
                    "print_volumes: titel is no key of .*; take it out, or write subtitle, if",
                ),
                ("print_volumes: [{name: a, parts: b}]", "print_volumes: parts is 'b'; write a list, in brackets"),
                ("print_index: [{tables: a}]", "print_index: tables is no key of .*; take it out, or write table, if"),
                ("print_index: [{names: [a], times: true}]", "print_index: times is True; write a number"),
                ("print_index: [{person: 1}]", "print_index: person is 1; write true or false"),
                ("print_index: [{see: [a]}]", r"print_index: see is \['a'\]; write pairs, in braces"),
                ("print_index: [{table: [a]}]", r"print_index: table is \['a'\]; write a text"),
                ("edition_other_names: [{table: a, columns: b}]", "edition_other_names: columns is 'b'; write a list"),
            ]
        ),
        ("_toc.yml", "jb-book", "jb-bok", "'format' key value not recognised: 'jb-bok'; correct the entry there"),
        ("_toc.yml", "chapters:", "chapterz:", ".*; correct the entry there"),
        ("_toc.yml", "  - file: one", "  - fil: one", "entry does not contain one of .*; correct the entry there"),
        ("_toc.yml", "file: one", "file: onne", "there is no page onne; correct the name, or write the page"),
        ("_toc.yml", "root: index", "root: lamps", "there is no page lamps; correct the name, or write the page"),
        ("_toc.yml", "two.md", "index", "index stands 2 times; keep one of them"),
        ("_toc.yml", "two.md", "two.md\n    sections:\n      - file: deep", "there is no page deep; correct the name"),
        ("_toc.yml", "two.md", "one", "one stands 2 times; keep one of them"),
    ],
)
def test_settings_that_name_what_is_not_there_are_said(book: Path, name: str, old: str, new: str, said: str) -> None:
    assert old in (book / name).read_text(encoding="utf-8")
    (book / name).write_text((book / name).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"{name}(, line \d+)?: (there is )?(.* is '.*'; )?{said}"):
        check(book)


@pytest.mark.parametrize("ending", ["", ".md", ".ipynb", ".rst", ".txt"])
def test_a_page_may_have_any_ending_that_sphinx_reads(book: Path, ending: str) -> None:
    (book / "_toc.yml").write_text(f"{TOC}  - file: lamps\n", encoding="utf-8")
    (book / f"lamps{ending}").touch()
    check(book)


@pytest.mark.parametrize("module", ["orchard.checks", "apples.roles", "json.decoder"])
def test_code_may_be_a_folder_or_a_file_of_the_book_or_be_installed(book: Path, module: str) -> None:
    (book / "_config.yml").write_text(CONFIG.replace("orchard.checks", module), encoding="utf-8")
    check(book)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# titel: no\ntitle: A\ntitel: B\n", 3),  # comments apart
        ("title: A # titel\ntitel: B\n", 2),
        ("title: a.titel\ntitel: B\n", 2),  # whole words
        ("title: titel-page\ntitel: B\n", 2),
        ('"titel": B\n', 1),
    ],
)
def test_a_fault_has_the_line_of_its_word(book: Path, text: str, line: int) -> None:
    (book / "_config.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=f"^_config.yml, line {line}: titel is no setting"):
        check(book)


def test_each_fault_has_a_line_and_what_is_needed_is_said_when_the_rest_is_right(book: Path) -> None:
    (book / "_config.yml").write_text("titel: A\nlamps: B\n", encoding="utf-8")
    (book / "_toc.yml").write_text(TOC.replace("one", "onne") + "  - file: onne\n", encoding="utf-8")
    with pytest.raises(SettingsError) as said:
        check(book, ["edition.epub"])
    assert [line.partition(";")[0] for line in str(said.value).splitlines()] == [
        "_config.yml, line 1: titel is no setting",
        "_config.yml, line 2: lamps is no setting",
        "_toc.yml, line 4: there is no page onne",
        "_toc.yml, line 4: onne stands 2 times",
    ]


def test_settings_within_a_page_have_the_lines_of_the_page() -> None:
    assert parse_yaml("", "lamps.md") == parse_yaml("# nothing", "lamps.md") == {}
    with pytest.raises(SettingsError, match=r"^lamps\.md, line 12: the key 'a' stands twice"):
        parse_yaml("a: 1\na: 2\n", "lamps.md", before=10)


def test_code_of_the_books_own_is_found_wherever_a_command_is_given(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    (book / "lamps_of_the_book.py").write_text("LIT = True\n", encoding="utf-8")
    (book / "_config.yml").write_text(CONFIG.replace("orchard.checks", "lamps_of_the_book"), encoding="utf-8")
    assert registered("edition_checks", book).LIT
    assert registered("edition_unnoticed", book) is None
    assert sys.path.count(str(book)) == 1


@pytest.mark.parametrize("extra", ["[edition.html]", "edition.html", "[{a: b}, edition.html]"])
def test_what_a_target_needs_may_stand_among_other_extensions(book: Path, extra: str) -> None:
    settings = CONFIG.replace("  config", f"  extra_extensions: {extra}\n  config")
    (book / "_config.yml").write_text(settings, encoding="utf-8")
    check(book, ["edition.html"])


def test_what_a_target_needs_of_the_engine_is_named(book: Path) -> None:
    check(book, ["apples.roles"])
    with pytest.raises(SettingsError, match=r"_config.yml, line \d+: edition.epub is not named, .* add edition.epub: "):
        check(book, ["edition.epub"])


def test_what_is_missing_is_said_in_one_order(book: Path) -> None:
    needed = [f"edition.{name}" for name in "fcebda"]
    with pytest.raises(SettingsError) as said:
        check(book, needed)
    named = [line.split(": ")[1].partition(" ")[0] for line in str(said.value).splitlines()]
    assert named == sorted(needed)


def test_a_text_that_stands_for_a_list_is_named(book: Path) -> None:
    (book / "_config.yml").write_text(
        CONFIG + "    print_imprint: By Otto, in Arcadia\n    numfig: a\n", encoding="utf-8"
    )
    [said] = taken_apart(["print_imprint", "edition_kernel_code", "print_blurb"], book)
    assert said.startswith("_config.yml, line 7: print_imprint is a text; write it as a list")


@pytest.mark.parametrize("day", ['"in spring"', "2026", '"2026-11"', '"2026-W47-7"', '"20261122"'])
def test_a_day_of_release_that_is_none_is_named(book: Path, day: str) -> None:
    (book / "CITATION.cff").write_text(f"title: A\ndate-released: {day}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"CITATION.cff, line 2: date-released is .*; write a day, as in"):
        check(book)
