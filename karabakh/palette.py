"""The colours of this book: one for each actor, on paper and on a dark page."""

from edition.cell.dark import PARTNERS

# One colour per actor in the whole book. Actors that meet in a chart differ on paper in lightness as well as in hue, so
# that they stay apart in grey, and everywhere for readers with any of the common colour-vision deficiencies; tests see to it.
ACTORS = {
    "Russia": ("#182f63", "#7585e2"),
    "Turkey": ("#8c2a28", "#e0705c"),
    "European Union": ("#2b65a6", "#5cb0f2"),
    "Azerbaijan": ("#2a8d8b", "#4ae0c4"),
    "Belarus": ("#74905f", "#a9cc7a"),
    "United States": ("#bd7fb4", "#f4b0dc"),
    "Armenia": ("#e89048", "#f5a55c"),
    "Georgia": ("#b9a0d6", "#eedcf6"),
    "European Political Community": ("#8fbde3", "#e0f6fc"),
    "Israel": ("#dcb83e", "#efe06a"),
    "Ukraine": ("#7a5aa6", "#cdb8fa"),
    "Other": ("#dcdcdc", "#858b94"),
}
PALETTE = {actor: on_paper for actor, (on_paper, _) in ACTORS.items()}
HATCH = {"Other": "////"}  # a second sign beside colour, where two of them meet

# Each verdict: its sign and its colour.
VERDICTS = {
    "agrees": ("✓", "#1f3b73"),
    "imprecise": ("≈", "#5f86ab"),
    "contested": ("⇄", "#c49bd0"),
    "differs": ("≠", "#f7c948"),
    "open": ("○", "#f2f2f2"),
}
ON_DARK_PAGES = {"#1f3b73": "#6a88ea", "#5f86ab": "#88b8d6", "#c49bd0": "#f0d4f6", "#f7c948": "#f7c948"}
SHADES = {"#3a3a3a": "#eceef1", "#8f8f8f": "#a3a8b0", "#c9c9c9": "#5d636c"}  # of votes

PARTNERS.update([*ACTORS.values(), *ON_DARK_PAGES.items(), *SHADES.items()])
