"""What is published at once: new files and folders take the place of the old ones, all of them, whatever comes between.

The new ones are written beside the old ones, and then a list of them. Once the list is there the swap is decided: who is
killed, or stopped by the machine, in the midst of it has left the rest to :func:`finish`, which the next build calls first.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

LIST = "swap"  # the name of the list, in the folder of what is published


def publish(folder: Path, drafts: Iterable[Path], texts: dict[str, str], gone: Iterable[str] = ()) -> None:
    """Put finished drafts, files or folders, and some texts into a folder, and take out what has a name that is given up.

    :param texts: what else is written in the same step, by the name of its file.
    :param gone: names of files and folders.
    """
    drafts = list(drafts)
    for draft in drafts:
        fresh = _beside(folder / draft.name, "new")
        remove(fresh)
        if draft.is_file():
            shutil.copyfile(draft, fresh)
        else:
            shutil.copytree(draft, fresh)
    for name, text in texts.items():
        _beside(folder / name, "new").write_text(text, encoding="utf-8")
    listed = {"new": [*(draft.name for draft in drafts), *texts], "gone": list(gone)}
    written = _beside(folder / LIST, "new")
    with written.open("w", encoding="utf-8") as file:
        json.dump(listed, file)
        file.flush()
        os.fsync(file.fileno())  # or a machine that stops may leave the name without the list
    written.rename(folder / LIST)
    finish(folder)


def is_pending(folder: Path) -> bool:
    """Return whether a swap is decided and not yet done."""
    return (folder / LIST).exists()


def finish(folder: Path) -> None:
    """Put what is complete into its place; a build that was killed meanwhile may have left some of it to us."""
    if not is_pending(folder):
        return
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except ValueError:  # nothing was decided
        listed = {"new": [], "gone": []}
    for goal in (folder / name for name in listed["new"]):
        fresh, old = _beside(goal, "new"), _beside(goal, "old")
        if fresh.exists():
            remove(old)
            if os.path.lexists(goal):  # a link that leads nowhere stands in the way, too
                goal.rename(old)
            fresh.rename(goal)
        remove(old)
    for name in listed["gone"]:
        remove(folder / name)
    (folder / LIST).unlink()


def _beside(goal: Path, ending: str) -> Path:
    """Return the neighbour of a published file or folder: the new one before, or the old one after the swap."""
    return goal.with_name(f"{goal.name}.{ending}")


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
