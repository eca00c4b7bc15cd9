"""All that the chapters import: ``from karabakh.notebook import PALETTE, check, load, show``."""

import matplotlib.pyplot as plt

from edition.cell.check import check
from edition.cell.days import by_day, span, written
from edition.cell.drawing import WIDTH, chart, hide_axes, listing, spread, write
from edition.cell.glue import glue
from edition.cell.load import load
from edition.cell.look import INK, QUIET
from edition.cell.show import show
from karabakh.palette import HATCH, PALETTE

# A fixed salt gives the pictures the same bytes in every build.
plt.rcParams["svg.hashsalt"] = "karabakh"

# One plain list: the linter does not read names out of an unpacked tuple, and takes the imports away as unused.
__all__ = [
    "HATCH",
    "INK",
    "PALETTE",
    "QUIET",
    "WIDTH",
    "by_day",
    "chart",
    "check",
    "glue",
    "hide_axes",
    "listing",
    "load",
    "show",
    "span",
    "spread",
    "write",
    "written",
]
