"""Stop a build with a message that a person can read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn

from sphinx.errors import ExtensionError


def fail(summary: str, details: Iterable[str]) -> NoReturn:
    """Stop the build with `summary` and one line for each of the `details`.

    :raises ExtensionError: always.
    """
    # Jupyter Book passes the error on with a hundred lines of its own call stack, in which ours would be lost.
    sys.tracebacklimit = 0
    raise ExtensionError("\n".join([summary, *(f"  {line}" for line in details)]))
