"""What ``_config.yml`` tells the engine of the book: which packages know its article."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from sphinx_external_toc.parsing import MalformedError, parse_toc_data

from edition.paths import ROOT
from edition.said import choice, place

CONFIG, TOC, CITATION = "_config.yml", "_toc.yml", "CITATION.cff"
FILES = (CONFIG, TOC, CITATION)
RELEASED = "date-released"  # in CITATION.cff
# What Jupyter Book reads at the top of its settings.
KNOWN = (
    "title", "author", "copyright", "logo", "exclude_patterns", "only_build_toc_files", "execute", "parse", "html",
    "latex", "launch_buttons", "repository", "sphinx", "bibtex_bibfiles",
)  # fmt: skip
# What it reads below some of them.
BELOW = {
    "execute": (
        "execute_notebooks", "cache", "exclude_patterns", "timeout", "run_in_temp", "allow_errors", "stderr_output",
    ),
    "html": (
        "favicon", "use_edit_page_button", "use_repository_button", "use_issues_button", "use_multitoc_numbering",
        "extra_footer", "extra_navbar", "home_page_in_navbar", "navbar_number_sections", "baseurl", "analytics",
        "google_analytics_id", "comments", "announcement",
    ),
    "latex": ("latex_engine", "use_jupyterbook_latex", "latex_documents"),
    "repository": ("url", "path_to_book", "branch"),
    "sphinx": ("extra_extensions", "local_extensions", "recursive_update", "config"),
}  # fmt: skip
# What the parts of a setting have, where it is a list of them, and of what kind each is; below sphinx: config.
PARTS: dict[str, dict[str, type]] = {
    "print_volumes": {
        "name": str, "short": str, "subtitle": str, "imprint": list, "isbn": str, "parts": list, "pages": list,
        "shared": list, "legend": dict,
    },
    "print_index": {
        "table": str, "column": str, "person": bool, "times": int, "only": dict, "without": dict, "names": list,
        "see": dict, "read": list,
    },
    "edition_other_names": {"table": str, "columns": list},
}  # fmt: skip
WRITTEN = {str: "a text", list: "a list, in brackets", dict: "pairs, in braces", bool: "true or false", int: "a number"}
DATES = ("print_date", "epub_date")  # below sphinx: config
BASENAMES = ("print_basename", "epub_basename")
ENDINGS = ("", ".md", ".ipynb", ".rst", ".txt")  # of a page


class SettingsError(ValueError):
    """A file of settings that cannot be read; the message names file, line and cure."""


class Strict(yaml.SafeLoader):
    """Reads YAML in which no key stands twice: the first one would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping.

        :raises ConstructorError: if a key stands twice in it.
        """
        seen = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                said = f"the key {key.value!r} stands twice; keep one of the two"
                raise yaml.constructor.ConstructorError(None, None, said, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(file: Path) -> dict[str, Any]:
    """Return what a file of settings holds; nothing if there is no such file.

    :raises SettingsError: if it is no YAML, or holds no settings with their names.
    """
    try:
        return parse_yaml(file.read_text(encoding="utf-8"), file.name) if file.exists() else {}
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file.name}: {' '.join(str(error).split())}; save it as YAML in UTF-8") from error


def parse_yaml(text: str, file: str, before: int = 0) -> dict[str, Any]:
    """Return the settings that a text holds.

    :param file: what to call it in a message.
    :param before: how many lines stand before the text.
    :raises SettingsError: if it is no YAML, or holds no settings with their names.
    """
    try:
        found = yaml.load(text, Strict)
    except yaml.MarkedYAMLError as error:
        line = before + error.problem_mark.line + 1 if error.problem_mark else None
        raise SettingsError(f"{place(file, line=line)}: {error.problem}; mend the YAML there") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{file}: {' '.join(str(error).split())}; save it as YAML in UTF-8") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, a day that is none
        raise SettingsError(f"{file}: {error}; write what a person can read") from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise SettingsError(f"{file}: it holds no settings; write each as name: value")
    return found


def check(root: Path = ROOT, extensions: Iterable[str] = ()) -> None:
    """Read all files of settings.

    :param extensions: those of the engine that are needed.
    :raises SettingsError: if one of them cannot be read, or names what is not there, or not what is needed; a line for
        each fault.
    """
    read = {name: read_yaml(root / name) for name in FILES}
    wrong = [*_faults_of_config(read[CONFIG], root), *_faults_of_contents(read[TOC], root)]
    if (said := read[CITATION].get(RELEASED)) and not _is_day(str(said)):
        wrong.append(f"{_at(root / CITATION, RELEASED)}: {RELEASED} is {said}; write a day, as in 2026-11-22")
    if wrong := wrong or list(_missing(extensions, _of(read[CONFIG].get("sphinx")), root)):
        raise SettingsError("\n".join(wrong))


def _faults_of_config(settings: dict[str, Any], root: Path) -> Iterator[str]:
    """Yield what is wrong in ``_config.yml`` that Jupyter Book would pass over, or say in no words of the user's."""
    for name in settings:
        if name not in KNOWN:
            yield f"{_at(root / CONFIG, name)}: {name} is no setting; take it out, or {choice(name, KNOWN)}"
    for name, known in BELOW.items():
        for key in _of(settings.get(name)):
            if key not in known:
                yield f"{_at(root / CONFIG, key)}: {key} is no setting of {name}; take it out, or {choice(key, known)}"
    timeout = _of(settings.get("execute")).get("timeout", 0)
    if isinstance(timeout, bool) or not isinstance(timeout, int):
        yield f"{_at(root / CONFIG, 'timeout')}: timeout is {timeout!r}; write a number of seconds, or -1 for any"
    sphinx = _of(settings.get("sphinx"))
    parts = {
        **{name: settings.get(name, {}) for name in (*BELOW, "launch_buttons", "parse")},
        **{f"sphinx: {name}": sphinx.get(name, {}) for name in ("config", "local_extensions")},
    }
    for name, part in parts.items():
        if not isinstance(part, dict):
            yield f"{_at(root / CONFIG, name.rpartition(' ')[2])}: {name} has no settings below it; write them there as name: value, or take the line out"
    yield from _faults_of_values(_of(parts["sphinx: config"]), root)
    yield from _faults_of_code(_of(parts["sphinx: config"]), _of(parts["sphinx: local_extensions"]), root)


