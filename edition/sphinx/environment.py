"""What Sphinx holds for us: what the edition remembers in it, what others keep there, with its type, and where the tables are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

from myst_nb.core.config import NbParserConfig
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment

T = TypeVar("T")


def remember(env: BuildEnvironment, name: str, make: Callable[[], T]) -> T:
    """Return what is remembered under `name`; what `make` returns, the first time."""
    name = f"edition_{name}"
    if not hasattr(env, name):
        setattr(env, name, make())
    return getattr(env, name)


def keep(env: BuildEnvironment, name: str, value: object) -> None:
    """Remember `value` under `name` instead of what was remembered before."""
    setattr(env, f"edition_{name}", value)


def kept(env: BuildEnvironment, name: str) -> Any:
    """Return what is remembered under `name`; None if there is nothing."""
    return getattr(env, f"edition_{name}", None)


def notebook_settings(env: BuildEnvironment) -> NbParserConfig:
    """Return the settings of myst-nb, which it keeps in an attribute that Sphinx does not know of."""
    return cast(NbParserConfig, vars(env)["mystnb_config"])


def data_folder(app: Sphinx) -> Path:
    """Return the folder of the book's tables."""
    return Path(app.srcdir) / "data"


def figure_number(env: BuildEnvironment, docname: str, ids: Iterable[str]) -> str:
    """Return the number of a figure that has one of these `ids`, such as ``2.1``; nothing if it has none."""
    numbers = env.toc_fignumbers.get(docname, {}).get("figure", {})
    return next((".".join(map(str, numbers[id])) for id in ids if id in numbers), "")


def addresses(env: BuildEnvironment) -> StandardDomain:
    """Return Sphinx's register of the addresses that ``{ref}`` can lead to."""
    return cast(StandardDomain, env.get_domain("std"))
