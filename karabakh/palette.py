"""The colours of this book: one for each actor."""

# One colour per actor in the whole book. Actors that meet in a chart differ in lightness as well as in hue, so that
# they stay apart in greyscale print and for readers with any of the common colour-vision deficiencies; a test sees to it.
PALETTE = {
    "Russia": "#182f63",
    "Turkey": "#8c2a28",
    "European Union": "#2b65a6",
    "Azerbaijan": "#2a8d8b",
    "Belarus": "#74905f",
    "United States": "#bd7fb4",
    "Armenia": "#e89048",
    "Georgia": "#b9a0d6",
    "European Political Community": "#8fbde3",
    "Israel": "#dcb83e",
    "Ukraine": "#7a5aa6",
    "Other": "#dcdcdc",
}
HATCH = {"Other": "////"}  # a second sign beside colour, where two of them meet
