"""The files of settings: what cannot be read is named with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.settings import FILES, SettingsError, check, read_yaml, setting, taken_apart


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
        (b"- one\n- two\n", r"it holds no settings; write each as name: value"),
    ],
    ids=["a bracket left open", "a tab", "another encoding", "a key twice", "a long number", "no day", "a list"],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError, match=f"{name}.*{said}"):
        check(tmp_path)


def test_a_setting_is_one_of_sphinxs(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("sphinx:\n  config:\n    edition_checks: orchard.checks\n", encoding="utf-8")
    assert setting("edition_checks", tmp_path) == "orchard.checks"
    assert setting("edition_unnoticed", tmp_path) is None
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
                ("edition_other_names: [{table: a, columns: b}]", "edition_other_names: columns is 'b'; write a list"),
            ]
        ),
        ("_toc.yml", "jb-book", "jb-bok", "'format' key value not recognised: 'jb-bok'; correct the entry there"),
        ("_toc.yml", "chapters:", "chapterz:", ".*; correct the entry there"),
        ("_toc.yml", "  - file: one", "  - fil: one", "entry does not contain one of .*; correct the entry there"),
        ("_toc.yml", "file: one", "file: onne", "there is no page onne; correct the name, or write the page"),
        ("_toc.yml", "two.md", "one", "one stands 2 times; keep one of them"),
    ],
)
def test_settings_that_name_what_is_not_there_are_said(book: Path, name: str, old: str, new: str, said: str) -> None:
    assert old in (book / name).read_text(encoding="utf-8")
    (book / name).write_text((book / name).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"{name}(, line \d+)?: (there is )?(.* is '.*'; )?{said}"):
        check(book)


def test_what_a_target_needs_of_the_engine_is_named(book: Path) -> None:
    check(book, ["apples.roles"])
    with pytest.raises(SettingsError, match=r"_config.yml, line \d+: edition.epub is not named, .* add edition.epub: "):
        check(book, ["edition.epub"])


def test_a_text_that_stands_for_a_list_is_named(book: Path) -> None:
    (book / "_config.yml").write_text(
        CONFIG + "    print_imprint: By Otto, in Arcadia\n    numfig: a\n", encoding="utf-8"
    )
    [said] = taken_apart(["print_imprint", "edition_kernel_code", "print_blurb"], book)
    assert said.startswith("_config.yml, line 7: print_imprint is a text; write it as a list")


@pytest.mark.parametrize("day", ['"in spring"', "2026", '"2026-11"'])
def test_a_day_of_release_that_is_none_is_named(book: Path, day: str) -> None:
    (book / "CITATION.cff").write_text(f"title: A\ndate-released: {day}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"CITATION.cff, line 2: date-released is .*; write a day, as in"):
        check(book)
