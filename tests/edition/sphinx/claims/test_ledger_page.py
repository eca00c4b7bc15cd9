"""The page of the ledger: a row for each claim, and the count of the verdicts."""

from __future__ import annotations

import pytest


def cells(row) -> list[str]:
    """Return the text of each cell of a table's row."""
    return [
        " | ".join(part.text.removesuffix("#") for part in cell.find_all(["p", "summary"]))
        for cell in row.find_all(["td", "th"])
    ]


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
                "Two years gave 30 tons",
                "30 tons",
                "30.1 tons",
                "✓ agrees",
                "computed, cell 3 of The harvest of two years | harvest | no source",
            ],
        ),
        (
            "m2",
            [
                "M2 | Orchard",
                "The orchard is as it is",
                "40 hives",
                "10 | The diary counts 10.",
                "≠ differs",
                "computed, cell 3 of The harvest of two years | hives | one source, a primary one | Orchard Press, 2021",
            ],
        ),
        (
            "m3",
            [
                "M3 | Orchard",
                "The orchard is as it is",
                "1998",
                "16 March 1998",
                "✓ agrees",
                "looked up | events:planting | no source",
            ],
        ),
        (
            "m4",
            [
                "M4 | Orchard",
                "The orchard is as it is",
                "–",
                "In part.",
                "≈ imprecise",
                "documented | one source, a primary one | Orchard Press, 2021, p. 7: “ten hives by the well-house” | "
                "Limits: Seen in copy.",
            ],
        ),
        (
            "m5",
            [
                "M5 | Orchard",
                "The orchard is as it is",
                "–",
                "the same",
                "✓ agrees",
                "documented | one source, a primary one | Orchard Press, 2021, place not known",
            ],
        ),
        (
            "m6",
            [
                "M6 | Orchard",
                "The orchard is as it is",
                "–",
                "Nothing found. Tried: two libraries.",
                "○ open",
                "not checked: no evidence decides it | no source",
            ],
        ),
    ],
)
def test_a_row_holds_claim_assertion_finding_verdict_and_evidence(page, id, row):
    assert cells(page.find("tr", id=id)) == row


def test_every_claim_has_its_row_in_the_order_of_the_file(page):
    assert [row["id"] for row in page.select("table.ledger tbody tr")] == ["m1", "m2", "m3", "m4", "m5", "m6"]


@pytest.mark.parametrize(("id", "sentence"), [("m1", "before.html#claim-m1"), ("m2", "orchard.html#claim-m2")])
def test_a_row_leads_back_to_the_first_sentence_that_states_the_claim(orchard, page, id, sentence):
    assert page.find("tr", id=id).a["href"] == sentence
    name, _, anchor = sentence.partition(".html#")
    assert orchard.built(name).find(id=anchor)


def test_a_row_whose_claim_no_sentence_states_has_no_link(page):
    assert page.find("tr", id="m5").find("a", title="to the sentence") is None


def test_a_source_is_a_link_to_the_words_with_the_place_beside_it(page):
    link = page.find("tr", id="m4").find("a", class_="external")
    assert link["href"] == "https://example.org/diary#:~:text=ten%20hives%20by%20the%20well%2Dhouse"
    assert not link.get("title"), "the titles of all sources would be a tenth of what the page weighs"
    assert link.parent.get_text().endswith("p. 7: “ten hives by the well-house”"), "said beside it, and once"


def test_a_source_of_which_no_words_were_seen_is_a_link_to_the_page(page):
    assert page.find("tr", id="m5").find("a", class_="external")["href"] == "https://example.org/diary"


def test_the_summary_counts_how_the_claims_were_checked_and_leaves_out_wordings(page):
    checked, supported = ([cells(row) for row in made.select("tr")] for made in page.select("table.ledger-summary"))
    assert checked == [
        ["Verdict", "Claims", "Computed from several data", "Compared with a row", "Documented", "Not checked"],
        ["✓ agrees", "2", "1", "1", "0", "0"],
        ["≈ imprecise", "1", "0", "0", "1", "0"],
        ["⇄ contested", "0", "0", "0", "0", "0"],
        ["≠ differs", "1", "1", "0", "0", "0"],
        ["○ open", "1", "0", "0", "0", "1"],
        ["all", "5", "2", "1", "1", "1"],
    ]
    assert supported[1:] == [
        ["✓ agrees", "0", "0", "2", "0"],
        ["≈ imprecise", "0", "1", "0", "0"],
        ["⇄ contested", "0", "0", "0", "0"],
        ["≠ differs", "0", "1", "0", "0"],
        ["○ open", "0", "0", "1", "0"],
        ["all", "0", "2", "3", "0"],
    ]


@pytest.fixture(scope="module")
def answers(new_miniature):
    """A book whose first page marks a claim too, and with a page of the claims that differ."""
    book = new_miniature()
    differs = {"verdict": "differs", "method": "documented", "source": "diary", "locator": "p. 7", "asserted": "40"}
    book.claims(M1={**differs, "remark": "It counts 10.", "note": "3"}, M2={"tried": "the diary"})
    book.page("one", "# One\n\nForty hives.{mark}`M1` Perhaps.{mark}`M2`\n")
    book.page("answers", "# To be answered\n\n```{ledger} contested differs\n```\n")
    toctree = "\n```{toctree}\n:glob:\n\n*\n```\n"
    book.page("index", f"# The orchard\n\nNot forty.{{mark}}`M1`\n{toctree}")
    book.build()
    return book


def test_a_part_of_the_ledger_sets_out_the_claims_of_its_verdicts(answers):
    [table] = answers.built("answers").select("table.data-table")
    [_, row] = table.find_all("tr")
    assert row.find("a")["href"] == "verification.html#m1"
    assert cells(row) == [
        "M1 ≠ | The orchard is as it is | Orchard, note 3",
        "It counts 10.",
        "Orchard Press, 2021, p. 7",
    ]
    assert not table.find(id="m1")  # the address is that of the ledger


def test_a_row_does_not_lead_back_to_the_first_page_of_the_book_if_another_states_the_claim(answers):
    assert answers.built("verification").find("tr", id="m1").a["href"] == "one.html#claim-m1"
