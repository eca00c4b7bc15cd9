"""Which rows of a table have changed since its hash was recorded: the history of the repository knows what they were."""

from __future__ import annotations

import difflib
import hashlib
import subprocess
from pathlib import Path

from edition.package.read import describe
from edition.said import spans


def said_of_change(name: str, data: Path) -> str:
    """Return that the table `name` is another than the one recorded: which rows, and what to do."""
    resource = describe(name, data)
    rows = changed_rows(data / resource["path"], str(resource.get("hash", "")).removeprefix("sha256:"))
    where = ""
    if rows:  # with the head every row has changed
        where = ", its columns" if 0 in rows else f", row{'s' * (len(rows) > 1)} {spans(rows)}"
    return (
        f"data/{resource['path']}{where}: changed since the hash of the file was recorded. If that is meant, run: "
        f"make data-accept; if not: git checkout data/{resource['path']}."
    )


def changed_rows(file: Path, recorded: str) -> list[int]:
    """Return the rows of a table that are new or changed, counted from 1; before a missing row, the one that follows it.

    :param recorded: the SHA-256 of the file as it was.
    :returns: nothing if the history does not hold that file, or there is no history or no git.
    """
    before, now = content_with(file, recorded), file.read_bytes()
    if before is None:
        return []
    matcher = difflib.SequenceMatcher(None, before.splitlines(), now.splitlines(), autojunk=False)
    rows: set[int] = set()
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind != "equal":
            rows.update(range(first, max(last, first + 1)))  # the header is line 0
    return sorted(rows)


def content_with(file: Path, sha256: str) -> bytes | None:
    """Return what `file` held when it had the hash, from the commits that touched it; None if none of them did."""
    for commit in (_git(file, "log", "--format=%H", "--", file.name) or b"").decode().split():
        content = _git(file, "show", f"{commit}:./{file.name}")
        if content is not None and hashlib.sha256(content).hexdigest() == sha256:
            return content
    return None


def _git(file: Path, *command: str) -> bytes | None:
    """Return what git says in the folder of `file`; None if it fails or is not there."""
    try:
        return subprocess.run(["git", *command], cwd=file.parent, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
