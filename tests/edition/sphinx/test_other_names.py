"""Other names of what the tables name lie in a script beside the pages."""

from __future__ import annotations

import json

import pytest
from sphinx.errors import ConfigError

COLUMNS = {"key": "string", "name": "string", "old": "string"}
SETTING = [{"table": "fields", "columns": ["name", "old"]}]


def test_the_names_of_one_thing_stand_together_each_once(miniature) -> None:
    miniature.table("fields", COLUMNS, [["n", "North/Nord", "Nörð"], ["s", "South", "South"], ["w", "West", ""]])
    assert miniature.build(edition_other_names=SETTING) == ""
    text = (miniature.pages.parent / "other-names.js").read_text(encoding="utf-8")
    assert json.loads(text.removeprefix("window.otherNames = ").rstrip(";\n")) == [["North", "Nord", "Nörð"]]


def test_a_column_that_is_not_there_is_named(miniature) -> None:
    miniature.table("fields", COLUMNS, [["n", "North", "Nord"]])
    with pytest.raises(ConfigError, match="fields has no column new"):
        miniature.build(edition_other_names=[{"table": "fields", "columns": ["name", "new"]}])
