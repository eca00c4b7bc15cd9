"""A Chromium for the tests that use the book as a reader does."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Error

from edition.system import browsers

FLAGS = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
CURE = "no Chromium was found: install it (Debian: apt-get install chromium; elsewhere: python -m playwright install chromium)"


def launch(kind: BrowserType) -> Browser:
    """Return a running Chromium: the installed one, else Playwright's own, else Debian's package.

    :raises RuntimeError: if there is none; the message names the cure.
    """
    # Chromium refuses its sandbox to root.
    arguments = [*FLAGS, "--no-sandbox"] if is_root() else list(FLAGS)
    for path in candidates():
        try:
            return kind.launch(executable_path=path, args=arguments)
        except Error:
            continue
    raise RuntimeError(CURE)


def candidates() -> Iterator[str | None]:
    """Give one executable after the other, each sought only when those before it did not start; None is Playwright's."""
    yield from browsers()
    yield None
    with one_at_a_time():
        yield from browsers()  # as another of the tests' processes may have fetched it meanwhile
        if fetched([sys.executable, "-m", "playwright", "install", "chromium"]):
            yield None
        if is_root() and Path("/etc/debian_version").exists():
            fetched(["apt-get", "update", "--quiet"])
            fetched(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"])
            yield from browsers()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other process is here: package managers refuse to work side by side."""
    with (Path(tempfile.gettempdir()) / f"chromium-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def fetched(command: list[str]) -> bool:
    """Return whether `command`, which fetches something, did so within five minutes."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, capture_output=True, timeout=300, env=environment).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def is_root() -> bool:
    """Return whether we are the superuser."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
