"""Only what some page uses is shipped: the rules of the style sheets, and the files beside the pages.

The theme and the extensions bring a style sheet for whatever a book might hold, and scripts and faces with it. When the
pages are written, they are read once for what they name; a rule that asks for a class, an identifier or an element that
no page has and no script names goes, and so does a variable, an animation or a face that no rule is left to use. Of a
script go the lines that are remarks, and what its lines are set in by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sphinx.application import Sphinx

from edition.sphinx.css import (
    GROUPS,
    Node,
    compact,
    declaration_text,
    declarations,
    joined,
    rules_of,
    split,
    tokens,
)
from edition.sphinx.scriptless import with_dark

WORD = re.compile(r"[\w-]+")
REPLACED = ("font awesome",)  # faces of signs, which our templates draw themselves
LINKS = ("src", "href", "srcset")
# An element that the browser makes or that a script may make; those of a page are added.
ELEMENTS = {
    "html", "body", "button", "form", "input", "label", "option", "output", "select", "span", "mark", "b", "p", "li", "ul",
}  # fmt: skip


class Names(HTMLParser):
    """The classes, identifiers and elements of pages, and the files that they load."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()
        self.elements = set(ELEMENTS)
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what an element is called, and what it loads."""
        self.elements.add(tag)
        for name, value in attributes:
            if name in ("class", "id") and value:
                self.words.update(value.split())
            elif name in LINKS and value and tag != "a":
                self.links.add(value)


def keep_what_is_used(app: Sphinx, exception: Exception | None) -> None:
    """Cut the style sheets and drop the files that no page loads (``build-finished``, when all is written)."""
    if exception is not None or app.builder.name not in ("html", "dirhtml") or app.config.html_theme != "edition":
        return
    names, used = named_by_pages(Path(app.outdir))
    for script in (file for file in used if file.suffix == ".js" and file.is_file() and file.parent.name == "_static"):
        script.write_text(without_remarks(script.read_text(encoding="utf-8")), encoding="utf-8")
    used |= cut_sheets([file for file in sorted(used) if file.suffix == ".css" and file.is_file()], names)
    drop(Path(app.outdir, "_static"), used)


def cut_sheets(files: Iterable[Path], names: Names) -> set[Path]:
    """Leave in style sheets what pages with these names use, and return the files that it loads."""
    sheets = {file: with_dark([rule for rule in map(Cut(names), rules_of(file)) if rule]) for file in files}
    needed = Needed(rule for rules in sheets.values() for rule in rules)
    for file, rules in sheets.items():
        text = "\n".join(filter(None, map(needed.text, rules)))
        file.write_text(f"{text}\n", encoding="utf-8")
    return {local(link, file) for file, rules in sheets.items() for link in needed.links(rules)}


def without_remarks(script: str) -> str:
    """Return a script without the lines that are remarks, and without what its lines are set in by.

    One with a text of several lines, in which that would mean something, is left as it is.
    """
    if any(line.count("`") % 2 for line in script.splitlines()):
        return script
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def named_by_pages(out: Path) -> tuple[Names, set[Path]]:
    """Return what the pages in a folder, and their scripts, name, and the files that the pages load."""
    names, used = Names(), set[Path]()
    for page in sorted(out.rglob("*.html")):
        if out / "_static" not in page.parents:
            names.feed(page.read_text(encoding="utf-8"))
            used |= {local(link, page) for link in names.links if not urlsplit(link).netloc}
            names.links.clear()
    for script in (file for file in used if file.suffix == ".js" and file.is_file()):
        names.words.update(WORD.findall(script.read_text(encoding="utf-8")))
    return names, used


def local(link: str, page: Path) -> Path:
    """Return the file that a page links to."""
    return (page.parent / unquote(urlsplit(link).path)).resolve()


def drop(folder: Path, used: set[Path]) -> None:
    """Remove the files of a folder that nothing uses, and the folders that are empty then."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.resolve() not in used:
            path.unlink()


