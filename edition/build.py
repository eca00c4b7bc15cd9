"""Build the book beside the last good one and swap them when the new one is complete.

``python -m edition.build html pdf``. The same pages come out of a plain ``jupyter-book build .``; what this adds is
that nothing is done if nothing has changed, that a failed or interrupted build leaves the last good book as it was, that
web pages and PDF appear together, that two builds at once wait for each other, and that no page of an earlier state stays
behind.
"""

from __future__ import annotations

import argparse
import fcntl
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO, Any

from sphinx.errors import SphinxError

from edition import swap
from edition.paths import BUILD, ROOT
from edition.settings import check as check_settings
from edition.snapshot import fingerprint, not_copied, of_book, take
from edition.system import MEANT, check_environment, machine_fault, speak

DRAFT = BUILD / "draft"
SOURCES = DRAFT / "sources"  # the book as it was when the build began
LOG = BUILD / "build.log"
STATE = BUILD / "state.json"  # what was built last, and from what
BUILDERS = {"html": "html", "pdf": "print", "print": "press", "epub": "epub"}
NEEDED = {"pdf": "edition.typst", "print": "edition.typst", "epub": "edition.epub"}  # extensions, by what they write
SAID = {
    "html": "the web pages",
    "pdf": "the printed book",
    "print": "the book for a press",
    "epub": "the book for e-readers",
}
ENDINGS = {"pdf": "pdf", "print": "pdf", "epub": "epub"}  # of the files that a target is made of
INTERRUPTED = 128 + signal.SIGINT  # the status of a build that was
CHECKING = 120  # seconds that a finished book waits for the check of its data
BESIDE = ("pdf", "epub")  # what is put beside the pages, for readers to take along


class BuildError(RuntimeError):
    """A build that failed; the message says why, a line for each reason."""


def build(targets: list[str]) -> dict[str, Any]:
    """Build `targets` (``html``, ``pdf``, ``print``, ``epub``) and publish them together; what is as it was at the last build stays.

    :returns: under ``built`` what each target is made of, the path of each, from the book's root, and its digest; under
        ``notes`` what ``make data-check`` finds; under ``unchanged`` whether there was nothing to do.
    :raises BuildError: if one of them fails; nothing is published then.
    """
    with _alone():
        swap.finish(BUILD)
        if wrong := not_copied(ROOT):
            raise BuildError("\n".join(wrong))
        inputs = of_book(ROOT)
        last = _last_build()
        same = last["built"] if last["inputs"] == inputs else {}
        missing, beside = _to_write(targets, same, last["beside"])
        if missing:
            kept = [
                ROOT / made["path"]
                for target in same
                if target in beside and target not in missing
                for made in same[target]
            ]
            notes = _write(missing, inputs, kept, last["notes"] if last["inputs"] == inputs else None)
            given_up = _given_up(last, missing)
            made = {target: [_described(draft) for draft in _drafts(target)] for target in missing}
            last = {"inputs": inputs, "built": same | made, "beside": beside, "notes": notes}
            state = {STATE.name: json.dumps(last, indent=1, ensure_ascii=False)}
            swap.publish(BUILD, (draft for target in missing for draft in _drafts(target)), state, given_up)
        built = {target: last["built"][target] for target in targets}
        return {"built": built, "notes": last["notes"], "unchanged": not missing}


def _described(draft: Path) -> dict[str, str]:
    """Return the path that a draft will be published under, from the root of the book, and its digest."""
    return {"path": str((BUILD / draft.name).relative_to(ROOT)), "digest": fingerprint(draft)}


def _last_build() -> dict[str, Any]:
    """Return what is known of the last build; nothing if there was none, or what is known cannot be read."""
    try:
        last = json.loads(STATE.read_text(encoding="utf-8"))
        known = {key: last[key] for key in ("inputs", "built", "beside", "notes")}
        _ = [(made["path"], made["digest"]) for parts in known["built"].values() for made in parts]
        _ = "".join(known["notes"])
        return known
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {"inputs": None, "built": {}, "beside": [], "notes": []}


