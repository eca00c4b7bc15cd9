"""A paragraph of the article, the edition's note on it, and its address."""

from __future__ import annotations

import pytest

PAGE = """\
# Trees

{#trees-1}
The article speaks of trees.

```{index} trees
```

:::{edition-note}
There are three.

{.check-only}
Counted by cell 2.
:::

{#trees-2}
And of birds.

They sing, we say.

:::{edition-note}
This one belongs to our own words.
:::

:::{edition-note}
As does this.
:::

{#grove}
A paragraph with an address that is no number.
"""
MYST = ["colon_fence", "attrs_block"]


@pytest.fixture
def trees(miniature):
    """A page that retells two paragraphs."""
    miniature.page("trees", PAGE)
    assert miniature.build(myst_enable_extensions=MYST) == ""
    return miniature.built("trees")


def test_a_place_is_named_as_the_article_names_it(miniature):
    miniature.page("trees", PAGE)
    miniature.page("birds", "---\nretells: On Birds, and What They Sing\n---\n" + PAGE.replace("trees-", "birds-"))
    assert miniature.build(myst_enable_extensions=MYST) == ""
    for page, title in {"trees": "Trees", "birds": "On Birds, and What They Sing"}.items():
        assert [place.text.strip() for place in miniature.built(page).select(".paragraph-place")] == [
            f"#{page}-{number} Article: {title}, paragraph {number}" for number in (1, 2)
        ]


def test_a_paragraph_stands_with_the_note_that_follows_it_and_its_address(trees):
    first, second = trees.select(".passage")
    assert [part.name for part in first.find_all(recursive=False)] == ["p", "div", "div"]
    assert (
        first.p["id"] == "trees-1"
        and not first.has_attr("id")
        and "There are three." in first.find(class_="edition-note").text
    )
    assert [part.name for part in second.find_all(recursive=False)] == ["p", "div"]


def test_what_is_for_a_verifier_alone_can_be_told_in_a_note(trees):
    assert [part.text for part in trees.select(".edition-note .check-only")] == ["Counted by cell 2."]


def test_a_note_on_what_we_say_stays_where_it_is(trees):
    assert len(trees.select("section > .edition-note")) == 2


def test_a_paragraph_says_where_in_the_article_it_stands(trees):
    places = trees.select(".paragraph-place")
    assert [place.text.strip() for place in places] == [
        "#trees-1 Article: Trees, paragraph 1",
        "#trees-2 Article: Trees, paragraph 2",
    ]
    assert [place.a["href"] for place in places] == ["#trees-1", "#trees-2"]
