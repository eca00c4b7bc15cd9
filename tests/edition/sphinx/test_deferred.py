"""Parts of a page that speak of other pages are right though those pages are read later, or change alone."""

from __future__ import annotations


def test_a_page_that_speaks_of_another_is_right_when_only_the_other_changes(miniature):
    miniature.claims(M1={"kind": "wording"})
    miniature.page("text", "# Text\n\nSaid here.\n")
    assert miniature.build() == ""
    assert miniature.built("verification").find("tr", id="m1").select("a:not(.headerlink)") == []
    miniature.page("text", "# Text\n\nSaid here.{mark}`M1`\n")
    assert miniature.build() == ""
    assert miniature.built("verification").find("tr", id="m1").a["href"] == "text.html#claim-m1"


def test_a_title_changed_elsewhere_is_new_where_the_table_names_its_users(miniature):
    unrun = {"nb_execution_mode": "off", "suppress_warnings": ["myst-nb.lexer"]}
    miniature.page("data", "# Data\n\n```{codebook}\n```\n")
    miniature.chapter("orchard", "harvest = load('harvest', DATA)", title="The harvest")
    assert miniature.build(**unrun) == ""
    miniature.chapter("orchard", "harvest = load('harvest', DATA)", title="The apples")
    assert miniature.build(**unrun) == ""
    assert [link.text for link in miniature.built("data").find_all("a", href="orchard.html")] == ["The apples"]
