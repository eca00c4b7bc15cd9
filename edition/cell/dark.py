"""One picture for light pages and dark ones: each colour that a chart may use has a partner on a dark page.

A picture follows the colour scheme of the page that it stands on, by rules in itself; whoever knows no such rules sees it light.
"""

from __future__ import annotations

import re

from edition.cell.look import INK, LETTERS, QUIET

GROUND = "#14181e"  # of a dark page
#: What every chart may use, with its partner; a book adds the colours that it gives a meaning.
PARTNERS = {
    "#ffffff": GROUND,
    INK: "#e8e9ec",
    QUIET: "#b4b8bf",
    LETTERS: "#111419",
    "#333333": "#d0d3d8",  # the words at the axes
    "#dddddd": "#3a4049",  # the grid
    "#8a8a8a": "#5f656d",  # hatches
    "#f2f2f2": "#262b33",  # a part of the ground that is set off
}
#: Opened by itself a picture fills the window, which takes the colour scheme of the reader's.
ALONE = ":root{width:100%;height:100%;color-scheme:light dark}"
COLOUR = re.compile(r"""(?:fill|stroke)(?:: |=")(#[0-9a-f]{6})""")


def for_both(svg: str, name: str) -> str:
    """Return a picture with the rules by which its colours change on a dark page.

    :param svg: as Matplotlib writes it: with the colour of each part in its ``style``.
    :param name: of the figure, for the message.
    :raises ValueError: if a colour has no partner.
    """
    used = sorted(set(COLOUR.findall(svg)))
    if strangers := [colour for colour in used if colour not in PARTNERS]:
        cure = "take one that has, or give it one in edition.cell.dark.PARTNERS"
        raise ValueError(f"{name}: {', '.join(strangers)} has no partner for dark pages; {cure}")
    rules = "".join(
        f"[{place}]{{{part}:{PARTNERS[colour]}!important}}"
        for colour in used
        for part in ("fill", "stroke")
        for sign, place in (
            (f"{part}: {colour}", f'style*="{part}: {colour}"'),
            (f'{part}="{colour}"', f'{part}="{colour}"'),  # of a hatch
        )
        if sign in svg
    )
    return svg.replace("</style>", f"{ALONE}@media (prefers-color-scheme: dark){{{rules}}}</style>", 1)