def _to_write(targets: list[str], same: dict[str, Any], beside: list[str]) -> tuple[list[str], list[str]]:
    """Return which of `targets` are to be written, and what will then lie beside the pages.

    The pages are to be written as well if something else is to lie beside them.

    :param same: what the last build made of each target from the same sources.
    :param beside: what lies beside the pages of the last build.
    """
    whole = {target for target, parts in same.items() if _is_whole(parts)}
    missing = [target for target in targets if target not in whole]
    if "html" in targets:
        wanted = [target for target in BESIDE if target in {*targets, *whole}]
        if wanted != beside and "html" not in missing:
            missing.append("html")
        beside = wanted
    return missing, beside


def _is_whole(parts: list[dict[str, str]]) -> bool:
    """Return whether what the last build made of a target is still there as it was."""
    return bool(parts) and all(
        (ROOT / made["path"]).exists() and fingerprint(ROOT / made["path"]) == made["digest"] for made in parts
    )


def _write(targets: list[str], inputs: str, printed: list[Path], known: list[str] | None) -> list[str]:
    """Write the targets into the draft, and return what ``make data-check`` finds meanwhile.

    The pages come last, as they lead to the other files, which are put beside them.

    :param inputs: the digest of the sources that are meant.
    :param printed: files of the last build that are as they are to be, and are put beside the pages too.
    :param known: what ``make data-check`` found when it last looked at the same sources; None if it did not.
    :raises BuildError: if a target cannot be written without a warning.
    """
    unfinished = DRAFT / "unfinished"
    if unfinished.exists():
        # Sphinx does not repeat the warnings of pages that it has read: they must be read again.
        shutil.rmtree(DRAFT / ".doctrees", ignore_errors=True)
    DRAFT.mkdir(parents=True, exist_ok=True)
    unfinished.touch()
    take(ROOT, SOURCES)
    if of_book(ROOT) != inputs:
        raise BuildError("a source was changed while the sources were read; run it again")
    with (
        _checking(known) as notes,
        LOG.open("w", encoding="utf-8", errors="backslashreplace") as log,
        _naming_the_log(),
    ):
        for target in sorted(targets, key=lambda target: target == "html"):
            _write_one(target, log, printed)
            printed = [*printed, *(_drafts(target) if target in BESIDE else [])]
    unfinished.unlink()
    return notes


@contextmanager
def _naming_the_log() -> Iterator[None]:
    """Let an error say where the log is in which more stands; errors of others have none."""
    try:
        yield
    except Exception as error:
        error.add_note(f"the whole log: {os.path.relpath(LOG, ROOT)}")
        raise


