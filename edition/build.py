"""Build the book beside the last good one and swap them when the new one is complete.

``python -m edition.build html pdf``. The same pages come out of a plain ``jupyter-book build .``; what this adds is
that a failed or interrupted build leaves ``_build/html`` and ``_build/karabakh.pdf`` as they were, that two builds
at once wait for each other, and that no page of an earlier state stays behind.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from edition.package.validate import faults
from edition.paths import BUILD, ROOT

DRAFT = BUILD / "draft"
OUTPUT = DRAFT / "_build"  # Jupyter Book puts its output into this folder of the path it is given
BUILDERS = {"html": ["--builder", "html"], "pdf": ["--builder", "custom", "--custom-builder", "print"]}
STRICT = ["-W", "--keep-going", "-n"]


class BuildError(RuntimeError):
    """A build that failed; its log has said why."""


def build(targets: list[str]) -> dict[str, Path]:
    """Build `targets` (``html``, ``pdf``) and publish them together; return where each is.

    :raises BuildError: if one of them fails; nothing is published then.
    """
    with _alone() as lock:
        _mend_interrupted_swap()
        unfinished = DRAFT / "unfinished"
        if unfinished.exists():
            # Sphinx does not repeat the warnings of pages that it has read: they must be read again.
            shutil.rmtree(OUTPUT / ".doctrees", ignore_errors=True)
        DRAFT.mkdir(parents=True, exist_ok=True)
        unfinished.touch()
        for target in targets:
            shutil.rmtree(OUTPUT / ("print" if target == "pdf" else target), ignore_errors=True)
            # The child holds the lock too: were we killed, it would still write into the draft.
            run_jupyter_book(DRAFT, BUILDERS[target], pass_fds=[lock.fileno()])
        unfinished.unlink()
        return {target: _publish(target) for target in targets}


def run_jupyter_book(output: Path, builder: list[str], **options: Any) -> subprocess.CompletedProcess:
    """Run ``jupyter-book build`` on the book, every warning an error, with `options` for :func:`subprocess.run`.

    :raises BuildError: if it fails, unless ``check=False``.
    """
    start = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()"]  # works in a moved .venv too
    command = [*start, "build", str(ROOT), "--path-output", str(output), *STRICT, *builder]
    try:
        return subprocess.run(command, **{"check": True, "cwd": ROOT, **options})
    except subprocess.CalledProcessError as error:
        raise BuildError("the build failed; the last good book is as it was") from error


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, or one over the names and contents of all files in a folder."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    state = hashlib.sha256()
    for file in sorted(file for file in path.rglob("*") if file.is_file()):
        state.update(file.relative_to(path).as_posix().encode() + b"\0")
        state.update(hashlib.sha256(file.read_bytes()).digest())
    return state.hexdigest()


@contextmanager
def _alone() -> Iterator[IO[str]]:
    """Hold the lock of the build folder; wait for whoever holds it."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build is running; waiting for it to end", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def _mend_interrupted_swap() -> None:
    """Put the last good pages back, if a build was killed between taking them away and bringing the new ones."""
    if (old := BUILD / "html.old").exists() and not (BUILD / "html").exists():
        old.rename(BUILD / "html")


def _publish(target: str) -> Path:
    """Put the finished draft of `target` in the place of the last one."""
    [source] = OUTPUT.glob("print/*.pdf") if target == "pdf" else [OUTPUT / "html"]
    goal = BUILD / source.name
    fresh, old = goal.with_name(f"{goal.name}.new"), goal.with_name(f"{goal.name}.old")
    if source.is_file():
        shutil.copyfile(source, fresh)
        os.replace(fresh, goal)
        return goal
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(source, fresh, ignore=shutil.ignore_patterns(".buildinfo"))
    if goal.exists():
        goal.rename(old)
    fresh.rename(goal)
    shutil.rmtree(old, ignore_errors=True)
    return goal


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Build the book.")
    parser.add_argument("targets", nargs="+", choices=BUILDERS)
    try:
        built = build(parser.parse_args().targets)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; the last good book is as it was", file=sys.stderr)
        return 130
    # A reuser may change a datum and look, so that this stops no build; make verify and the tests do fail.
    for fault in faults():
        print(f"note: {fault}")
    for path in built.values():
        start = path / "index.html" if path.is_dir() else path
        print(f"built: {start.relative_to(ROOT)}  (sha256 {digest(path)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
