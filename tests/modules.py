"""The project's own modules and what each imports, read from their source."""

from __future__ import annotations

import ast

from edition.paths import ROOT

PACKAGES = ("edition", "karabakh")
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
}


def imported(source: str) -> set[str]:
    """Return the modules that a piece of Python imports, wherever in it; of ours the module itself, not a name in it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{name.name}" for name in node.names}
            found |= {name if name in MODULES else str(node.module) for name in names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def ours(module: str) -> set[str]:
    """Return the modules of ours that one of them imports."""
    found = imported(MODULES[module].read_text(encoding="utf-8"))
    return {name for name in found if name.partition(".")[0] in PACKAGES}


def reached(module: str) -> set[str]:
    """Return the modules of ours that are imported with one of them, at any remove; packages above them count too."""
    found, left = set(), {module}
    while left:
        name = left.pop()
        found.add(name)
        parents = {name.rsplit(".", place)[0] for place in range(1, name.count(".") + 1)}
        left |= (ours(name) | parents) - found
    return found
