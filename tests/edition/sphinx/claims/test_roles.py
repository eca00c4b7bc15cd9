"""Claims in the text: the value with its mark, the way to the ledger and back, and what makes the build fail."""

from __future__ import annotations

import json
import re

import pytest
from sphinx.errors import ExtensionError

COMPUTED = {"asserted": "30", "unit": "tons", "form": "{:.1f} tons", "tolerance": "0.5", "method": "computed"}
DOCUMENTED = {"method": "documented", "source": "diary"}

HARVEST = "tons = 3 * load('hives', DATA).hives.sum()"  # 30

# A ledger in which every row is wrong, with what is to be said about it.
WRONG_CLAIMS = {
    "M01": COMPUTED | {"verdict": "agrees"},
    "M02": COMPUTED | {"verdict": "differs", "remark": "It does not.", "source": "diary"},
    "M03": COMPUTED | {"verdict": "agrees"},
    "M04": COMPUTED | {"verdict": "agrees"},
    "M05": DOCUMENTED | {"verdict": "agrees"},
    "M06": DOCUMENTED | {"verdict": "imprecise"},
    "M07": DOCUMENTED | {"verdict": "agrees", "source": "diary almanac"},
    "M08": DOCUMENTED | {"verdict": "agrees", "source": ""},
    "M09": COMPUTED | {"method": "looked up", "evidence": "events:flood", "verdict": "agrees"},
    "M11": COMPUTED | {"verdict": "imprecise", "remark": "Or nearly."},
    "M12": COMPUTED | {"verdict": "agrees"},
    "M10": COMPUTED | {"method": "looked up", "evidence": "almanac:flood", "verdict": "agrees"},
}
COMPLAINTS = {
    "an agreeing claim with another value": ["book/one.md, cell 3 (line ", "M01", "30 tons", "31.5", "do not agree"],
    "a differing claim with the same value": ["M02", "30 tons", "30.25", "they agree"],
    "an imprecise claim that agreed and no longer does": ["M11", "30 tons", "29.25", "do not agree"],
    "a computed claim that no cell checks": ["data/claims.csv, row 3: M03", "no cell"],
    "a computed claim that comes from no table": ["book/one.md, cell 4 (line ", "M12", "no table", "load("],
    "a claim that two chapters check": ["M04", "a second time", "book/one.md, cell 3", "book/two.md, cell 3"],
    "a documented claim that a cell checks": ["M05", "book/two", "'documented'"],
    "an imprecise claim without a remark": ["M06", "'imprecise'", "no remark"],
    "a source that is not in the table of sources": ["M07", "data/sources.csv", "'almanac'"],
    "a documented claim without a source": ["M08", "no source"],
    "a key that the table does not have": ["M09", "data/events.csv", "'flood'"],
    "a table that the data package does not have": ["data/datapackage.json", "'almanac'"],
    "a checked claim that the ledger does not have": ["book/one.md, cell 3 (line ", "no claim M97"],
    "a claim in the text that the ledger does not have": ["book/index.md, line 3: ", "no claim M98"],
    "a mark in the text that the ledger does not have": ["book/two.md, line ", "no claim M99"],
}


@pytest.fixture(scope="module")
def broken(new_miniature):
    """A book that breaks every rule of the ledger, and the message of its build."""
    book = new_miniature()
    book.claims(**dict(sorted(WRONG_CLAIMS.items())))
    book.chapter(
        "one",
        HARVEST,
        "check('M01', tons + 1.5)\ncheck('M02', tons + 0.25)\ncheck('M04', tons)\ncheck('M97', 1)",
        "check('M11', tons - 0.75)\ncheck('M12', 30)",
    )
    book.chapter("two", HARVEST, "check('M04', tons)\ncheck('M05', 1)", prose="Of this we know nothing.{mark}`M99`")
    told = ("book/index.md", "# The orchard\n", "# The orchard\n\nIt gave {claim}`M98`.\n")
    with book.changed(*told), pytest.raises(ExtensionError) as caught:
        book.build()
    return book, str(caught.value)


