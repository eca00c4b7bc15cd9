"""``python -m edition.verify``: everything anew, and no unexpected thing unsaid."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from built import copy_repository
from lighthouses import DATA

from edition.ledger.claim import read_claims
from edition.verify import table


@pytest.mark.built
def test_a_changed_datum_within_every_tolerance_is_unexpected_all_the_same(tmp_path) -> None:
    copy = copy_repository(tmp_path / "copy")
    file = copy / "data" / "arms_transfers.csv"
    text = file.read_text(encoding="utf-8")
    assert text.count("Armenia,Russia,1995,47,") == 1
    file.write_text(text.replace("Armenia,Russia,1995,47,", "Armenia,Russia,1995,48,"), encoding="utf-8")
    command = [sys.executable, "-m", "edition.verify", "--json"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    result = json.loads(done.stdout)
    assert done.returncode == 1
    assert any("add up to 48, not to 47" in line for line in result["wrong"])
    assert {claim["id"]: claim["found"] for claim in result["claims"]}["C022"] == "94 per cent"


def test_the_table_has_a_line_for_each_claim_that_the_machine_checks() -> None:
    claims = read_claims(DATA).values()
    rows = [{**vars(claim), "article": claim.article, "found": None} for claim in claims]
    text = table({"claims": rows, "wrong": ["C000 is odd"]})
    checked = [claim.id for claim in claims if claim.checked_by_machine]
    assert 0 < len(checked) < len(claims)
    assert [line.split()[0] for line in text.splitlines() if line[:1] == "C" and " is odd" not in line] == checked
    assert "C000 is odd" in text and text.endswith(f"{len(checked)} claims checked by machine, 1 unexpected")
