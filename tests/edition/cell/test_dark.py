"""A chart on a dark page: each of its colours has a partner, and one without is refused."""

from __future__ import annotations

import pytest

from edition.cell.dark import PARTNERS, for_both
from edition.cell.look import INK

SVG = """<svg><defs><style type="text/css">*{stroke-linejoin: round}</style></defs>
<path style="fill: #ffffff; stroke: #1a1a1a"/><rect fill="#dddddd"/></svg>"""


def test_each_part_changes_its_colour_by_the_sign_that_it_has() -> None:
    text = for_both(SVG, "fig-pears")
    assert text.count("</style>") == 1 and "@media (prefers-color-scheme: dark){" in text
    assert f'[style*="fill: #ffffff"]{{fill:{PARTNERS["#ffffff"]}!important}}' in text
    assert f'[style*="stroke: {INK}"]{{stroke:{PARTNERS[INK]}!important}}' in text
    assert f'[fill="#dddddd"]{{fill:{PARTNERS["#dddddd"]}!important}}' in text
    assert 'stroke: #ffffff"]' not in text, "no rule without a use"


def test_what_is_drawn_stays_as_it_is_for_whoever_knows_no_dark_pages() -> None:
    before, after = SVG.split("</style>")
    text = for_both(SVG, "fig-pears")
    assert text.startswith(before) and text.endswith(after)


def test_a_colour_without_a_partner_is_named_with_its_figure_and_the_cure() -> None:
    with pytest.raises(
        ValueError, match=r"fig-pears: #123456 has no partner for dark pages; .* in edition\.cell\.dark\.PARTNERS"
    ):
        for_both(SVG.replace("#1a1a1a", "#123456"), "fig-pears")
