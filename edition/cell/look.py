"""How charts look, in every chapter: our faces, and the style sheet beside this file."""

from __future__ import annotations

from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
from matplotlib import font_manager

from edition.paths import FONTS

INK, QUIET = "#1a1a1a", "#5a5a5a"

matplotlib.use("agg")
for face in sorted(FONTS.glob("NotoSans*.ttf")):
    font_manager.fontManager.addfont(face)
plt.style.use(Path(__file__).with_name("style.mplstyle"))
