"""A figure that has moved: the page that it left refers to it by number, at the address that it had there."""

from __future__ import annotations

PAGE = "# Where it stood\n\nEvidence: {evidence}`fig-harvest`, once also {evidence}`fig-pears <fig-harvest>`.\n"


def test_the_old_address_leads_to_the_new_place(miniature):
    miniature.chapter(
        "barn",
        "harvest = load('harvest', DATA)",
        "---\nmystnb:\n  figure:\n    name: fig-harvest\n    caption: The harvest.\n---\n"
        "from matplotlib.figure import Figure\nfrom edition import show\n"
        "show(Figure(figsize=(2, 1)), 'fig-harvest', alt=f'In all {harvest.tons.sum():.1f} tons.', source='the diary',\n"
        "     table={'tons': harvest.set_index('fruit')})",
    )
    miniature.page("gate", PAGE)
    assert miniature.build() == ""
    page = miniature.built("gate")
    for name in ("fig-harvest", "fig-harvest-code", "fig-pears", "fig-pears-code"):
        place = page.find(id=name)
        link = place.find("a") or place.find_parent("span").find("a")
        assert link["href"] == "barn.html#fig-harvest", name
        assert link.text == "Fig. 1"


def test_evidence_that_is_nowhere_fails_the_build(miniature):
    miniature.page("gate", PAGE)
    said = miniature.build()
    assert "fig-harvest" in said and "gate.md, line 3:" in said
