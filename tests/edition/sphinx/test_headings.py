"""What a heading says in the contents and in links: its words and values, without notes and marks."""

from __future__ import annotations


def test_a_claim_in_a_heading_stands_in_the_contents_with_its_value_and_without_its_mark(miniature) -> None:
    miniature.claims(M1={"asserted": "1998", "unit": "date", "form": "{:%-d %B %Y}", "method": "looked up",
                         "evidence": "events:planting", "verdict": "agrees"})  # fmt: skip
    miniature.page("text", "# Planted on {claim}`M1`\n\n## The base{mark}`M1`\n\nText.\n")
    assert miniature.build() == ""
    contents = miniature.built("index").text
    assert "Planted on 16 March 1998\n" in contents and "The base\n" in contents
    assert "Planted on 16 March 1998✓" in miniature.built("text").h1.text


def test_a_link_to_a_heading_with_a_note_shows_no_number(miniature) -> None:
    miniature.page("text", "(there)=\n# Trees[^n03]\n\nSee {ref}`there`.\n\n[^n03]: A note.\n")
    assert miniature.build() == ""
    assert "See Trees." in miniature.built("text").text
