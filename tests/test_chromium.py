"""Where the tests look for a browser, and what they say if there is none."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import chromium
import pytest
from playwright.sync_api import Error


class NoBrowser:
    """A kind of browser that never starts."""

    def __init__(self) -> None:
        self.tried: list[str | None] = []

    def launch(self, executable_path: str | None, args: list[str]) -> None:
        self.tried.append(executable_path)
        raise Error("it does not start")


def test_each_place_is_tried_and_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    monkeypatch.setattr(chromium.Path, "exists", lambda path: True)
    monkeypatch.setattr(chromium, "browsers", lambda: ["/usr/bin/chromium"])
    monkeypatch.setattr(chromium, "fetched", lambda command: commands.append(command[-1]) is None)
    kind = NoBrowser()
    with pytest.raises(RuntimeError, match="apt-get install chromium") as error:
        chromium.launch(kind)
    assert "\n" not in str(error.value)
    assert kind.tried == ["/usr/bin/chromium", None, "/usr/bin/chromium", None, "/usr/bin/chromium"]
    assert commands == ["chromium", "--quiet", "chromium"]


def test_only_root_installs_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    monkeypatch.setattr(chromium, "fetched", lambda command: bool(commands.append(command)))
    assert None in list(chromium.candidates())
    assert not any("apt-get" in command for command in commands)


def test_two_processes_do_not_fetch_at_once_and_the_second_takes_what_the_first_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(chromium.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    installed: list[str] = []
    at_work = threading.Semaphore(1)

    def fetched(command: list[str]) -> bool:
        assert at_work.acquire(blocking=False), "another one is at work, and has locked the packages"
        time.sleep(0.05)
        installed.extend(["/usr/bin/chromium"] if "--yes" in command else [])
        at_work.release()
        return False

    monkeypatch.setattr(chromium, "fetched", fetched)
    monkeypatch.setattr(chromium, "browsers", lambda: list(installed))
    with ThreadPoolExecutor(2) as workers:
        found = workers.map(lambda _: next(one for one in chromium.candidates() if one), range(2))
    assert list(found) == ["/usr/bin/chromium"] * 2 == installed * 2
