"""The page of the ledger: a row for each claim, and the count of the verdicts."""

from __future__ import annotations

import pytest


def cells(row) -> list[str]:
    """Return the text of each cell of a table's row."""
    return [" | ".join(part.text for part in cell.find_all("p")) for cell in row.find_all(["td", "th"])]


@pytest.fixture(scope="module")
def page(orchard):
    return orchard.built("verification")


@pytest.mark.parametrize(
    ("id", "row"),
    [
        (
            "m1",
            [
                "M1 | Orchard",
                "30 tons",
                "30.1 tons",
                "✓ confirmed",
                "computed, cell 3 of The harvest of two years | harvest",
            ],
        ),
        ("m2", ["M2 | Orchard", "40 hives", "10", "≠ differs", "computed, cell 3 of The harvest of two years | hives"]),
        ("m3", ["M3 | Orchard", "1998", "16 March 1998", "✓ confirmed", "looked up | events:planting"]),
        ("m4", ["M4 | Orchard", "–", "–", "≈ nuanced", "documented | Orchard Press, 2021"]),
        ("m6", ["M6 | Orchard", "–", "–", "○ not checkable here", "none"]),
    ],
)
def test_a_row_holds_assertion_finding_verdict_and_evidence(page, id, row):
    name, _, *rest = cells(page.find("tr", id=id))
    assert [name, *rest] == row


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("m1", ["Two years gave 30 tons"]),
        ("m2", ["The orchard is as it is", "The diary counts 10."]),
        ("m4", ["The orchard is as it is", "In part.", "Seen in copy."]),
    ],
)
def test_a_row_holds_the_statement_and_under_it_remark_and_limits(page, id, words):
    paragraphs = page.find("tr", id=id).find_all("td")[1].find_all("p")
    assert len(paragraphs) == len(words)
    assert all(word in paragraph.text for word, paragraph in zip(words, paragraphs, strict=True))


def test_every_claim_has_its_row_in_the_order_of_the_file(page):
    assert [row["id"] for row in page.select("table.ledger tbody tr")] == ["m1", "m2", "m3", "m4", "m5", "m6"]


@pytest.mark.parametrize(("id", "sentence"), [("m1", "before.html#claim-m1"), ("m2", "orchard.html#claim-m2")])
def test_a_row_leads_back_to_the_first_sentence_that_states_the_claim(orchard, page, id, sentence):
    assert page.find("tr", id=id).a["href"] == sentence
    name, _, anchor = sentence.partition(".html#")
    assert orchard.built(name).find(id=anchor)


def test_a_row_whose_claim_no_sentence_states_has_no_link(page):
    assert page.find("tr", id="m5").find("a", title="to the sentence") is None


def test_a_source_is_a_link_with_its_title(page):
    link = page.find("tr", id="m4").find("a", class_="external")
    assert (link["href"], link["title"]) == ("https://example.org/diary", "Diary of the orchard")


def test_the_summary_counts_the_verdicts_and_leaves_out_slips_of_wording(page):
    assert [cells(row) for row in page.table.select("tbody tr")] == [
        ["✓ confirmed", "2", "2"],
        ["≈ nuanced", "1", "0"],
        ["≠ differs", "1", "1"],
        ["○ not checkable here", "1", "0"],
        ["all", "5", "3"],
    ]
