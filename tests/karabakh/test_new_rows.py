"""New events, meetings, counts and places are rows: in a copy of data/ they pass every check, and no code changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.mutate_data.guards import as_csv
from edition.package.crosscheck import contradictions
from edition.package.read import read_rows
from edition.package.validate import faults, main
from edition.paths import DATA, ROOT

Row = dict[str, str]
EVENT = {"kind": "diplomacy", "title": "A new event", "place": "Brussels", "locator": "paragraph 1"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/, with the chapters beside it as in the repository."""
    shutil.copytree(ROOT / "book", tmp_path / "book")
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def add(data: Path, table: str, *order: str, **cells: str) -> None:
    """Add a row to a table of the copy, in the order of some columns, or at its end."""
    rows = read_rows(table, data)
    row = {column: "first paragraph" if column == "locator" else "" for column in rows[0]} | cells
    assert row.keys() == rows[0].keys()
    at = next((n for n, other in enumerate(rows) if [other[c] for c in order] > [row[c] for c in order]), len(rows))
    rows.insert(at, row)
    (data / f"{table}.csv").write_bytes(as_csv(rows))


def put(data: Path, table: str, key: str, **cells: str) -> None:
    """Change some cells of a row of the copy."""
    rows = read_rows(table, data)
    next(row for row in rows if row["key"] == key).update(cells)
    (data / f"{table}.csv").write_bytes(as_csv(rows))


@pytest.mark.parametrize(
    "cells",
    [
        {
            "date": "2022-05-22",
            "meeting": "2022-05-22-brussels",
            "reported": "of the day",
            "source": "civilnet-2022-05-22",
        },
        {
            "date": "2024-02-28",
            "end_date": "2024-02-29",
            "place": "Berlin",
            "meeting": "2024-02-28-berlin",
            "reported": "undated",
            "source": "meeting-2024-02-28",
        },
        {"date": "2020-11-30", "reported": "in advance", "source": "statement-2020-armenia"},
        {"date": "2022-03-14", "reported": "document", "source": "azerbaijan-mfa-2022-03-14"},
        {"date": "2021-11-24", "reported": "within a week", "source": "oc-media-2021-11-27"},
        {"date": "2021-11-01", "reported": "later", "source": "oc-media-2021-11-27"},
        {"date": "2021", "reported": "undated", "source": "karabakh-it"},
        {
            "date": "2020-10-01",
            "end_date": "2020-11-10",
            "kind": "war",
            "ended_by": "trilateral-ceasefire",
            "reported": "later",
            "source": "tass-2021-01-11",
        },
    ],
    ids=lambda cells: f"{cells['date']} {cells['reported']}",
)
def test_a_new_event_is_a_row(data: Path, cells: Row, capsys: pytest.CaptureFixture[str]) -> None:
    add(data, "timeline", "date", **{"key": "something-new", **EVENT, **cells})
    assert main(["--accept"], data) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("cells", "cure"),
    [
        ({"reported": ""}, "column reported: the cell is empty; fill it in with one of: of the day, within a week, "),
        ({"reported": "yesterday"}, "column reported: 'yesterday', but enum is "),
        (
            {"meeting": "2022-05-22-prague"},
            "column meeting: data/mediation.csv has no row '2022-05-22-prague'; add it there",
        ),
        (
            {"ended_by": "nothing"},
            "column ended_by: the table itself has no row 'nothing'; add it there, or correct the cell",
        ),
        ({"source": "nobody-2022"}, "column source: data/sources.csv has no row 'nobody-2022'; add it there"),
        (
            {"reported": "later"},
            "is said to be reported 'later', but its source, civilnet-2022-05-22, is of 2022-05-22",
        ),
        ({"reported": "later"}, "correct the day, or let reported be 'of the day'"),
        ({"meeting": ""}, "something-new has day and place of 2022-05-22-brussels; name it in the column meeting"),
        ({"meeting": "2022-04-06-brussels"}, "but 2022-04-06 in its meeting, 2022-04-06-brussels; correct one"),
        (
            {"end_date": "2022-05-22"},
            "the last day of something-new is not after the first; leave it empty, or correct it",
        ),
    ],
)
def test_an_event_that_says_too_little_is_answered_with_the_cure(data: Path, cells: Row, cure: str) -> None:
    event = {
        "date": "2022-05-22",
        "meeting": "2022-05-22-brussels",
        "reported": "of the day",
        "source": "civilnet-2022-05-22",
    }
    add(data, "timeline", "date", **{"key": "something-new", **EVENT, **event, **cells})
    found = faults(data)
    assert any(cure in line and line.startswith("data/timeline.csv, row ") for line in found), found


def test_a_new_meeting_and_its_host_are_rows(data: Path) -> None:
    meeting = {"date": "2023-08-01", "level": "leaders", "platform": "other", "host": "Somebody", "formality": "formal"}
    add(data, "mediation", "date", key="2023-08-01-oslo", place="Oslo", source="meeting-2023-07-25", **meeting)
    assert any("column host: data/hosts.csv has no row 'Somebody'; add it there" in line for line in faults(data))
    put(data, "mediation", "2023-08-01-oslo", source="azertac-2022-05-24")
    add(data, "hosts", "host", host="Somebody", platform="other")
    assert main(["--accept"], data) == 0


def test_a_new_count_with_its_average_is_a_row(data: Path) -> None:
    count = {"metric": "journeys", "value": "10", "unit": "movements", "bound": "as printed", "event": "lachin-sit-in"}
    about = {"compiled_by": "AFP", "source": "asbarez-icrc-2023-07"}
    about |= {"subject": "vehicles", "short": "AFP"}
    average = {"metric": "journeys per day", "value": "20", "unit": "vehicles per day", "bound": "average"}
    add(
        data,
        "corridor_traffic",
        "as_of",
        key="new-before",
        as_of="2022-12-11",
        event="lachin-sit-in",
        **average,
        **about,
    )
    add(
        data,
        "corridor_traffic",
        "as_of",
        key="new",
        as_of="2023-07-25",
        before="new-before",
        expected="4500",
        **count,
        **about,
    )
    assert main(["--accept"], data) == 0
    put(data, "corridor_traffic", "new", expected="4501")
    assert any("20 a day for 225 days is not 4501" in line for line in contradictions(data))


def test_a_new_count_of_the_dead_and_a_new_place_are_rows(data: Path) -> None:
    count = {"side": "Armenian", "category": "soldiers", "counted": "dead", "deaths_low": "12", "deaths_high": "12"}
    about = {"kind": "third party", "bound": "about", "figure_by": "AFP", "source": "azerbaijan-health-2023-09-27"}
    add(
        data,
        "casualties",
        key="operation-armenian-soldiers-agency",
        episode="operation of September 2023",
        event="september-operation",
        stated="2023-09-27",
        **count,
        **about,
    )
    names = {
        "name": "Tegh",
        "name_azerbaijani": "Teğ",
        "name_armenian": "Tegh",
        "second_name_from": "general knowledge",
    }
    place = {
        "kind": "village",
        "territory": "Armenia",
        "latitude": "39.5531",
        "longitude": "46.5347",
        "locator": "head",
        "district_centre": "no",
        "on_map": "large",
    }
    add(data, "places", "key", key="elsewhere", source="wikipedia-kornidzor", **names, **place)
    [fault] = contradictions(data)
    assert "elsewhere lies 0." in fault and "let outline_misses_by be 0." in fault
    put(data, "places", "elsewhere", outline_misses_by=fault.rpartition(" ")[2])
    assert main(["--accept"], data) == 0
