"""No picture without words: what the cell says of its chart stands with it, and a warning where nobody says anything."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from sphinx.errors import ExtensionError

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


def test_the_words_that_the_cell_made_from_the_data_describe_the_picture(orchard):
    figure = orchard.built("orchard").find("figure", id="fig-harvest")
    assert figure.img["alt"] == "In all 30.1 tons."


def test_the_picture_lies_beside_the_pages_and_carries_its_source(orchard):
    address = orchard.built("orchard").find("figure", id="fig-harvest").img["src"]
    picture = ElementTree.parse(orchard.pages / address)
    assert picture.find(".//{http://purl.org/dc/elements/1.1/}source").text == "the diary"


def test_a_line_under_the_figure_names_source_and_data_and_unfolds_code_and_citation(orchard):
    legend = orchard.built("orchard").find("figure", id="fig-harvest").find(class_="legend")
    assert " ".join(legend.find(class_="figure-credits").text.split()) == "Source: the diary. Data: harvest.csv."
    assert [part.summary.text for part in legend.find_all("details", open=False)] == ["Table", "Code", "Cite"]
    assert legend.select_one(".figure-cite p").text == "Fig. 1, The orchard, first edition."


def test_what_a_figure_draws_is_a_table_under_it_with_numbers_on_the_right(orchard):
    folded = orchard.built("orchard").select_one("#fig-harvest details.figure-table")
    assert folded.p.text == "Drawn: tons."
    assert [[cell.text.strip() for cell in row.find_all(["th", "td"])] for row in folded.table.find_all("tr")] == [
        ["Fruit", "Tons"],
        ["apples", "12.5"],
        ["apples", "17.6"],
    ]
    cells = folded.table.select("tbody > tr > *")
    assert ["text-right" in cell.get("class", []) for cell in cells] == [False, True] * 2
    assert [cell.get("scope") for cell in cells] == ["row", None] * 2


def test_a_figure_without_such_a_table_fails_the_build(miniature):
    miniature.chapter(
        "plums",
        "harvest = load('harvest', DATA)",
        "---\nmystnb:\n  figure:\n    name: fig-plums\n    caption: The plums.\n---\n"
        "from matplotlib.figure import Figure\nfrom edition import show\n"
        "show(Figure(), 'fig-plums', alt=f'{len(harvest)} lines.', source='the diary')",
    )
    with pytest.raises(ExtensionError, match=r"plums.md, cell 3 .*: TypeError: show\(\) missing .* 'table'"):
        miniature.build()


def test_the_line_leads_to_the_table(orchard):
    line = orchard.built("orchard").find(class_="figure-credits")
    file = orchard.pages / line.find("a", class_="download")["href"]
    assert file.read_bytes() == (orchard.root / "data" / "harvest.csv").read_bytes()


def test_the_code_under_a_figure_is_all_that_stands_behind_it(orchard):
    code = orchard.built("orchard").find(id="fig-harvest-code").text
    assert "# cell 2\nharvest = load('harvest', DATA)\n" in code and "show(Figure(" in code
    assert "hives" not in code, "what the figure does not need is left out"


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


def test_a_narrow_column_gets_a_drawing_of_its_own(miniature):
    miniature.chapter(
        "plums",
        "harvest = load('harvest', DATA)",
        "---\nmystnb:\n  figure:\n    name: fig-plums\n    caption: The plums.\n---\n"
        "from edition.cell.drawing import chart\nfig, ax = chart(1)\nax.plot(harvest.tons)\n"
        "show(fig, 'fig-plums', alt='A line.', source='the diary', table={'tons': harvest.set_index('fruit')})",
        imports="from pathlib import Path\nfrom edition import load, show\nDATA = Path('../data')\n",
    )
    assert miniature.build() == ""
    figure = miniature.built("plums").find("figure", id="fig-plums")
    link = figure.find("a", class_="full-size")
    narrow = link.picture.source
    assert link["href"] == link.picture.img["src"] != narrow["srcset"]
    assert narrow["media"] == "(max-width: 36em)"
    for picture, address in ((link.picture.img, link["href"]), (narrow, narrow["srcset"])):
        drawing = ElementTree.parse(miniature.pages / address).getroot()
        shape = float(drawing.get("width")[:-2]) / float(drawing.get("height")[:-2])
        assert int(picture["width"]) / int(picture["height"]) == pytest.approx(shape, rel=0.02)
    assert int(narrow["width"]) < int(link.picture.img["width"])
