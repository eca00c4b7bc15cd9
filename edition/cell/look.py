"""How charts look, in every chapter: our faces, and the style sheet beside this file."""

from __future__ import annotations

from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
from matplotlib import font_manager

from edition.paths import FONTS

INK, QUIET = "#1a1a1a", "#5a5a5a"
LETTERS = "#1b1b1b"  # on a coloured mark: as dark as ink, and so on a dark page too, where marks are light

matplotlib.rcdefaults()  # no settings of the reader's: of those that a style may not set, two say how days are drawn
matplotlib.rcParams.update({name: matplotlib.rcParamsDefault[name] for name in ("timezone", "date.epoch")})
matplotlib.use("agg")
font_manager.fontManager.ttflist = [
    font for font in font_manager.fontManager.ttflist if Path(font.fname).is_relative_to(matplotlib.get_data_path())
]
for face in sorted(FONTS.glob("NotoSans*.ttf")):
    font_manager.fontManager.addfont(face)
plt.style.use(Path(__file__).with_name("style.mplstyle"))