def _faults_of_code(config: dict[str, Any], extensions: dict[str, Any], root: Path) -> Iterator[str]:
    """Yield where the settings name code that is not there, or name it in no list."""
    modules = [(str(name), name, str(folder)) for name, folder in extensions.items()]
    modules += [(name, config[name], ".") for name in ("edition_checks", "edition_unnoticed") if config.get(name)]
    for name, module, folder in modules:
        path = root.joinpath(folder, *str(module).split("."))
        if not path.is_dir() and not path.with_name(f"{path.name}.py").is_file() and not _is_installed(str(module)):
            yield f"{_at(root / CONFIG, module)}: there is no module {module}, which {name} names; correct the name"
    code = config.get("edition_kernel_code", [])
    if not isinstance(code, list) or not all(isinstance(one, str) for one in code):
        yield f"{_at(root / CONFIG, 'edition_kernel_code')}: edition_kernel_code is no list; write it in brackets: [{code}]"


def _faults_of_values(config: dict[str, Any], root: Path) -> Iterator[str]:
    """Yield which days, and which names of files to write, are none."""
    for name in DATES:
        if (said := config.get(name)) and not _is_day(said):
            yield f'{_at(root / CONFIG, name)}: {name} is {said}; write a day as text, as in "2026-11-22"'
    for name, known in PARTS.items():
        for part in _listed(config.get(name)):
            yield from (f"{_at(root / CONFIG, name)}: {name}: {wrong}" for wrong in _misshapen(part, known))
    named = [("print_volumes: name", _of(one).get("name", "")) for one in _listed(config.get("print_volumes"))]
    for name, said in [*((name, config.get(name, "")) for name in BASENAMES), *named]:
        if said and not re.fullmatch(r"\w[\w.-]*", str(said)):
            yield f"{_at(root / CONFIG, said)}: {name} is {said!r}; write the name of a file without its ending, in letters and digits"


def _misshapen(part: Any, known: dict[str, type]) -> Iterator[str]:
    """Yield what is wrong with one part of a setting, given the kinds of what it may have, with the cure."""
    if not isinstance(part, dict):
        yield f"{part!r} is no part of it; write pairs, as in {{{next(iter(known))}: …}}"
        return
    for key, said in part.items():
        if key not in known:
            yield f"{key} is no key of {part}; take it out, or {choice(key, known)}"
        elif not isinstance(said, known[key]) or (known[key] is int and isinstance(said, bool)):
            yield f"{key} is {said!r}; write {WRITTEN[known[key]]}"


