"""The letters of charts, as text of the PDF."""

from __future__ import annotations

import io
import re

import matplotlib.pyplot as plt
import pypdfium2
import pytest
from matplotlib.figure import Figure

from edition.cell import look  # noqa: F401  (the faces of the book)
from edition.typst.lettering import as_text, faces


def drawn(figure: Figure) -> str:
    """Return a chart as the vector picture that a page has."""
    picture = io.StringIO()
    figure.savefig(picture, format="svg", metadata={"Date": None})
    plt.close(figure)
    return picture.getvalue()


@pytest.fixture
def chart() -> str:
    """A chart with names and numbers, one of them upright, one bold, one over two lines."""
    figure, ax = plt.subplots(figsize=(4, 2))
    ax.plot([1901, 1905], [11, 47])
    ax.set_xticks([1901, 1905])
    ax.set_title("Lamps of the coast")
    ax.set_ylabel("number -- of lamps")
    ax.text(1903, 20, "  lit &\nunlit", style="italic")
    return drawn(figure)


def test_what_a_chart_says_is_text_of_the_same_face_and_size(chart: str) -> None:
    picture = as_text(chart)
    said = dict(re.findall(r'<text style="([^"]*)"[^>]*>([^<]*)</text>', picture))
    assert set(re.findall(r">([^<]*)</text>", picture)) >= {
        "1901",
        "1905",
        "Lamps of the coast",
        "number -- of lamps",
        "  lit &amp;",
    }
    assert "NotoSans" not in picture
    [bold] = [style for style, text in said.items() if text.startswith("Lamps")]
    assert bold == "font-family: 'Noto Sans'; font-weight: 700; font-style: normal; font-size: 8px"
    [italic] = [style for style, text in said.items() if text == "unlit"]
    assert italic == "font-family: 'Noto Sans'; font-weight: 400; font-style: italic; font-size: 7px"


def test_letters_of_a_face_that_is_not_at_hand_stay_outlines(chart: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.typst.lettering.faces", lambda: {k: v for k, v in faces().items() if "Bold" not in k})
    picture = as_text(chart)
    assert ">Lamps of the coast<" not in picture and "#NotoSans-Bold-" in picture and ">1901<" in picture


def test_a_picture_of_another_origin_stays_as_it_is() -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g><rect width="9" height="9" /></g></svg>'
    assert as_text(picture) == picture


@pytest.mark.parametrize("builder", ["print", "press"])
def test_the_text_of_a_chart_can_be_read_from_the_pdf_and_looks_the_same(
    print_text, tmp_path, chart, builder, monkeypatch
) -> None:
    (tmp_path / "chart.svg").write_text(chart, encoding="utf-8")
    text = "# Title\n\n:::{image} chart.svg\n:alt: A chart.\n:::\n"
    pictures = []
    for converted in (True, False):
        if not converted:
            monkeypatch.setattr("edition.typst.lettering.faces", dict)
        printed = print_text(text, builder=builder)
        with pypdfium2.PdfDocument(printed.pdf) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
            [place] = [
                place for place, page in enumerate(pages) if re.search(r"^Title", page) and "Contents" not in page
            ][-1:]
            assert all((word in pages[place]) == converted for word in ("Lamps of the coast", "1905", "unlit"))
            pictures.append(pdf[place].render(scale=1, grayscale=True).to_numpy().astype(int))
    assert abs(pictures[0] - pictures[1]).mean() < 0.4