class Cut:
    """Takes out of a rule whatever no page has a use for."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def __call__(self, rule: Node) -> Node | None:
        """Return the rule with the selectors that may match; None if there are none."""
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            rule.content = [kept for one in rule.content if (kept := self(one))]
            return rule if rule.content else None
        if rule.type == "qualified-rule":
            selectors = [one for one in split(rule.prelude, ",") if self.may_match(one)]
            rule.prelude = joined(selectors)
            return rule if selectors else None
        return rule if rule.type == "at-rule" else None

    def may_match(self, selector: list[Node]) -> bool:
        """Return whether every class, identifier and element that a selector asks for is there."""
        before = ""
        for token in selector:
            if token.type == "hash" and token.value not in self.names.words:
                return False
            if token.type == "ident" and not self.is_there(token.value, before):
                return False
            before = token.value if token.type == "literal" else ""
        return True

    def is_there(self, name: str, sign: str) -> bool:
        """Return whether a page has what a name stands for, which the sign before it says."""
        if sign == ".":
            return name in self.names.words
        return sign == ":" or name.lower() in self.names.elements


class Needed:
    """What the rules that are left refer to: variables, animations and faces."""

    def __init__(self, rules: Iterable[Node]) -> None:
        # A face is used by those that name it, not by itself.
        asking = [rule for rule in rules if rule.type == "qualified-rule" or rule.lower_at_keyword != "font-face"]
        self.declared = [one for rule in asking for one in declarations(rule)]
        self.variables = self._variables()
        words = {
            getattr(token, "value", "")
            for one in self.declared
            if not one.name.startswith("--") or one.name in self.variables
            for token in tokens(one.value)
        }
        self.names = {str(word).lower() for word in words}

    def _variables(self) -> set[str]:
        """Return the variables that a rule uses, straight or through others."""
        uses: dict[str, set[str]] = {}
        for one in self.declared:
            owner = one.name if one.name.startswith("--") else ""
            found = {t.value for t in tokens(one.value) if t.type == "ident" and t.value.startswith("--")}
            uses.setdefault(owner, set()).update(found)
        known: set[str] = set()
        fresh = uses.get("", set())
        while fresh:
            known |= fresh
            fresh = set().union(*(uses.get(name, set()) for name in fresh)) - known
        return known

    def text(self, rule: Node) -> str:
        """Return a rule as it is shipped; nothing if it says nothing any more."""
        if rule.type == "qualified-rule":
            kept = [
                declaration_text(one)
                for one in declarations(rule)
                if not one.name.startswith("--") or one.name in self.variables
            ]
            return f"{compact(rule.prelude)}{{{';'.join(kept)}}}" if kept else ""
        head = f"@{rule.lower_at_keyword}{compact(rule.prelude, edge=' ')}".rstrip()
        if rule.content is None:
            return f"{head};"
        if rule.lower_at_keyword in GROUPS:
            inner = "\n".join(text for one in rule.content if (text := self.text(one)))
            return f"{head}{{{inner}}}" if inner else ""
        return f"{head}{{{compact(rule.content)}}}" if self._is_named(rule) else ""

    def _is_named(self, rule: Node) -> bool:
        """Return whether an animation or a face is used; of other rules, yes."""
        if rule.lower_at_keyword.endswith("keyframes"):
            return any(token.type == "ident" and token.value.lower() in self.names for token in rule.prelude)
        if rule.lower_at_keyword == "font-face":
            family = next(one for one in declarations(rule) if one.name == "font-family").value
            name = " ".join(str(token.value).lower() for token in family if token.type in ("string", "ident"))
            return not name.startswith(REPLACED) and (
                name in self.names or all(word in self.names for word in name.split())
            )
        return True

    def links(self, rules: Iterable[Node]) -> Iterator[str]:
        """Yield the files that rules which are left load."""
        for rule in rules:
            if rule.type == "at-rule" and rule.content is not None and not self._is_named(rule):
                continue
            for one in declarations(rule):
                for token in tokens(one.value):
                    if token.type == "url" or (token.type == "function" and token.lower_name == "url"):
                        yield token.value if token.type == "url" else token.arguments[0].value


def setup(app: Sphinx) -> None:
    """Connect to the event named above, after whoever else writes files."""
    app.connect("build-finished", keep_what_is_used, priority=900)
