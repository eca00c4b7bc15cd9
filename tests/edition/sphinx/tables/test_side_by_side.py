"""What several parties said of one thing, in cells of equal width."""

from __future__ import annotations

import pytest

COLUMNS = ["key", "topic", "party", "speaker", "office", "date", "quotation", "source", "locator", "words"]
WORDS = [
    [
        "gate-north",
        "painting of the gate",
        "North",
        "Ada",
        "Steward of North",
        "1901",
        "it is blue",
        "diary",
        "p. 4",
        "",
    ],
    [
        "hedge-north",
        "cutting of the hedge",
        "North",
        "Ada",
        "Steward of North",
        "1901-05-10",
        "we cut nothing",
        "diary",
        "p. 3",
        "cut nothing",
    ],
    [
        "hedge-south",
        "cutting of the hedge",
        "South",
        "",
        "Council of South",
        "1901-05",
        "you cut it all",
        "letter",
        "line 2",
        "",
    ],
]
SOURCES = {
    "diary": {"title": "Diary of the orchard", "publisher": "Orchard Press", "url": "https://example.org/diary"},
    "letter": {"title": "Letter", "publisher": "Council of South"},
}


def directive(rows: str = "hedge-north hedge-south", table: str = "voices") -> str:
    """Return the directive in Markdown."""
    return f"```{{side-by-side}} {table}\n:rows: {rows}\n```\n"


def furnish(book) -> None:
    """Give a book two voices, a third that names no known source, and their sources."""
    book.table("voices", dict.fromkeys(COLUMNS, "string"), WORDS)
    book.sources(**SOURCES)


def test_each_voice_has_a_cell_with_its_words_its_speaker_the_day_and_the_source(miniature):
    furnish(miniature)
    miniature.page("hedge", f"# The hedge\n\n{directive('hedge-south hedge-north')}\n{directive()}")
    assert miniature.build() == ""
    first, second = miniature.built("hedge").select("table.side-by-side")
    [head] = first.find_all("th")
    assert head["scope"] == "colgroup", "it is over all of them, and no voice is the name of a row"
    assert head.text == "Cutting of the hedge" and head["colspan"] == "2"
    south, north = ([part.text for part in cell.find_all("p")] for cell in first.find_all("td"))
    assert north == ["North: “we cut nothing”", "Ada, Steward, 10 May 1901 (Orchard Press)"]
    assert south == ["South: “you cut it all”", "Council, May 1901 (text)"]
    assert first.a["href"] == "https://example.org/diary#:~:text=cut%20nothing"
    assert second.td.strong.text == "North", "a row may stand more than once"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (directive("hedge-north gate-north"), "two rows or more on one topic"),
        (directive("hedge-north"), "sets two rows or more on one topic side by side"),
        (directive("hedge-north hedge-west"), "the table voices has no row hedge-west; it has gate-north, hedge-north"),
        (directive("a b", "harvest"), "the table harvest has no column key"),
        (directive("hedge-north stray", "strays"), "data/sources.csv has no row nobody, which strays names"),
    ],
)
def test_what_cannot_be_set_side_by_side_says_why(miniature, page, message):
    furnish(miniature)
    miniature.table("strays", dict.fromkeys(COLUMNS, "string"), [WORDS[1], ["stray", *WORDS[2][1:7], "nobody", "", ""]])
    miniature.page("hedge", f"# The hedge\n\n{page}")
    assert message in miniature.build()


def test_a_page_is_read_again_when_the_words_change(miniature):
    furnish(miniature)
    miniature.page("hedge", f"# The hedge\n\n{directive()}")
    assert miniature.build() == ""
    with miniature.changed("data/voices.csv", "you cut it all", "you cut much of it"):
        assert miniature.build() == ""
        assert "you cut much of it" in miniature.built("hedge").text
