"""The ledger: what agrees, what it prints, and every contradiction named."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lighthouses import DATA

from edition.ledger.claim import Claim, read_claims
from edition.ledger.compare import Report, compare, look_up
from edition.mutate_data.guards import as_csv
from edition.package.read import DataError, describe, read_rows

CLAIMS = read_claims(DATA)
# 94 per cent, give or take a half; agrees
COMPUTED = replace(CLAIMS["C001"], asserted="94", unit="per cent", form="{:.0f} per cent", tolerance="0.5")
CELL = "book/page.md, cell 2 (line 9)"


def found(claims: dict[str, Claim], **values: float | str) -> list[str]:
    """Compare `claims`, given what cells reported, and return the contradictions."""
    return compare(claims, [Report(id, value, CELL) for id, value in values.items()], DATA)[1]


@pytest.mark.parametrize(
    ("asserted", "unit", "tolerance", "value", "agrees"),
    [
        ("94", "per cent", "0.5", 93.5, True),
        ("94", "per cent", "0.5", 93.49, False),
        ("94", "per cent", "0.5", 94.51, False),
        ("5.3", "per cent", "0.1", 5.4, True),
        ("5.3", "per cent", "0.1", 5.2, True),
        ("5.3", "per cent", "0.1", 5.41, False),
        ("0.3", "", "", 0.1 + 0.2, True),
        ("0.3", "", "", 0.3000001, False),
        ("7", "", "", 7, True),
        ("7", "", "", 8, False),
        ("2,000", "persons", "50", 1960, True),
        ("at least two hundred", "persons", "at least 200", 200, True),
        ("at least two hundred", "persons", "at least 200", 199, False),
        ("a few", "days", "at most 7", 7, True),
        ("a few", "days", "at most 7", 8, False),
        ("a few weeks", "", "14 to 42", 18, True),
        ("a few weeks", "", "14 to 42", 13, False),
        ("a few weeks", "", "14 to 42", 43, False),
        ("2021-06", "date", "", "2021-06-15", True),
        ("2021-06", "date", "", "2021-07-01", False),
        ("1998", "date", "", "1995-03-16", False),
        ("2020-11-10", "date", "", "2020-11-10", True),
        ("2020-11-10", "date", "", "2020-11-09", False),
        ("2020-1", "date", "", "2020-10-09", False),
        ("A", "", "", "A", True),
        ("A", "", "", "N", False),
    ],
)
def test_agreement_is_at_the_articles_precision(asserted, unit, tolerance, value, agrees) -> None:
    assert replace(COMPUTED, asserted=asserted, unit=unit, tolerance=tolerance).agrees(value) is agrees


@pytest.mark.parametrize(
    ("form", "unit", "value", "text"),
    [
        ("{:.0f} per cent", "per cent", 93.7, "94 per cent"),
        ("{:,.0f}", "persons", 1960, "1,960"),
        ("{:%-d %B %Y}", "date", "2021-06-05", "5 June 2021"),
        ("{:%B %Y}", "date", "2021-06-15", "June 2021"),
        ("{}", "date", "2010-08", "2010-08"),
        ("{:words} meetings", "meetings", 7.0, "seven meetings"),
        ("{:Words} meetings", "meetings", 7.0, "Seven meetings"),
    ],
)
def test_a_value_is_printed_as_the_sentence_needs_it(form, unit, value, text) -> None:
    assert replace(COMPUTED, form=form, unit=unit).prints(value) == text


@pytest.mark.parametrize(
    ("asserted", "unit", "text"),
    [
        ("94", "per cent", "94 per cent"),
        ("1998", "date", "1998"),
        ("2021-06", "date", "June 2021"),
        ("2020-11-10", "date", "10 November 2020"),
        ("1992-08 to 1994-06", "", "August 1992 to June 1994"),
        ("", "", ""),
    ],
)
def test_what_the_article_says_reads_as_a_reader_would_write_it(asserted, unit, text) -> None:
    assert replace(COMPUTED, asserted=asserted, unit=unit).article == text


def test_what_is_looked_up_and_what_is_documented_is_silent_if_it_is_as_the_ledger_says() -> None:
    looked_up = {id: claim for id, claim in CLAIMS.items() if claim.method != "computed"}
    assert looked_up and found(looked_up) == []


def test_a_value_that_agrees_is_silent() -> None:
    assert found({"C001": COMPUTED}, C001=93.7) == []


def test_a_difference_that_the_remark_names_is_silent() -> None:
    for verdict in ("imprecise", "differs"):
        assert (
            found({"C001": replace(COMPUTED, verdict=verdict, agreement="no", remark="it is 90 per cent")}, C001=90.0)
            == []
        )


@pytest.mark.parametrize(
    ("form", "unit", "said", "other"),
    [("{:.0f} %", "%", "it is 90 %, and falls", "it is 190 %"), ("{:.1f}", "", "-2.5 or so", "2.5 or so")],
)
def test_a_remark_may_name_a_value_that_begins_or_ends_with_a_sign(form: str, unit: str, said: str, other: str) -> None:
    value = 90.0 if unit else -2.5
    claim = replace(COMPUTED, verdict="differs", agreement="no", form=form, unit=unit, remark=said)
    assert found({"C001": claim}, C001=value) == []
    [wrong] = found({"C001": replace(claim, remark=other)}, C001=value)
    assert "its remark must say so" in wrong


@pytest.mark.parametrize("remark", ["in the 90s", "in 1890", "the 90th", "90_", "some"])
def test_a_remark_names_a_number_that_is_not_part_of_a_word_or_another_number(remark: str) -> None:
    claim = replace(COMPUTED, unit="", form="{:.0f}", verdict="differs", agreement="no", remark=remark)
    assert found({"C001": claim}, C001=90.0) == [
        f"{CELL}: C001: the article says 94, we find 90: its remark must say so"
    ]
    assert found({"C001": replace(claim, remark=f"{remark}, or 90.")}, C001=90.0) == []


@pytest.mark.parametrize(
    ("change", "value", "message"),
    [
        (
            {},
            90.0,
            f"{CELL}: C001: the article says 94 per cent, we find 90.0: they do not agree, but the ledger has the agreement 'yes'",
        ),
        (
            {"agreement": "no", "verdict": "imprecise", "remark": "why"},
            93.7,
            "they agree, but the ledger has the agreement 'no'",
        ),
        (
            {"verdict": "imprecise", "agreement": "no", "remark": "why"},
            90.0,
            "we find 90 per cent: its remark must say so",
        ),
        (
            {"verdict": "imprecise", "agreement": "no", "remark": "in 1990 per cent"},
            90.0,
            "we find 90 per cent: its remark must say so",
        ),
        (
            {"verdict": "differs", "agreement": "no", "remark": "it is 91 per cent"},
            90.0,
            "we find 90 per cent: its remark must say so",
        ),
        (
            {"method": "documented", "agreement": ""},
            93.7,
            "its method in data/claims.csv, row 1, is 'documented'; correct one of them",
        ),
        ({}, None, "data/claims.csv, row 1: C001 is to be computed, but no cell checks it"),
        (
            {"method": "looked up", "evidence": "lighthouses:nothing"},
            None,
            "data/lighthouses.csv has no row with the key 'nothing'",
        ),
        (
            {"tolerance": "abc"},
            93.7,
            "data/claims.csv, row 1: C001: asserted, tolerance, form and value do not go together",
        ),
        (
            {"form": "{:d}"},
            93.7,
            "data/claims.csv, row 1: C001: asserted, tolerance, form and value do not go together",
        ),
        ({"method": "looked up", "evidence": "sources:x"}, None, "the table 'sources' names no value_column"),
    ],
)
def test_a_contradiction_is_named(change: dict[str, str], value: float | None, message: str) -> None:
    wrong = found({"C001": replace(COMPUTED, **change)}, **({} if value is None else {"C001": value}))
    assert any(message in line for line in wrong), wrong


def test_an_unknown_claim_and_a_double_check_are_named() -> None:
    assert found({}, C999=1) == [f"{CELL}: data/claims.csv has no claim C999; add it there, or correct the identifier"]
    twice = [Report("C001", 94, "book/one.md, cell 1"), Report("C001", 94, "book/two.md, cell 3")]
    assert compare({"C001": COMPUTED}, twice, DATA)[1] == [
        "book/two.md, cell 3: C001 is checked a second time, after book/one.md, cell 1; keep one of them"
    ]


def test_a_value_is_looked_up_in_the_named_row() -> None:
    assert look_up(CLAIMS["C002"], DATA) == "1853-05-10"


@pytest.mark.parametrize(
    ("key", "said"), [("", "names a whole table; name one of its rows"), (":none", "no row with the key 'none'")]
)
def test_where_nothing_can_be_looked_up_is_said(key: str, said: str) -> None:
    table = CLAIMS["C002"].evidence.partition(":")[0]
    with pytest.raises(DataError, match=said):
        look_up(replace(CLAIMS["C002"], evidence=f"{table}{key}"), DATA)


def looked_up(folder: Path, text: str) -> float | str:
    """Look up a number of metres in a table whose cell for it is `text`."""
    data = Path(shutil.copytree(DATA, folder / "data"))
    claim = replace(CLAIMS["C002"], unit="metres")
    table, _, key = claim.evidence.partition(":")
    rows = [
        row | ({describe(table, data)["value_column"]: text} if row["key"] == key else {})
        for row in read_rows(table, data)
    ]
    (data / f"{table}.csv").write_bytes(as_csv(rows))
    return look_up(claim, data)


@pytest.mark.parametrize("text", ["nan", "inf", "1_960", "1e3", " 1960"])
def test_a_value_that_is_looked_up_is_a_plain_number(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataError, match=rf"data/\w+.csv, row \d+, column \w+: '{text}' is no number; correct it"):
        looked_up(tmp_path, text)


@pytest.mark.parametrize("text", ["24", "-24", "24.5", "0"])
def test_a_number_that_is_looked_up_is_printed_as_the_table_has_it(tmp_path: Path, text: str) -> None:
    assert str(looked_up(tmp_path, text)) == text
