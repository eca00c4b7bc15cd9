"""Whatever is wrong with the data is said in one line, with the file, the place and the cure; never with a traceback.

``CONTRIBUTING.md`` shows some of these messages, and a test here holds it to them.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.cell.load import load
from edition.package.accept import accept
from edition.package.address import forbidden_scheme
from edition.package.read import DataError
from edition.package.validate import faults
from edition.paths import DATA, ROOT

Spoiled = Callable[[Path], Any]


ROW = b"Armenia,Russia,2019,228,"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/ to spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def table(old: bytes, new: bytes, name: str = "arms_transfers.csv") -> Spoiled:
    """Return what replaces some bytes of a table, which are there."""

    def spoil(data: Path) -> None:
        content = (data / name).read_bytes()
        assert old in content
        (data / name).write_bytes(content.replace(old, new, 1))

    return spoil


def package(change: Callable[[dict[str, Any]], Any]) -> Spoiled:
    """Return what changes the descriptor; `change` gets it, and may return another."""

    def spoil(data: Path) -> None:
        file = data / "datapackage.json"
        found = json.loads(file.read_text(encoding="utf-8"))
        changed = change(found)
        file.write_text(json.dumps(found if changed is None else changed), encoding="utf-8")

    return spoil


def first(change: Callable[[dict[str, Any]], Any]) -> Spoiled:
    """Return what changes the description of the table of arms transfers."""
    return package(
        lambda found: change(next(one for one in found["resources"] if one["name"] == "arms_transfers")) and None
    )


def field(**values: Any) -> Spoiled:
    """Return what changes the description of a column; None takes out a key."""

    def change(resource: dict[str, Any]) -> None:
        column = resource["schema"]["fields"][0]
        column.update(values)
        for key in [key for key, value in values.items() if value is None]:
            del column[key]

    return first(change)


def both(*spoils: Spoiled) -> Spoiled:
    """Return what spoils one thing after the other."""

    def spoil(data: Path) -> None:
        for one in spoils:
            one(data)

    return spoil


def cell(text: str) -> Spoiled:
    """Return what writes a text into a cell of the table of arms transfers."""
    return table(ROW, f'"{text}",Russia,2019,228,'.encode())


def renamed(name: str) -> Spoiled:
    """Return what renames the file of the table of arms transfers."""
    return both(
        first(lambda one: one.update(path=name)), lambda data: (data / "arms_transfers.csv").rename(data / name)
    )


def table_of(found: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the description of a table."""
    return next(one for one in found["resources"] if one["name"] == name)


def rule(**values: Any) -> Spoiled:
    """Return what sets constraints of a column of whole numbers."""
    return first(lambda one: one["schema"]["fields"][2]["constraints"].update(values))


def reference(**values: Any) -> Spoiled:
    """Return what changes where a key to the sources leads."""
    return package(
        lambda found: next(
            key["reference"].update(values)
            for key in table_of(found, "timeline")["schema"]["foreignKeys"]
            if key["reference"]["resource"] == "sources"
        )
    )