@pytest.mark.parametrize("words", COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_the_build_fails_and_says_so_in_one_line_for(broken, words):
    _, message = broken
    assert [line for line in message.splitlines() if all(word in line for word in words)], message


def test_one_message_lists_all_contradictions_and_nothing_else(broken):
    _, message = broken
    assert message.count("\n") == len(COMPLAINTS), message


def test_every_wrong_row_of_the_ledger_is_named(broken):
    _, message = broken
    assert len(WRONG_CLAIMS) > 5 and [id for id in WRONG_CLAIMS if id not in message] == []


def test_the_result_for_machines_lists_the_contradictions_too(broken):
    book, message = broken
    result = json.loads((book.root / "_build" / "ledger.json").read_text(encoding="utf-8"))
    assert [f"  {line}" for line in result["wrong"]] == message.splitlines()[1:]


def test_no_page_is_written_when_the_ledger_does_not_hold(broken):
    book, _ = broken
    assert not list(book.root.glob("_build/html/**/*.html"))


def test_the_result_for_machines_holds_each_claim_with_the_value_as_printed(orchard):
    result = json.loads((orchard.root / "_build" / "ledger.json").read_text(encoding="utf-8"))
    found = {claim["id"]: claim["found"] for claim in result["claims"]}
    assert found == {"M1": "30.1 tons", "M2": "10", "M3": "16 March 1998", "M4": None, "M5": None, "M6": None}
    assert result["wrong"] == []


@pytest.mark.parametrize(
    ("page", "id", "shown"),
    [
        ("orchard", "m1", "30.1 tons✓"),
        ("orchard", "m2", "10≠"),
        ("orchard", "m3", "16 March 1998✓"),
        ("orchard", "m4", "≈"),
        ("before", "m1", "30.1 tons✓"),
        ("before", "m3", "16 March 1998✓"),
    ],
)
def test_a_claim_shows_its_value_in_its_form_and_a_mark_that_leads_to_its_row(orchard, page, id, shown):
    claim = orchard.built(page).find(id=f"claim-{id}")
    assert claim.text == shown
    assert claim.a["href"] == f"verification.html#{id}"
    assert orchard.built("verification").find("tr", id=id)


def test_the_mark_says_the_verdict_in_words(orchard):
    title = orchard.built("orchard").find(id="claim-m1").a["title"]
    assert title.startswith("M1, agrees · The article says: Two years gave 30 tons · We find: 30.1 tons · ")
    assert "How: worked out from “Table of harvest”, in cell 3 of the chapter The harvest of two years" in title


def test_the_mark_says_where_in_which_source_to_look_and_what_the_sources_come_to(orchard):
    title = orchard.built("orchard").find(id="claim-m4").a["title"]
    assert title.split(" · ")[2:] == [
        "We find: In part.",
        "How: read by us",
        "Source: Orchard Press, 2021, p. 7: “ten hives by the well-house”",
        "Support: one source, a primary one",
        "Limits: Seen in copy.",
    ]


def test_the_mark_says_that_a_date_was_compared_and_with_which_table(orchard):
    title = orchard.built("orchard").find(id="claim-m3").a["title"]
    assert "How: compared with the entry in “Table of events” each time this book is built" in title


def test_a_claim_can_stand_in_a_footnote(orchard):
    claim = orchard.built("orchard").find("aside", id="n16").find(class_="claim")
    assert (claim.text, claim.a["href"]) == ("10≠", "verification.html#m2")


def test_a_claim_met_again_on_a_page_does_not_take_its_address_twice(orchard):
    page = orchard.built("orchard")
    assert sum(claim.text == "30.1 tons✓" for claim in page.find_all(class_="claim")) == 2
    assert len(page.find_all(id="claim-m1")) == 1


def test_a_claim_without_a_value_is_not_printed_but_complained_of(miniature):
    miniature.claims(M1={"method": "documented", "source": "diary", "verdict": "agrees"})
    miniature.page("text", "# Text\n\nIt gave {claim}`M1`.\n")
    warnings = miniature.build()
    assert "text.md, line 3:" in warnings
    assert "M1 has no value to print: use {mark}`M1`" in warnings


def test_a_claim_checked_twice_in_one_chapter_is_complained_of(miniature):
    miniature.claims(M1=COMPUTED | {"verdict": "agrees"})
    miniature.chapter("orchard", HARVEST, "check('M1', tons + 69)", "check('M1', tons)")
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    said = r"book/orchard.md, cell 4 \(line \d+\): M1 is checked a second time, after book/orchard.md, cell 3 \(line"
    assert re.search(said, str(caught.value))


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"evidence": "events:planting", "tolerance": "0.5"}, id="a date where a number is wanted"),
        pytest.param(
            {"evidence": "events:founding", "unit": "date", "form": "{:%-d %B %Y}"},
            id="a year where the form wants a day",
        ),
    ],
)
def test_a_value_that_does_not_fit_its_claim_is_told_among_the_others(miniature, row):
    events = [["planting", "1998-03-16"], ["founding", "1998"]]
    miniature.table("events", {"key": "string", "date": "date"}, events, value_column="date")
    usual = {"asserted": "1998", "method": "looked up", "verdict": "agrees"}
    miniature.claims(M1=usual | row, M2=DOCUMENTED | {"verdict": "imprecise"})
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    assert "M1" in str(caught.value)
    assert "M2" in str(caught.value)


@pytest.mark.parametrize(
    "row",
    [{"asserted": "3", "tolerance": "at least"}, {"asserted": "1992-08 to 1994-06", "unit": "date"}],
    ids=["a bound without a number", "a date that is none"],
)
def test_a_row_that_cannot_be_read_is_named(miniature, row):
    miniature.table("hives", {"key": "string", "hives": "integer"}, [["summer", "4"]], value_column="hives")
    usual = {"method": "looked up", "evidence": "hives:summer", "verdict": "agrees"}
    miniature.claims(M1=usual | row)
    with pytest.raises(ExtensionError, match="M1"):
        miniature.build()


@pytest.mark.parametrize("tag", ["remove-cell", "remove-input"])
def test_a_cell_that_checks_a_claim_and_is_not_on_the_page_fails_the_build(miniature, tag):
    miniature.claims(M1={"asserted": "30", "tolerance": "0.5", "method": "computed", "verdict": "agrees"})
    miniature.chapter("orchard", f":tags: [{tag}]\n\ncheck('M1', load('harvest', DATA).tons.sum())")
    with pytest.raises(
        ExtensionError, match=r"book/orchard.md, cell 2 \(line \d+\): it checks M1, but its code is not on the page"
    ):
        miniature.build()
