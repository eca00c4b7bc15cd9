"""What the edition remembers in Sphinx's environment, from page to page and from build to build."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sphinx.environment import BuildEnvironment

T = TypeVar("T")


def remember(env: BuildEnvironment, name: str, make: Callable[[], T]) -> T:
    """Return what is remembered under `name`; what `make` returns, the first time."""
    name = f"edition_{name}"
    if not hasattr(env, name):
        setattr(env, name, make())
    return getattr(env, name)
