"""What code displays, as a kernel would send it to the page."""

from __future__ import annotations

from collections.abc import Callable

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


def outputs(action: Callable[[], object]) -> list[tuple[dict, dict]]:
    """Return data and metadata of everything that `action` displays."""
    InteractiveShell.instance()  # without a shell, display() prints
    with capture_output() as captured:
        action()
    assert captured.outputs, "nothing was displayed"
    return [(output.data, output.metadata) for output in captured.outputs]
