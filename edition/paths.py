"""Where the engine's own files are, and the book that it works on."""

from pathlib import Path

EDITION = Path(__file__).resolve().parent
FONTS = EDITION / "fonts"


def book_around(folder: Path) -> Path:
    """Return the book that `folder` belongs to: the nearest folder, it or one above, with settings or with data.

    A command, or a cell in a chapter's folder, finds its book this way, as git finds its repository; `folder` itself if
    there is none.
    """
    signs = (Path("_config.yml"), Path("data", "datapackage.json"))
    return next(
        (place for place in (folder, *folder.parents) if any((place / sign).is_file() for sign in signs)), folder
    )


ROOT = book_around(Path.cwd())
DATA = ROOT / "data"
BUILD = ROOT / "_build"
