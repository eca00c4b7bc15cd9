"""All that the chapters import: ``from karabakh.notebook import PALETTE, check, load, show``."""

import matplotlib.pyplot as plt

# A fixed salt gives the pictures the same bytes in every build.
plt.rcParams["svg.hashsalt"] = "karabakh"

__all__ = [
    *("HATCH", "INK", "PALETTE", "QUIET", "WIDTH"),
    *("by_day", "chart", "check", "glue", "hide_axes", "listing", "load", "show", "span", "spread", "write", "written"),
]
