"""The changes and their guards: a stratified sample is noticed, and known changes by known guards."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.cell.load import load
from edition.mutate_data.changes import Change, changes, sample, stratum
from edition.mutate_data.checking_cells import CheckingCells, needed, read_chapters, without_given
from edition.mutate_data.guards import Guards, as_csv
from edition.mutate_data.report import Outcome, covered, rest, score, summary
from edition.package.read import read_package, read_rows
from edition.paths import DATA, ROOT
from edition.source.lineage import statements
from edition.source.page import Page
from karabakh.unnoticed import THINNED

BOOK = ROOT
CHANGES = changes(DATA)
RESOURCES = {resource["name"]: resource for resource in read_package(DATA)["resources"]}


@pytest.fixture(scope="module")
def guards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guards]:
    """The guards of a copy of the data, which must come out as it went in."""
    folder = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("mutate") / "data"))
    yield Guards(folder, BOOK)
    assert all((folder / file.name).read_bytes() == file.read_bytes() for file in DATA.iterdir())


def change(table: str, where: dict[str, str], column: str, new: str) -> Change:
    """Return the change of a column in the row of a table that is picked by `where`."""
    for number, row in enumerate(read_rows(table, DATA), start=1):
        if where.items() <= row.items():
            return Change(table, number, column, "test", row[column], new)
    raise LookupError(where)


def test_the_sample_is_noticed_and_ninety_per_cent_of_it_without_the_hash(guards: Guards) -> None:
    outcomes = [Outcome(one, frozenset(guards.notice(one))) for one in sample(CHANGES, 700)]
    assert [str(outcome.change) for outcome in outcomes if not outcome.noticed_by] == []
    tables = covered(DATA)
    assert {outcome.change.table for outcome in outcomes} == {one.table for one in CHANGES} > tables
    part = [outcome for outcome in outcomes if outcome.change.table in tables]
    assert score(part, [one for one in CHANGES if one.table in tables]) >= 0.9
    assert "no rule reaches it" not in rest(outcomes, DATA), "what only the hash notices is listed with its reason"
    assert all(name in summary(outcomes, CHANGES, DATA) for name in RESOURCES)


@pytest.mark.parametrize(
    ("table", "where", "column", "new", "noticed_by"),
    [
        ("resolutions", {"key": "es-11-1"}, "members", "194", {"constraint", "recount"}),
        ("arms_transfers", {"supplier": "Belarus", "year": "2011"}, "year", "2012", {"constraint", "recount"}),
        ("arms_transfers", {"supplier": "Russia", "year": "2016"}, "tiv", "111", {"recount"}),
        ("arms_transfers", {"supplier": "Russia", "tiv": "477"}, "tiv", "577", {"recount", "claim"}),
        ("arms_transfers", {"supplier": "Russia", "tiv": "477"}, "tiv", "476", {"recount"}),
        ("arms_transfers", {"supplier": "Israel", "year": "2010"}, "tiv", "10", set()),
        ("roll_calls", {"resolution": "62-243", "iso3": "AFG"}, "vote", "N", {"recount"}),
        ("roll_calls", {"resolution": "es-11-1", "iso3": "AZE"}, "vote", "Y", {"recount", "claim"}),
        ("crimea_votes", {"symbol": "71/205", "iso3": "AZE"}, "vote", "Y", set()),
        ("timeline", {"key": "shusha-declaration"}, "date", "2021-07-15", {"recount", "claim"}),
        ("timeline", {"key": "shusha-declaration"}, "date", "2021-06-16", {"recount"}),
        ("agreement_terms", {"key": "base-term-extended"}, "value", "50", {"claim"}),
        ("agreement_terms", {"key": "peacekeepers"}, "value", "2960", {"claim"}),
        ("claims", {"id": "C022"}, "asserted", "84", {"claim"}),
        ("claims", {"id": "C110"}, "tolerance", "8 to 14", {"claim"}),
        ("claims", {"id": "C029"}, "agreement", "no", {"claim"}),
        ("claims", {"id": "C022"}, "tolerance", "1.5", set()),
        ("claims", {"id": "C035"}, "asserted", "none", set()),
    ],
)
def test_a_known_change_is_noticed_by_known_guards(guards: Guards, table, where, column, new, noticed_by) -> None:
    assert guards.notice(change(table, where, column, new)) == {"hash", *noticed_by}


def test_what_is_not_changed_is_not_noticed(guards: Guards) -> None:
    for table in RESOURCES:
        row = read_rows(table, DATA)[0]
        column = next(iter(row))
        assert guards.notice(Change(table, 1, column, "test", row[column], row[column])) == set()


def test_a_cell_that_fails_is_noticed(guards: Guards) -> None:
    missing = change("timeline", {"key": "invasion"}, "key", "start-of-the-invasion")
    assert "claim" in guards.notice(missing)


def test_data_at_fault_are_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    rows = read_rows("roll_calls", DATA)
    rows[0]["vote"] = "N"
    (folder / "roll_calls.csv").write_bytes(as_csv(rows))
    with pytest.raises(ValueError, match="at fault before any change"):
        Guards(folder, BOOK)


def test_every_number_date_and_vote_is_changed() -> None:
    changed = {(one.table, one.row, one.column) for one in CHANGES}
    missed = {
        (name, number, column)
        for name in RESOURCES
        for column in columns_to_change(name)
        for number, row in enumerate(read_rows(name, DATA), start=1)
        if row[column] and number % THINNED.get(name, 1) == 0
    } - changed
    assert missed == set()


def columns_to_change(name: str) -> list[str]:
    """Return the columns of a table whose values are numbers, dates or codes; of the ledger, what it asserts."""
    if name == "claims":
        return ["asserted", "tolerance", "agreement"]
    return [field["name"] for field in RESOURCES[name]["schema"]["fields"] if is_counted(field)]


def is_counted(field: dict[str, Any]) -> bool:
    """Return whether a column has numbers, dates or codes, and not the places of words in a drawing."""
    if field.get("unit") == "points":
        return False
    constraints = field.get("constraints", {})
    dated = constraints.get("pattern", "").startswith(r"\d{")
    return "enum" in constraints or dated or field["type"] in ("integer", "number", "date")


def test_what_the_ledger_leaves_empty_is_not_changed() -> None:
    rows = read_rows("claims", DATA)
    assert all(rows[one.row - 1][one.column] for one in CHANGES if one.table == "claims")


def test_a_change_is_one() -> None:
    assert all(one.new != one.old for one in CHANGES)
    assert len({(one.table, one.row, one.column, one.new) for one in CHANGES}) == len(CHANGES)


@pytest.mark.parametrize(
    ("table", "where", "column", "news"),
    [
        ("arms_transfers", {"tiv": "477"}, "tiv", ["476", "577"]),
        ("arms_transfers", {"tiv": "228"}, "tiv", ["229", "328"]),
        ("arms_transfers", {"supplier": "Unknown"}, "tiv", ["3"]),
        ("arms_transfers", {"supplier": "Unknown"}, "year", ["2017", "2028"]),
        ("arms_transfers", {"supplier": "Unknown"}, "supplier", ["Belarus"]),
        ("arms_published", {"value": "7.1"}, "value", ["7.0", "8.1"]),
        ("trade", {"growth": "-9.6"}, "growth", ["-9.5", "-8.6"]),
        ("arms_published", {"value": "2.9"}, "release", ["2021-04", "2022-03"]),
        ("roll_calls", {"vote": "NV"}, "vote", ["Y"]),
        ("timeline", {"key": "republic-end"}, "date", ["2024-01-02", "2025-01-01"]),
        ("timeline", {"key": "border-posts"}, "date", ["2021", "2030"]),
        ("arrivals", {"arrivals": "377"}, "time", ["19:00"]),
        ("claims", {"id": "C062"}, "asserted", ["1 abstentions, 1 vote missed"]),
        ("claims", {"id": "C112"}, "tolerance", ["at least 199", "at least 300"]),
        ("claims", {"id": "C022"}, "agreement", ["no"]),
        ("claims", {"id": "C028"}, "asserted", ["not all"]),
    ],
)
def test_a_cell_changes_as_the_docstring_says(table: str, where: dict[str, str], column: str, news: list[str]) -> None:
    row = change(table, where, column, "").row
    assert [one.new for one in CHANGES if (one.table, one.row, one.column) == (table, row, column)] == news


def test_a_table_is_written_as_it_was() -> None:
    for name, resource in RESOURCES.items():
        assert as_csv(read_rows(name, DATA)) == (DATA / resource["path"]).read_bytes(), name


def test_a_sample_holds_some_of_each_kind_and_stays_the_same() -> None:
    chosen = sample(CHANGES, 100)
    assert chosen == sample(CHANGES, 100) != sample(CHANGES, 100, seed=2)
    assert set(map(stratum, chosen)) == set(map(stratum, CHANGES))


def test_a_score_counts_each_kind_with_its_number() -> None:
    votes = [Change("roll_calls", row, "vote", "code", "Y", "N") for row in range(9)]
    tiv = [Change("arms_transfers", 1, "tiv", "step", "1", "2")]
    found = [Outcome(votes[0], frozenset({"recount", "hash"})), Outcome(tiv[0], frozenset({"hash"}))]
    assert score(found, votes + tiv) == 0.9


def test_statements_that_only_draw_are_left_out() -> None:
    tail = ["c = {}", "c['x'] = a", "check('C1', c)"]
    cells = ["from karabakh.notebook import check, load", "a = load('t')", "b = a * 2\nplot(b)", *tail]
    assert [ast.unparse(module) for module in needed(statements(cells))] == ["a = load('t')", *tail]
    assert needed(statements(["a = 1", "show(a)"])) == []


def test_what_is_given_is_not_imported_and_the_rest_is() -> None:
    [node] = ast.parse("from karabakh.notebook import PALETTE, check, load").body
    assert ast.unparse(without_given(node)) == "from karabakh.notebook import PALETTE"


def test_calls_by_way_of_the_engine_are_ours_too() -> None:
    cells = ["import edition", "edition.check('C1', edition.load('t') + 1)"]
    code = tuple(compile(module, "", "exec") for module in needed(statements(cells)))
    [report] = CheckingCells("book/one", {}, code).run({"t": 41}.get)
    assert (report.id, report.value) == ("C1", 42)


def test_statements_left_out_do_not_matter() -> None:
    for chapter in read_chapters(BOOK):
        page = Page(chapter.docname, (ROOT / f"{chapter.docname}.md").read_text(encoding="utf-8"))
        nodes = [node for statement in page.statements if (node := without_given(statement.node))]
        whole = CheckingCells(chapter.docname, chapter.tables, (compile(ast.Module(nodes, []), page.name, "exec"),))
        assert len(chapter.code) < len(page.statements)
        assert chapter.run(load) == whole.run(load) != []
