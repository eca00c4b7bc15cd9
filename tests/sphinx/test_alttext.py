"""No picture without words: what the cell says of its chart, and a warning where nobody says anything."""

from __future__ import annotations

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


def test_the_words_that_the_cell_made_from_the_data_describe_the_picture(orchard):
    figure = orchard.built("orchard").find("figure", id="fig-harvest")
    assert figure.img["alt"] == "In all 30.1 tons."


def test_the_picture_stands_beside_the_pages_and_carries_its_source(orchard):
    source = orchard.built("orchard").find("figure", id="fig-harvest").img["src"]
    picture = (orchard.root / "_build" / "html" / "book" / source).read_text(encoding="utf-8")
    assert picture.lstrip().startswith("<?xml")
    assert "<dc:source>the diary</dc:source>" in "".join(picture.split("\n")).replace("    ", "")


def test_a_picture_that_nobody_describes_fails_the_build_and_names_page_and_picture(miniature):
    miniature.write("book/tree.svg", PICTURE)
    miniature.page("trees", "# Trees\n\n![An apple tree](tree.svg)\n\n![](tree.svg)\n")
    [warning] = miniature.build().splitlines()
    assert "trees.md" in warning
    assert "a picture without alternative text: book/tree.svg" in warning


def test_a_picture_that_its_cell_does_not_describe_fails_the_build(miniature):
    miniature.chapter("trees", f"from IPython.display import SVG\nSVG({PICTURE!r})", imports="")
    [warning] = miniature.build().splitlines()
    assert "trees.md" in warning
    assert "a picture without alternative text" in warning
