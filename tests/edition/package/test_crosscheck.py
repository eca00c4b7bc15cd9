"""Cross-checks: what they find is said, and where they end, so that nothing passes because a check has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from edition.package import crosscheck
from edition.package.crosscheck import Row, Rows, at, by_key, collect, contradictions, crosschecks, in_order, over

TABLES: dict[str, Rows] = {
    "hives": [{"key": "old", "bees": "7"}, {"key": "new", "bees": "many"}],
    "harvests": [{"hive": "old", "year": "1901"}, {"hive": "lost", "year": "1902"}],
}
NAME = f"the cross-check {__name__}."
AGAIN = "and run it again, as it saw nothing further"


@over("hives")
def bees_are_counted(hives: Rows) -> Iterator[str]:
    for number, row in enumerate(hives, start=1):
        if int(row["bees"]) > 5:
            yield f"{at('hives', number)}: too many bees"


@over("hives", "harvests")
def hives_outnumber_lost_harvests(hives: Rows, harvests: Rows) -> Iterator[str]:
    if len(hives) / (len(harvests) - 2) < 1:
        yield "too few hives"


@over("hives", "harvests")
def harvests_have_a_hive(hives: Rows, harvests: Rows) -> Iterator[str]:
    known = by_key(hives)
    for row in harvests:
        if not known[row["hive"]]["bees"]:
            yield "no bees"


@over("harvests", "hives")
def the_lost_hive_is_there(harvests: Rows, hives: Rows) -> Iterator[str]:
    yield by_key(harvests, "hive")["stray"]["year"]


@over("harvests", "hives")
def full_hives_have_a_harvest(harvests: Rows, hives: Rows) -> Iterator[str]:
    full = by_key([row for row in hives if len(row["bees"]) > 3])
    yield full["old"]["bees"]


def test_what_a_check_finds_is_said_and_then_at_which_row_it_ends() -> None:
    """What stands before the row that it cannot read is not lost."""
    assert bees_are_counted(TABLES) == [
        "data/hives.csv, row 1: too many bees",
        f"data/hives.csv, row 2: {NAME}bees_are_counted ends at "
        f"ValueError(\"invalid literal for int() with base 10: 'many'\"); correct the cell, or the check, {AGAIN}",
    ]


def test_where_no_row_is_at_hand_the_tables_of_the_check_are_named() -> None:
    [said] = hives_outnumber_lost_harvests(TABLES)
    assert said.startswith(
        f"data/hives.csv, data/harvests.csv: {NAME}hives_outnumber_lost_harvests ends at ZeroDivisionError("
    )
    assert said.endswith(f"); correct the cell, or the check, {AGAIN}")


def test_a_table_without_rows_is_named_before_those_that_have_some() -> None:
    @over("hives", "harvests")
    def check(hives: Rows, harvests: Rows) -> Iterator[str]:
        yield max(row["year"] for row in harvests)

    [said] = check({**TABLES, "harvests": []})
    assert said.startswith(f"data/harvests.csv: the table has no row, and {NAME}check ends at ValueError(")
    assert said.endswith(f"); restore the rows, {AGAIN}")


def test_a_row_that_is_looked_for_is_missed_in_its_table_and_named_by_who_looks() -> None:
    assert harvests_have_a_hive(TABLES) == [
        f"data/hives.csv: no row has the key 'lost', which {NAME}harvests_have_a_hive looks for at data/harvests.csv, row 2; "
        f"restore the row, or correct who names it, {AGAIN}"
    ]


def test_a_row_that_nobody_names_is_missed_in_its_table() -> None:
    assert the_lost_hive_is_there(TABLES) == [
        f"data/harvests.csv: no row has the hive 'stray', which {NAME}the_lost_hive_is_there looks for; "
        f"restore the row, or correct who names it, {AGAIN}"
    ]


def test_a_row_is_missed_among_rows_that_the_check_has_picked() -> None:
    """Of which table they are is not known."""
    assert full_hives_have_a_harvest(TABLES) == [
        f"data/harvests.csv, data/hives.csv: no row has the key 'old', which {NAME}full_hives_have_a_harvest looks for; "
        f"restore the row, or correct who names it, {AGAIN}"
    ]


def test_the_row_is_the_one_that_the_innermost_function_looks_at() -> None:
    def count(hive: Row) -> int:
        return int(hive["bees"])

    @over("hives", "harvests")
    def check(hives: Rows, harvests: Rows) -> Iterator[str]:
        for harvest in harvests:
            for hive in hives:
                if count(hive) < len(harvest):
                    yield "few bees"

    [said] = check(TABLES)
    assert said.startswith("data/hives.csv, row 2: ")


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (["1901", "1901", "1902"], []),
        (["1901", "1903", "1902"], ["data/harvests.csv, row 3: 1902, old stands after 1903, old; keep the order"]),
        (["1902", "1901", "1903"], ["data/harvests.csv, row 2: 1901, old stands after 1902, old; keep the order"]),
        ([], []),
    ],
)
def test_rows_stand_in_the_order_of_their_columns(years: list[str], said: list[str]) -> None:
    assert in_order("harvests", "year", "hive")({"harvests": [{"year": one, "hive": "old"} for one in years]}) == said


def test_the_second_column_decides_where_the_first_is_the_same() -> None:
    rows = [{"year": "1901", "hive": hive} for hive in ("old", "new")]
    [said] = in_order("harvests", "year", "hive")({"harvests": rows})
    assert said == "data/harvests.csv, row 2: 1901, new stands after 1901, old; keep the order"


def test_the_checks_of_modules_are_found_by_name() -> None:
    module = ModuleType("orchard.bees")
    module.counted, module.helper = bees_are_counted, at
    assert collect(module) == {"bees.counted": bees_are_counted}


def test_a_book_without_checks_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosscheck, "registered", lambda name: None)
    assert crosschecks() == {}


def test_a_table_is_read_once_for_all_checks_and_named_by_its_file(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "oil_landed.csv").rename(copy / "harbour.csv")
    text = (copy / "datapackage.json").read_text(encoding="utf-8")
    (copy / "datapackage.json").write_text(text.replace("oil_landed.csv", "harbour.csv"), encoding="utf-8")

    @over("oil_landed", "lighthouses")
    def first(landed: Rows, lighthouses: Rows) -> Iterator[str]:
        yield f"{at('oil_landed', len(landed))}: found"

    @over("lighthouses", "oil_landed")
    def second(lighthouses: Rows, landed: Rows) -> Iterator[str]:
        yield by_key(landed, "year")["1066"]["barrels"]

    read = crosscheck.read_rows
    times: Counter[str] = Counter()
    monkeypatch.setattr(crosscheck, "crosschecks", lambda: {"first": first, "second": second})
    monkeypatch.setattr(crosscheck, "read_rows", lambda name, data: [times.update([name]), read(name, data)][1])
    [found, missed] = contradictions(copy)
    assert found == "data/harbour.csv, row 2: found"
    assert missed.startswith("data/harbour.csv: no row has the year '1066', which ")
    assert times == {"oil_landed": 1, "lighthouses": 1}


def test_the_files_of_one_folder_are_forgotten_with_it(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables that are in no folder, as those of a test, have the usual names again; also after what nobody expects."""
    text = (copy / "datapackage.json").read_text(encoding="utf-8")
    (copy / "datapackage.json").write_text(text.replace('"oil.csv"', '"lamps.csv"'), encoding="utf-8")
    (copy / "oil.csv").rename(copy / "lamps.csv")

    class Stop(BaseException):
        pass

    @over("oil")
    def stopped(oil: Rows) -> Iterator[str]:
        assert at("oil", 1) == "data/lamps.csv, row 1"
        raise Stop

    monkeypatch.setattr(crosscheck, "crosschecks", lambda: {"stopped": stopped})
    with pytest.raises(Stop):
        contradictions(copy)
    assert at("oil", 1) == "data/oil.csv, row 1"
