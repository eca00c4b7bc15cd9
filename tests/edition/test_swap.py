"""What is published changes its place at once: all of it, or what is left over at the next build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition import build, swap


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an old book, a file of a name that is given up, and a new book in ``draft``."""
    for place, text in ((tmp_path, "old"), (tmp_path / "draft", "new")):
        (place / "html").mkdir(parents=True)
        (place / "html" / "index.html").write_text(text, encoding="utf-8")
        (place / "book.pdf").write_text(text, encoding="utf-8")
    (tmp_path / "given-up.pdf").write_text("old", encoding="utf-8")
    (tmp_path / "state.json").write_text("old", encoding="utf-8")
    return tmp_path


def publish(folder: Path) -> None:
    """Publish the new book."""
    drafts = [folder / "draft" / "html", folder / "draft" / "book.pdf"]
    swap.publish(folder, drafts, {"state.json": "new"}, ["given-up.pdf"])


def texts(folder: Path) -> dict[str, str]:
    """Return what is published."""
    files = [file for file in folder.rglob("*") if file.is_file() and "draft" not in file.parts]
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in files}


NEW = {"html/index.html": "new", "book.pdf": "new", "state.json": "new"}


def test_all_of_a_book_is_published_with_what_is_known_of_it(folder: Path) -> None:
    publish(folder)
    assert texts(folder) == NEW
    assert not swap.is_pending(folder)


def test_a_state_that_is_a_folder_makes_room(folder: Path) -> None:
    (folder / "state.json").unlink()
    (folder / "state.json").mkdir()
    publish(folder)
    assert texts(folder) == NEW


@pytest.mark.parametrize("left", ["", '{"new": ["ht'])
def test_a_list_that_a_machine_lost_stops_no_later_build(folder: Path, left: str) -> None:
    (folder / swap.LIST).write_text(left, encoding="utf-8")
    swap.finish(folder)
    assert not swap.is_pending(folder) and texts(folder)["html/index.html"] == "old"
    publish(folder)
    assert texts(folder) == NEW


def test_a_state_that_cannot_be_written_leaves_the_old_book(folder: Path) -> None:
    before = texts(folder)
    (folder / "state.json.new").mkdir()
    with pytest.raises(OSError, match=r"state\.json\.new"):
        publish(folder)
    assert {name: text for name, text in texts(folder).items() if ".new" not in name} == before
    assert not swap.is_pending(folder)


@pytest.mark.parametrize("left", ["html.new", "html.old", "book.pdf.new", "book.pdf.old", "swap.new"])
@pytest.mark.parametrize("is_folder", [False, True])
def test_what_an_earlier_crash_left_is_no_part_of_the_new_book(folder: Path, left: str, is_folder: bool) -> None:
    if is_folder and left != "swap.new":
        (folder / left).mkdir()
        (folder / left / "stale.html").write_text("older", encoding="utf-8")
    else:
        (folder / left).write_text("older", encoding="utf-8")
    publish(folder)
    assert texts(folder) == NEW


def test_a_draft_that_an_earlier_crash_left_waits_until_its_book_is_published_again(folder: Path) -> None:
    (folder / "html.new").mkdir()
    swap.publish(folder, [folder / "draft" / "book.pdf"], {})
    assert texts(folder)["book.pdf"] == "new" and texts(folder)["html/index.html"] == "old"
    publish(folder)
    assert texts(folder) == NEW


def test_a_draft_that_cannot_be_copied_leaves_all_of_the_old_book(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder, which comes first, is copied; then the disk is full."""
    before, copyfile = texts(folder), shutil.copyfile

    def full(source: Path, goal: Path, **options: bool) -> Path:
        if Path(source).name == "book.pdf":
            raise OSError(28, "No space left on device", str(goal))
        return copyfile(source, goal, **options)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", full)
        with pytest.raises(OSError, match="No space left"):
            publish(folder)
    swap.finish(folder)
    assert {name: text for name, text in texts(folder).items() if ".new" not in name} == before
    publish(folder)
    assert texts(folder) == NEW


@pytest.fixture
def elsewhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder elsewhere with files of the reader's own."""
    place = tmp_path_factory.mktemp("elsewhere")
    (place / "index.html").write_text("mine", encoding="utf-8")
    return place


@pytest.mark.parametrize("name", ["html", "html.new", "html.old", "book.pdf", "book.pdf.new", "given-up.pdf"])
@pytest.mark.parametrize("target", [".", "index.html", "nowhere"])
def test_a_link_is_removed_and_not_what_it_leads_to(folder: Path, elsewhere: Path, name: str, target: str) -> None:
    swap.remove(folder / name)
    (folder / name).symlink_to(elsewhere / target)
    publish(folder)
    assert texts(folder) == NEW
    assert not any(path.is_symlink() for path in folder.iterdir())
    assert texts(elsewhere) == {"index.html": "mine"}


def test_names_that_are_given_up_go_folders_too_and_what_is_not_there_hinders_nothing(folder: Path) -> None:
    swap.publish(folder, [], {}, ["html", "given-up.pdf", "never-there.pdf"])
    assert texts(folder) == {"book.pdf": "old", "state.json": "old"}


@pytest.mark.parametrize("last", range(8))
def test_a_swap_that_stops_anywhere_is_whole_at_the_next_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    """After the list is written, the machine refuses everything from the step number `last` on."""
    steps = 0

    def counted(rename: object) -> object:
        def step(self: Path, *others: object, **options: object) -> object:
            nonlocal steps
            if swap.is_pending(folder):
                steps += 1
                if steps > last:
                    raise PermissionError(13, "no", str(self))
            return rename(self, *others, **options)  # type: ignore[operator]

        return step

    with monkeypatch.context() as patch:
        for name in ("rename", "unlink"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        with pytest.raises(PermissionError):
            publish(folder)
    assert swap.is_pending(folder)
    swap.finish(folder)
    assert texts(folder) == NEW


@pytest.mark.parametrize(("pending", "said"), [(False, "as it was"), (True, "run the command again")])
def test_a_build_that_fails_says_what_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pending: bool, said: str
) -> None:
    def fail(targets: list[str]) -> None:
        if pending:
            (tmp_path / swap.LIST).write_text("{}", encoding="utf-8")
        raise OSError("no")

    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setattr(build, "LOG", tmp_path / "build.log")
    monkeypatch.setattr(build, "build", fail)
    monkeypatch.setattr("sys.argv", ["build", "html"])
    build.LOG.write_text("of another run", encoding="utf-8")
    assert build.main() == 1
    found = capsys.readouterr().err
    assert said in found and "build.log" not in found


@pytest.mark.parametrize(
    ("status", "said", "errors", "notes"),
    [
        (0, "data/ is valid\n", "", []),
        (1, "a fault\n1 fault in data/\n", "", ["a fault"]),
        (1, "", "Traceback …\nKeyError: 'x'\n", ["KeyError: 'x'"]),
        (-9, "", "", ["status -9"]),
    ],
)
def test_notes_are_not_lost_when_the_check_of_the_data_ends_early(
    status: int, said: str, errors: str, notes: list[str]
) -> None:
    found = build._notes(status, said, errors)
    assert len(found) == len(notes) and all(note in line for note, line in zip(notes, found, strict=True))
    assert (status in (0, 1) and not errors) or "run: make data-check" in found[-1]