@contextmanager
def _checking(known: list[str] | None) -> Iterator[list[str]]:
    """Give a list that holds, at the end, what ``make data-check`` finds, which is looked for meanwhile if it is not `known`."""
    if known is not None:
        yield known
        return
    notes: list[str] = []
    command = [sys.executable, "-m", "edition.package.validate"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as checking:
        try:
            yield notes
            said, errors = checking.communicate(timeout=CHECKING)
            notes += _notes(checking.returncode, said, errors)
        except subprocess.TimeoutExpired:
            notes.append(f"data/ was not checked within {CHECKING} seconds; run: make data-check")
        finally:
            checking.kill()


def _notes(status: int, said: str, errors: str) -> list[str]:
    """Return what ``make data-check`` has found, which is all but its last line; or that it did not come to its end."""
    if status in (0, 1) and said.strip():
        return said.splitlines()[:-1]
    why = (errors.strip() or f"status {status}").splitlines()[-1]
    return [f"data/ was not checked to the end: {why}; run: make data-check"]


def _write_one(target: str, log: IO[str], printed: list[Path]) -> None:
    """Write one target into the draft; pages with the `printed` files beside them.

    :raises BuildError: if it cannot be written without a warning.
    """
    from edition.sphinx.application import write  # takes a second, which a build with nothing to do need not wait for

    print(f"building {SAID[target]} …", flush=True)
    shutil.rmtree(DRAFT / BUILDERS[target], ignore_errors=True)
    for is_last in (False, True):
        warnings = _Warnings(log)
        try:
            status = write(SOURCES, DRAFT, BUILDERS[target], log, warnings, edition_printed=list(map(str, printed)))
            break
        except Exception as error:
            traceback.print_exc(file=log)
            # What is kept from build to build may be broken: once more, without it.
            if is_last or _is_meant(error) or not _forget():
                raise BuildError(f"{warnings.text()}{machine_fault(error) or _said(error)}") from error
    if status:
        raise BuildError(warnings.text().rstrip())
    (DRAFT / BUILDERS[target] / ".buildinfo").unlink(missing_ok=True)  # what Sphinx notes for itself


def _said(error: Exception) -> str:
    """Return what a person can use of an error: what is behind it, without the names of functions that Sphinx puts before it."""
    cause = getattr(error, "orig_exc", None) or error
    said = _at_home(" ".join(str(cause).split()) if cause is not error else str(error))
    if isinstance(cause, (*MEANT, SphinxError)):
        return said
    where = "".join(f"{note}: " for note in getattr(error, "__notes__", []))
    return f"{where}{type(cause).__name__}: {said}; nobody has foreseen this, and the log says where it comes from"


def _is_meant(error: Exception) -> bool:
    """Return whether an error is said by the engine, by Sphinx or by the machine, and not the trace of something broken."""
    said = isinstance(error, SphinxError) and getattr(error, "orig_exc", None) is None
    return said or bool(machine_fault(error))


def _forget() -> bool:
    """Drop what builds keep for the next one, results of cells and pages read; return whether there was anything."""
    kept = [DRAFT / ".doctrees", DRAFT / ".jupyter_cache"]
    found = [folder for folder in kept if folder.exists()]
    for folder in found:
        shutil.rmtree(folder, ignore_errors=True)
    return bool(found)


class _Warnings(io.StringIO):
    """What Sphinx warns of, kept, and written to the log as well."""

    def __init__(self, log: IO[str]) -> None:
        super().__init__()
        self.log = log

    def write(self, text: str) -> int:
        self.log.write(text)
        return super().write(text)

    def text(self) -> str:
        """Return the warnings, without the colours of a terminal, with the places where whoever reads them finds them."""
        return _at_home(re.sub(r"\x1b\[[\d;]*m", "", self.getvalue()))


def _at_home(message: str) -> str:
    """Return a message about the copy of the sources as one about the book."""
    return message.replace(f"{SOURCES}{os.sep}", "")


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the lock of the build folder; wait for whoever holds it."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build is running; waiting for it to end", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _drafts(target: str) -> list[Path]:
    """Return the drafts of what a target is made of: a folder, or files."""
    if target == "html":
        return [DRAFT / "html"]
    return sorted((DRAFT / BUILDERS[target]).glob(f"*.{ENDINGS[target]}"))


def _given_up(last: dict[str, Any], targets: list[str]) -> list[str]:
    """Return the names of what the last build made of `targets` that are no longer in use."""
    current = {draft.name for target in targets for draft in _drafts(target)}
    made = {Path(made["path"]).name for target in targets for made in last["built"].get(target, [])}
    return sorted(made - current)


def _what_stands() -> str:
    """Return what is published after a build that did not come to its end."""
    if swap.is_pending(BUILD):
        return "the new book is complete, but not all of it is in its place: run the command again"
    return "the last good book is as it was"


def _noted_interrupts() -> list[int]:
    """Return a list that will hold each interrupt (SIGINT): a kernel that it ends may be the first to say something."""
    noted: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        noted.append(number)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, note)
    return noted


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Build the book.")
    parser.add_argument("targets", nargs="+", choices=BUILDERS)
    options = parser.parse_args()
    interrupts = _noted_interrupts()
    speak()
    try:
        check_environment()
        check_settings(extensions=[NEEDED[target] for target in options.targets if target in NEEDED])
        state = build(options.targets)
    except (BuildError, *MEANT, OSError, ModuleNotFoundError, MemoryError, KeyboardInterrupt) as error:
        if interrupts or isinstance(error, KeyboardInterrupt):  # whatever else what was broken off has said
            print(f"interrupted; {_what_stands()}", file=sys.stderr)
            return INTERRUPTED
        print(f"\n{machine_fault(error) or error}", file=sys.stderr)
        for note in getattr(error, "__notes__", []):
            print(f"\n{note}", file=sys.stderr)
        print(f"the build failed; {_what_stands()}", file=sys.stderr)
        return 1
    # A reuser may change a datum and look, so that this stops no build; make verify and the tests do fail.
    for note in state["notes"]:
        print(f"note: {note}")
    if state["unchanged"]:
        print("nothing has changed since the last build")
    for made in (made for parts in state["built"].values() for made in parts):
        start = Path(made["path"], "index.html") if (ROOT / made["path"]).is_dir() else made["path"]
        print(f"built: {start}  (sha256 {made['digest']})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