def _listed(setting: Any) -> list[Any]:
    """Return the parts of a setting; none if it is no list, which Sphinx or others say."""
    return setting if isinstance(setting, list) else []


def _is_day(said: Any) -> bool:
    """Return whether a setting is the text of a day."""
    try:
        return isinstance(said, str) and datetime.date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def _missing(extensions: Iterable[str], sphinx: dict[str, Any], root: Path) -> Iterator[str]:
    """Yield which of the engine's `extensions` the settings do not name."""
    extra = sphinx.get("extra_extensions") or []
    others = extra if isinstance(extra, list) else [extra]  # Jupyter Book takes one without brackets, too
    named = {*_of(sphinx.get("local_extensions")), *map(str, others)}
    for name in sorted({*extensions} - named):
        where = _at(root / CONFIG, "local_extensions")
        yield f"{where}: {name} is not named, and without it this cannot be built; add {name}: . below local_extensions"


def _at(file: Path, word: object) -> str:
    """Return the place of a word in a file of settings: its first line that holds it, comments apart."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pattern = re.compile(rf"^[^#]*(?<![\w.-]){re.escape(str(word))}(?![\w-])")
    return place(file.name, line=next((number for number, line in enumerate(lines, 1) if pattern.match(line)), None))


def _is_installed(module: str) -> bool:
    """Return whether Python finds a module where it looks for all."""
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):  # without its package; with a name that is none
        return False


def _of(part: Any) -> dict[str, Any]:
    """Return a part of the settings; nothing if it is none."""
    return part if isinstance(part, dict) else {}


def _faults_of_contents(contents: dict[str, Any], root: Path) -> Iterator[str]:
    """Yield what is wrong in ``_toc.yml``: no first page, a page that is not there or stands twice."""
    if "root" not in contents:
        yield f"{TOC}: no first page is named; write, for example, format: jb-book and, below it, root: book/index"
        return
    pages = list(_pages(contents))
    for page in dict.fromkeys(pages):
        if not any((root / f"{page}{ending}").is_file() for ending in ENDINGS):
            yield f"{_at(root / TOC, page)}: there is no page {page}; correct the name, or write the page"
        if pages.count(page) > 1:
            yield f"{_at(root / TOC, page)}: {page} stands {pages.count(page)} times; keep one of them"
    if len(set(pages)) < len(pages):
        return
    try:
        parse_toc_data(contents)
    except (MalformedError, TypeError, ValueError) as error:
        yield f"{TOC}: {' '.join(str(error).split())}; correct the entry there, as in format: jb-book, chapters:, - file: …"


def _pages(part: Any) -> Iterator[str]:
    """Yield the pages that a part of the table of contents names."""
    for name, value in part.items() if isinstance(part, dict) else ():
        if name in ("root", "file"):
            yield str(value)
        yield from _pages(value)
    for one in part if isinstance(part, list) else ():
        yield from _pages(one)


def setting(name: str, root: Path = ROOT) -> Any:
    """Return the value of `name` among the settings of Sphinx in ``_config.yml``; None if it is not there.

    :raises SettingsError: if the file cannot be read.
    """
    return _of(_of(read_yaml(root / CONFIG).get("sphinx")).get("config")).get(name)


def taken_apart(lists: Iterable[str], root: Path = ROOT) -> list[str]:
    """Return where a text stands for a list, which Sphinx would take apart at its commas, without a word; a line each.

    :param lists: the names of the settings of Sphinx that are lists.
    """
    config = _of(_of(read_yaml(root / CONFIG).get("sphinx")).get("config"))
    wrong = [name for name in sorted({*lists} & {*config}) if isinstance(config[name], str)]
    return [
        f"{_at(root / CONFIG, name)}: {name} is a text; write it as a list, in brackets or with dashes"
        for name in wrong
    ]


def registered(name: str, root: Path = ROOT) -> ModuleType | None:
    """Return the module of the book's own that the setting `name` names, such as ``edition_checks: orchard.checks``; None without it."""
    module = setting(name, root)
    if str(root) not in sys.path:
        sys.path.append(str(root))  # a command may be given in any folder of the book
    return import_module(module) if module else None