KINDS: dict[str, tuple[Spoiled, str]] = {
    "cp1252": (table(b"Armenia,R", b"Arm\xe9nia,R"), r"arms_transfers.csv, line \d+: the byte 0xe9 is no UTF-8"),
    "UTF-16": (
        lambda data: (data / "arms_transfers.csv").write_text("a,b\n", encoding="utf-16"),
        "arms_transfers.csv, line 1: it is UTF-16, not UTF-8; save the file as UTF-8",
    ),
    "NUL": (table(ROW, ROW + b"\0"), r"arms_transfers.csv, line \d+: the character U\+0000 does not belong"),
    "a control character": (table(ROW, ROW + b"\x1b"), r"line \d+: the character U\+001B does not belong"),
    "a letter that nobody sees": (
        table(b"Armenia,R", "Arm\u200benia,R".encode()),
        r"the character U\+200B does not belong",
    ),
    "letters turned about": (table(b"Armenia,R", "Arm\u202eenia,R".encode()), r"the character U\+202E does not belong"),
    "Arabic letters turned about": (cell("Arm\u061cenia"), r"the character U\+061C does not belong"),
    "the end of a line that none sees": (cell("Arm\u2028enia"), r"the character U\+2028 does not belong"),
    "tags": (cell("Arm\U000e0041enia"), r"the character U\+E0041 does not belong"),
    "a filler": (cell("\u3164"), r"the character U\+3164 does not belong"),
    "a joiner between Latin letters": (cell("Arm\u200cenia"), r"the character U\+200C does not belong"),
    "a soft hyphen": (cell("Arm\u00adenia"), r"the character U\+00AD does not belong"),
    "a letter of private use": (cell("Arm\ue000enia"), r"the character U\+E000 does not belong"),
    "a heap of accents": (
        cell("A" + 3000 * "\u0301"),
        "line .*: 3000 marks stand on one letter, the first U.0301; keep 2",
    ),
    "two lines in a cell": (cell("Armenia\nor so"), r"column recipient: 'Armenia.nor so' has more than one line"),
    "a byte order mark within": (table(b"Armenia,R", "Arm\ufeffenia,R".encode()), r"the character U\+FEFF does not"),
    "a formula": (
        table(b"timeline:base-treaty agree", b"=HYPERLINK(A1) agree", "claims.csv"),
        "begins as a formula, which a spreadsheet would calculate",
    ),
    "descriptor in cp1252": (
        lambda data: (data / "datapackage.json").write_bytes(b'{\n"a": "\xe9"}'),
        "datapackage.json, line 2: the byte 0xe9",
    ),
    "underscore": (table(ROW, b"Armenia,Russia,20_19,228,"), "row 17, column year: '20_19' is not of type integer"),
    "space": (table(ROW, b"Armenia,Russia,2019, 228,"), "row 17, column tiv: ' 228' begins or ends with a space"),
    "exponent": (table(ROW, b"Armenia,Russia,2019,2e2,"), "row 17, column tiv: '2e2' is not of type integer"),
    "plus": (table(ROW, b"Armenia,Russia,2019,+228,"), r"row 17, column tiv: '\+228' is not of type integer"),
    "full width": (table(ROW, "Armenia,Russia,2019,２28,".encode()), "row 17, column tiv: '２28' is not of type"),
    "not a number": (table(b",207.8,", b",nan,", "military_expenditure.csv"), "'nan' is not of type number"),
    "day that is none": (
        table(b"2021-09-24,,foreign", b"2021-09-31,,foreign", "mediation.csv"),
        "row 2, column date: '2021-09-31' is no day of the calendar",
    ),
    "blank line": (table(ROW, b"\n" + ROW), "arms_transfers.csv, row 17: the line is blank; delete it"),
    "short row": (table(ROW, b"Armenia,Russia,2019,"), "row 17: 4 cells for 5 columns; add the missing cells"),
    "open quote": (table(ROW, b'"' + ROW), "arms_transfers.csv, row .*close every double quote"),
    "column twice": (table(b"supplier,year", b"recipient,year"), "line 1: the column 'recipient' stands twice"),
    "CRLF": (
        lambda data: table(b"", (data / "arms_transfers.csv").read_bytes().replace(b"\n", b"\r\n"))(data),
        "lines end in CRLF.*run: sed -i",
    ),
    "CR": (
        lambda data: table(b"", (data / "arms_transfers.csv").read_bytes().replace(b"\n", b"\r"))(data),
        "arms_transfers.csv, line 1: lines end in CR, with no LF behind it; save the file with the line ends of Unix",
    ),
    "a row of spaces": (table(ROW, b"   \n" + ROW), "arms_transfers.csv, row 17: the line is blank; delete it"),
    "a row of commas": (table(ROW, b",,,,\n" + ROW), "arms_transfers.csv, row 17: the line is blank; delete it"),
    "a list at the top": (package(lambda found: [found]), "no list of tables; let it be an object"),
    "no resources": (package(lambda found: found.pop("resources") and None), "no list of tables"),
    "no name": (first(lambda one: one.pop("name")), r"table \d+: lacks name; add it"),
    "no path": (first(lambda one: one.pop("path")), "arms_transfers lacks path; add it"),
    "no schema": (first(lambda one: one.pop("schema")), "arms_transfers lacks schema; add it"),
    "no fields": (first(lambda one: one["schema"].pop("fields")), "arms_transfers lacks fields in its schema; add it"),
    "no title": (first(lambda one: one.pop("title")), "arms_transfers lacks title; add it"),
    "no hash": (first(lambda one: one.pop("hash")), "arms_transfers lacks hash; add it with: make data-accept"),
    "no bytes": (first(lambda one: one.pop("bytes")), "arms_transfers lacks bytes; add it with: make data-accept"),
    "a folder": (first(lambda one: one.update(path=".")), "is a folder, not a file; name a file"),
    "up": (first(lambda one: one.update(path="../x.csv")), "the path '../x.csv' of arms_transfers leads out of data/"),
    "absolute": (first(lambda one: one.update(path="/etc/passwd")), "leads out of data/; let it name a file in data/"),
    "far": (first(lambda one: one.update(path="https://example.org/x.csv")), "leads out of data/"),
    "hidden": (renamed(".x.csv"), "the path '.x.csv' of arms_transfers is that of a hidden file"),
    "a path of two lines": (
        renamed("x.csv\n"),
        r"the path 'x.csv.n' of arms_transfers .* or has signs that nobody sees",
    ),
    "a file of two lines": (
        lambda data: (data / "a\nb.csv").write_text("", encoding="utf-8"),
        r"data/a\\nb.csv: datapackage.json does not describe it",
    ),
    "a name with spaces": (
        first(lambda one: one.update(name="Arms transfers")),
        "'Arms transfers' .* as in arms_transfers",
    ),
    "a name that is a path": (first(lambda one: one.update(name="../x")), "the name '../x' of a table is none"),
    "a column of two lines": (
        field(name="a\nb"),
        r"field 1 of arms_transfers has the name 'a.nb'; write it in one line",
    ),
    "a row twice": (
        table(ROW, ROW + b"sipri_arms_transfers_2025\n" + ROW),
        "row 18, column recipient and supplier and year: .* stands in a row above; let each row have its own",
    ),
    "a code twice": (
        first(lambda one: one["schema"]["fields"][0]["constraints"].update(unique=True)),
        "rows 2 to 21, column recipient: '.*' stands in a row above",
    ),
    "an empty key": (
        both(
            first(lambda one: one["schema"].update(primaryKey="supplier")),
            first(lambda one: one["schema"]["fields"][1].update(constraints={})),
            table(ROW, b"Armenia,,2019,228,"),
        ),
        "row 17, column supplier: the cell is empty, by which the row is known; fill it in",
    ),
    "name twice": (
        package(lambda found: found["resources"].append(found["resources"][0])),
        "the name .* stands twice; give one of the tables another",
    ),
    "no description of a field": (field(description=None), "the field recipient of arms_transfers lacks description"),
    "no type": (field(type=None), "the field recipient of arms_transfers lacks type; choose from"),
    "unknown type": (field(type="text"), "has the type 'text'; choose from integer, number, string, date"),
    "field twice": (field(name="supplier"), "the field supplier of arms_transfers stands twice"),
    "bad pattern": (field(constraints={"pattern": "("}), "is no regular expression: .*; mend it"),
    "a key that is none": (
        first(lambda one: one.update(titel="x")),
        "arms_transfers has the key 'titel'.*write title, if",
    ),
    "a key of the package": (package(lambda found: found.update(licences=[])), "the package has the key 'licences'"),
    "a key of a field": (field(units="TIV"), "the field recipient of arms_transfers has the key 'units'.*write unit"),
    "a language that is none": (field(language="Armenian!"), "the language of the field recipient .* write its code"),
    "a key of a source": (
        first(lambda one: one["sources"][0].update(url="x")),
        "sources of arms_transfers has the key 'url'",
    ),
    "a key of a schema": (first(lambda one: one["schema"].update(primarykey="x")), "the schema of .* write primaryKey"),
    "a column of values that is none": (
        package(lambda found: table_of(found, "timeline").update(value_column="dat")),
        "the value_column of timeline is 'dat', which is no column of it; write date, if that is meant",
    ),
    "values without a key": (
        first(lambda one: one.update(value_column="tiv")),
        "has a value_column, but no column key",
    ),
    "a name of rows that is a number": (
        first(lambda one: one.update(row_name=5)),
        "the row_name of .* is 5; write a word",
    ),
    "a name of rows with a space": (
        first(lambda one: one.update(row_name="a b")),
        "the row_name of .* is 'a b'; write",
    ),
    "a locator that is no text": (first(lambda one: one.update(locator=["x"])), "the locator of .* write a text"),
    "more paths": (
        first(lambda one: one.update(extrapaths=["/etc/passwd"])),
        "the key 'extrapaths', which nothing reads",
    ),
    "a packed file": (first(lambda one: one.update(compression="gz")), "the key 'compression', which nothing reads"),
    "another format": (first(lambda one: one.update(format="xlsx")), 'format of .* is "xlsx".*write "csv"'),
    "a format of days": (
        field(type="date", format="%d/%m"),
        "the format of the field recipient .*%d/%m., but cells are read in one way",
    ),
    "a profile of a table": (first(lambda one: one.update(profile="/etc/passwd")), 'profile of .* is "/etc/passwd"'),
    "a dialect": (
        first(lambda one: one.update(dialect={"delimiter": ";"})),
        "has the key 'dialect', which nothing reads",
    ),
    "another sign for what is missing": (
        first(lambda one: one["schema"].update(missingValues=["228"])),
        'missingValues of arms_transfers is ."228".*write .""., or take it out',
    ),
    "another scheme": (first(lambda one: one.update(scheme="https")), 'scheme of .* is "https".*write "file"'),
    "a profile that would be fetched": (
        package(lambda found: found.update(profile="https://example.org/x.json")),
        "the profile of the package is 'https://example.org/x.json'; write data-package",
    ),
    "a rule that is none": (rule(minimums=1), "has the constraint 'minimums', which is none; write minimum, if"),
    "a bound of another type": (
        rule(minimum="abc"),
        "the constraint minimum of the field year .* let it be of type integer",
    ),
    "a bound that is a truth": (rule(maximum=True), "the constraint maximum of .* is True; let it be of type integer"),
    "a list that is a text": (
        rule(enum="x"),
        "the constraint enum of .* is 'x'; let it be a list of what the cells may",
    ),
    "a list of another type": (
        rule(enum=["2019"]),
        "the constraint enum of .* let it be a list .* each of type integer",
    ),
    "a pattern of numbers": (rule(pattern="[0-9]+"), "the constraint pattern of .* a column of type integer has none"),
    "a truth that is a text": (rule(required="true"), "the constraint required of .* let it be true or false"),
    "bounds of texts": (field(constraints={"minimum": 1}), "a column of type string has none; take it out"),
    "a pattern that ends never": (
        both(
            field(constraints={"pattern": "([A-Za-z ]+)+$"}),
            table(ROW, b"A state that has a very long name indeed!,Russia,2019,228,"),
        ),
        "row 17, column recipient: the pattern .* takes too long on 'A state .*; write it without a repetition within",
    ),
    "a pattern in brackets without an end": (field(constraints={"pattern": "(" * 9000}), "is no regular expression"),
    "a key to no table": (reference(resource="source"), "names the table 'source', which is none; write sources, if"),
    "a key to no column": (
        reference(fields=["kee"]),
        "names the column 'kee' of sources, which is none; write key, if",
    ),
    "a letter by its number": (
        first(lambda one: one.update(gaps="a\u202eb")),
        "the character U.202E does not belong into",
    ),
    "half a letter": (first(lambda one: one.update(gaps="a\ud800b")), "the character U.D800 does not belong into"),
    "a number without an end": (
        lambda data: (data / "datapackage.json").write_text('{"bytes": ' + 5000 * "9" + "}", encoding="utf-8"),
        "datapackage.json: .*; write a number that a person can read",
    ),
    "a hash that is a number": (first(lambda one: one.update(hash=12)), "hash of arms_transfers is 12; record it anew"),
    "a key twice": (
        table(b"\nsipri-backgrounder-2021,", b"\nsipri-transfers-2022,", "sources.csv"),
        "stands in a row above; let each row have its own, or delete one",
    ),
    "a script as a licence": (
        first(lambda one: one["licenses"][0].update(path="javascript:alert(1)")),
        "'javascript:alert.1.' is no address that may be linked",
    ),
    "a script of the package": (
        package(lambda found: found["licenses"][0].update(path="data:text/html,x")),
        "licenses of the package: 'data:text/html,x' is no address",
    ),
    "a script as a source": (
        table(b"https://www.sipri.org/databases/armstransfers", b"javascript:alert(1)", "sources.csv"),
        "sources.csv, row 1, column url: 'javascript:alert.1.' is no address",
    ),
    "a form that looks about": (
        table(b"{:.0f} per cent", b"{0.__class__}", "claims.csv"),
        "asks for more than a value",
    ),
    "a form that adds a digit": (
        table(b"{:.0f} per cent", b"{:.0f}0 per cent", "claims.csv"),
        "row 22: C022: the form .* may print another value than the one that is compared; let it be the value",
    ),
    "a form of any width": (table(b"{:.0f} per cent", b"{:999999999}", "claims.csv"), "asks for more than a value"),
    "a form with two places": (table(b"{:.0f} per cent", b"{}{}", "claims.csv"), "has 2 places for the value"),
    "a form with a name": (table(b"{:.0f} per cent", b"{x}", "claims.csv"), "asks for more than a value"),
    "a constant form": (table(b"{:.0f} per cent", b"94 per cent", "claims.csv"), "has no places for the value; write"),
    "a wide tolerance": (table(b"cent,0.5,", b"cent,1000,", "claims.csv"), "a tolerance of 1000 on 94 says nothing"),
    "evidence that is none": (
        table(b"timeline:base-treaty agree", b"timeline:nothing agree", "claims.csv"),
        "its evidence names timeline:nothing, but data/timeline.csv has no row with the key 'nothing'",
    ),
    "another identifier": (table(b"\nC002,", b"\nX002,", "claims.csv"), "row 2, column id: 'X002', but pattern is"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_said_in_a_line_with_its_cure(data: Path, kind: str) -> None:
    spoil, message = KINDS[kind]
    spoil(data)
    found = faults(data)
    assert any(re.search(message, line) for line in found), found
    assert all("\n" not in line and line.startswith("data/") for line in found)


def test_a_link_that_leads_out_is_not_read(data: Path) -> None:
    (data / "arms_transfers.csv").unlink()
    (data / "arms_transfers.csv").symlink_to(ROOT / "README.md")
    assert faults(data) == ["data/arms_transfers.csv leads out of data/; put the file itself there"]
    with pytest.raises(DataError, match="leads out of data/"):
        load("arms_transfers", data)


@pytest.mark.parametrize("kind", ["cp1252", "UTF-16", "NUL", "underscore", "full width", "blank line", "up", "no type"])
def test_a_cell_that_loads_it_is_told_the_same(data: Path, kind: str) -> None:
    spoil, message = KINDS[kind]
    spoil(data)
    with pytest.raises(DataError, match=message):
        load("arms_transfers", data)


def test_a_hash_that_is_missing_is_recorded_again(data: Path) -> None:
    KINDS["no hash"][0](data)
    assert accept(data) == ["arms_transfers"]
    assert faults(data) == []


@pytest.mark.parametrize(
    ("address", "scheme"),
    [("https://example.org", None), ("page.html#c1", None), ("MAILTO:a@b.org", None), ("javascript:x", "javascript"),
     (" java\tscript:x", "javascript"), ("data:text/html,x", "data"), ("vbscript:x", "vbscript"), ("\x01file:///x", "file")],
)  # fmt: skip
def test_an_address_runs_nothing(address: str, scheme: str | None) -> None:
    assert forbidden_scheme(address) == scheme


def test_contributing_says_what_is_said() -> None:
    text = (
        (ROOT / "CONTRIBUTING.md")
        .read_text(encoding="utf-8")
        .partition("## What can go wrong")[2]
        .partition("\n## ")[0]
    )
    said = re.findall(r"^\| ([^|]+?) \| `(.+)` \|$", text, re.MULTILINE)
    assert len(said) >= 8
    for kind, message in said:
        assert re.search(KINDS[kind][1], message), kind
