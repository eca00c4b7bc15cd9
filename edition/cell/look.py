"""How charts look, in every chapter: our faces, and the style sheet beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import matplotlib
import matplotlib.pyplot as plt
from matplotlib import _path, font_manager
from matplotlib.backends.backend_svg import RendererSVG

from edition.paths import FONTS

INK, QUIET = "#1a1a1a", "#5a5a5a"
DIGITS = 2  # of a coordinate after the point: a hundredth of a point is finer than any screen, and Matplotlib's six weigh more


def rounded_path(
    renderer: RendererSVG, path: Any, transform: Any = None, clip: Any = None, simplify: Any = None, sketch: Any = None
) -> str:
    """Return a path as SVG has it: as Matplotlib writes it, but for the digits, which it gives no setting for."""
    box = (0.0, 0.0, renderer.width, renderer.height) if clip else None
    letters = [b"M", b"L", b"Q", b"C", b"z"]
    text: bytes = cast(Any, _path).convert_to_string(path, transform, box, simplify, sketch, DIGITS, letters, False)
    return text.decode("ascii")


setattr(RendererSVG, "_convert_path", rounded_path)  # noqa: B010  # a method, to mypy

matplotlib.rcdefaults()  # no settings of the reader's: of those that a style may not set, two say how days are drawn
matplotlib.rcParams.update({name: matplotlib.rcParamsDefault[name] for name in ("timezone", "date.epoch")})
matplotlib.use("agg")
font_manager.fontManager.ttflist = [
    font for font in font_manager.fontManager.ttflist if Path(font.fname).is_relative_to(matplotlib.get_data_path())
]
for face in sorted(FONTS.glob("NotoSans*.ttf")):
    font_manager.fontManager.addfont(face)
plt.style.use(Path(__file__).with_name("style.mplstyle"))
