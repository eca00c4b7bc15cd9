"""Where things are."""

from pathlib import Path

EDITION = Path(__file__).resolve().parent
ROOT = EDITION.parent
DATA = ROOT / "data"
FONTS = EDITION / "fonts"
BUILD = ROOT / "_build"
