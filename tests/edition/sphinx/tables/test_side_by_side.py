"""What several speakers said of one thing, one column each."""

from __future__ import annotations

import pytest

COLUMNS = ["key", "party", "speaker", "office", "date", "quotation", "source", "locator", "words"]
WORDS = [
    ["hedge-north", "North", "Ada", "Steward", "1901-05-10", "we cut nothing", "diary", "p. 3", "cut nothing"],
    ["hedge-south", "South", "", "Council", "1901-05", "you cut it all", "letter", "line 2", ""],
]
SOURCES = {
    "diary": {"title": "Diary of the orchard", "publisher": "Orchard Press", "url": "https://example.org/diary"},
    "letter": {"title": "Letter", "publisher": "The neighbour"},
}


def directive(rows: str = "hedge-north hedge-south", table: str = "voices") -> str:
    """Return the directive in Markdown."""
    return f"```{{side-by-side}} {table}\n:rows: {rows}\n```\n"


def furnish(book) -> None:
    """Give a book two voices, a third that names no known source, and their sources."""
    book.table("voices", dict.fromkeys(COLUMNS, "string"), WORDS)
    book.sources(**SOURCES)


def test_each_voice_has_a_column_with_its_words_its_speaker_the_day_and_the_source(miniature):
    furnish(miniature)
    miniature.page("hedge", f"# The hedge\n\n{directive('hedge-south hedge-north')}\n{directive()}")
    assert miniature.build() == ""
    first, second = miniature.built("hedge").select("table.side-by-side")
    assert [head.text for head in first.find_all("th")] == ["South", "North"]
    south, north = ([part.text for part in cell.find_all("p")] for cell in first.find_all("td"))
    assert north[0] == "“we cut nothing”" and north[1].startswith("Ada, Steward, 10 May 1901: Orchard Press")
    assert south[0] == "“you cut it all”" and south[1].startswith("Council, May 1901: The neighbour")
    assert first.a["href"] == "https://example.org/diary#:~:text=cut%20nothing"
    assert [head.text for head in second.find_all("th")] == ["North", "South"], "a row may stand more than once"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (directive("hedge-north"), "sets two rows or more side by side"),
        (directive("hedge-north hedge-west"), "the table voices has no row hedge-west; it has hedge-north, hedge-south"),
        (directive("a b", "harvest"), "the table harvest has no column key"),
        (directive("hedge-north stray", "strays"), "data/sources.csv has no row nobody, which the table strays names"),
    ],
)
def test_what_cannot_be_set_side_by_side_says_why(miniature, page, message):
    furnish(miniature)
    miniature.table("strays", dict.fromkeys(COLUMNS, "string"), [WORDS[0], ["stray", *WORDS[1][1:6], "nobody", "", ""]])
    miniature.page("hedge", f"# The hedge\n\n{page}")
    assert message in miniature.build()


def test_a_page_is_read_again_when_the_words_change(miniature):
    furnish(miniature)
    miniature.page("hedge", f"# The hedge\n\n{directive()}")
    assert miniature.build() == ""
    with miniature.changed("data/voices.csv", "you cut it all", "you cut much of it"):
        assert miniature.build() == ""
        assert "you cut much of it" in miniature.built("hedge").text
